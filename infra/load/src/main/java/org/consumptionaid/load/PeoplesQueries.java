package org.consumptionaid.load;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.consumptionaid.marketplace.shared.Pinyin;

/** Different queries in the words of the generated catalogue: produce, places, weights, pinyin. */
final class PeoplesQueries {
    private static final List<String> WEIGHTS = List.of("5公斤", "10斤", "5kg", "2500克", "一级");

    private final List<Produce> produce = Produce.all();
    private final List<NamedCsvRecord> counties = SeedTable.read("counties-832.csv");
    private final Random random;

    private PeoplesQueries(Random random) {
        this.random = random;
    }

    /** So many, no two the same. */
    static List<String> of(int count, Random random) {
        PeoplesQueries queries = new PeoplesQueries(random);
        Set<String> different = new LinkedHashSet<>();
        while (different.size() < count) {
            different.add(queries.next());
        }
        return List.copyOf(different);
    }

    private String next() {
        String name = produce.get(random.nextInt(produce.size())).name();
        NamedCsvRecord county = counties.get(random.nextInt(counties.size()));
        String place = CountyName.shortened(county.getField("name"));
        return switch (random.nextInt(6)) {
            case 0 -> name;
            case 1 -> county.getField("province").substring(0, 2) + name;
            case 2 -> name + WEIGHTS.get(random.nextInt(WEIGHTS.size()));
            case 3 -> Pinyin.of(name).replace(" ", "");
            default -> place + name;
        };
    }
}
