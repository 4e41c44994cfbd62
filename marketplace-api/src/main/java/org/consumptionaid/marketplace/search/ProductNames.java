package org.consumptionaid.marketplace.search;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.consumptionaid.marketplace.shared.CsvTable;
import org.consumptionaid.marketplace.shared.Pinyin;
import org.springframework.stereotype.Component;

/**
 * The other names of produce: 土豆, 洋芋 and 马铃薯 are one thing. A name that people use for two things
 * stands for itself only, and so does a single character.
 */
@Component
class ProductNames {
    private static final int MOST_VARIANTS = 12;
    private static final int SHORTEST_NAME_CHARACTERS = 2;

    private final Map<String, Set<String>> others = new HashMap<>();
    private final Map<String, Set<String>> byPinyin = new HashMap<>();
    private final Map<String, Set<String>> byInitials = new HashMap<>();
    private final int longest;

    ProductNames() {
        this(
                Stream.of("produce-aliases.csv", "search-aliases.csv")
                        .flatMap(file -> CsvTable.read(file).stream())
                        .toList());
    }

    private ProductNames(List<NamedCsvRecord> rows) {
        Set<String> ambiguous = new HashSet<>();
        rows.stream()
                .filter(row -> row.getField("ambiguous").equals("1"))
                .forEach(row -> ambiguous.add(row.getField("alias")));
        Map<String, Set<String>> groups = new HashMap<>();
        for (NamedCsvRecord row : rows) {
            Set<String> group =
                    groups.computeIfAbsent(row.getField("canonical"), _ -> new LinkedHashSet<>());
            group.add(row.getField("canonical"));
            group.add(row.getField("alias"));
        }
        groups.values().forEach(group -> join(group, ambiguous));
        others.keySet().forEach(this::read);
        longest = others.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    private void read(String name) {
        String syllables = Pinyin.of(name);
        byPinyin.computeIfAbsent(joined(syllables), _ -> new LinkedHashSet<>()).add(name);
        String initials = joined(syllables.replaceAll("([^ ])[^ ]*", "$1"));
        byInitials.computeIfAbsent(initials, _ -> new LinkedHashSet<>()).add(name);
    }

    private void join(Set<String> group, Set<String> ambiguous) {
        List<String> names =
                group.stream()
                        .filter(name -> name.length() >= SHORTEST_NAME_CHARACTERS)
                        .filter(name -> !ambiguous.contains(name))
                        .toList();
        for (String name : names) {
            Set<String> same = others.computeIfAbsent(name, _ -> new LinkedHashSet<>());
            names.stream().filter(other -> !other.equals(name)).forEach(same::add);
        }
    }

    /**
     * The text with the first name in it said in other words; at a place the longest name counts,
     * so that 山药蛋 is no 山药.
     */
    List<String> variants(String text) {
        for (int from = 0; from < text.length(); from++) {
            for (int to = Math.min(text.length(), from + longest); to > from; to--) {
                Set<String> names = others.get(text.substring(from, to));
                if (names != null && !names.isEmpty()) {
                    return replaced(text, from, to, names);
                }
            }
        }
        return List.of();
    }

    private static List<String> replaced(String text, int from, int to, Collection<String> names) {
        return names.stream()
                .limit(MOST_VARIANTS)
                .map(name -> text.substring(0, from) + name + text.substring(to))
                .toList();
    }

    /** Names of produce that are read like this, and their other names. */
    List<String> readAs(String latin) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : byPinyin.getOrDefault(joined(latin), Set.of())) {
            names.add(name);
            names.addAll(variants(name));
        }
        return new ArrayList<>(names);
    }

    /** Names of produce whose reading has these initials: yy is 洋芋. */
    List<String> initialled(String initials) {
        return byInitials.getOrDefault(initials, Set.of()).stream().limit(MOST_VARIANTS).toList();
    }

    private static String joined(String syllables) {
        return syllables.replaceAll("[ ']", "");
    }
}
