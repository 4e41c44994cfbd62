package org.consumptionaid.marketplace.sheets;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.consumptionaid.marketplace.shared.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Titles, notes and sentences, in the reader's language. */
@Component
class Words {
    private static final List<Locale> SPOKEN = List.of(Languages.CHINESE, Locale.ENGLISH);
    private static final int LETTERS = 26;

    private final MessageSource messages;
    private final Map<String, Column> titles = new HashMap<>();
    private final List<String> examples;

    Words(MessageSource messages) {
        this.messages = messages;
        for (Locale locale : SPOKEN) {
            Stream.of(Column.values())
                    .forEach(column -> titles.put(tidy(title(column, locale)), column));
        }
        this.examples = SPOKEN.stream().map(locale -> say("sheet.example-mark", locale)).toList();
    }

    String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String title(Column column, Locale locale) {
        return say("sheet.column." + column.field(), locale);
    }

    String sentence(Wrong wrong, Locale locale) {
        if (wrong.column() == null) {
            return say(wrong.key(), locale, wrong.arguments().toArray());
        }
        Object[] arguments =
                Stream.concat(Stream.of(title(wrong.column(), locale)), wrong.arguments().stream())
                        .toArray();
        return say(wrong.key(), locale, arguments);
    }

    /** The column of a title in any language; none if it is not one of ours. */
    @Nullable Column columnOf(String title) {
        return titles.get(tidy(title));
    }

    Map<Column, Integer> positions(List<String> titlesOfAFile) {
        Map<Column, Integer> positions = new EnumMap<>(Column.class);
        for (int i = 0; i < titlesOfAFile.size(); i++) {
            Column column = columnOf(titlesOfAFile.get(i));
            if (column != null) {
                positions.put(column, i);
            }
        }
        return positions;
    }

    /** What a file has that is left aside: columns that are not ours. */
    List<String> notices(List<String> titlesOfAFile, Locale locale) {
        return titlesOfAFile.stream()
                .filter(title -> !title.isEmpty() && columnOf(title) == null && !isMarks(title))
                .map(title -> say("sheet.notice.column", locale, title))
                .toList();
    }

    /** Whether a product's name says that its row is the template's example. */
    boolean isExample(String name) {
        return examples.stream().anyMatch(name.strip()::startsWith);
    }

    /** Whether a title is that of the column that says what is wrong. */
    boolean isMarks(String title) {
        return SPOKEN.stream().anyMatch(locale -> say("sheet.wrongs", locale).equals(title));
    }

    /** The letter of a column, from A at 0. */
    static String letter(int position) {
        String last = Character.toString('A' + position % LETTERS);
        return position < LETTERS ? last : letter(position / LETTERS - 1) + last;
    }

    private static String tidy(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKC)
                .replaceAll("[\\s*]", "")
                .toLowerCase(Locale.ROOT);
    }
}
