package org.consumptionaid.load;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What grows somewhere: a speciality of the seed catalogue without its county's name, with a real
 * package, price and season.
 */
record Produce(
        String name,
        String category,
        String variety,
        String description,
        String unit,
        long grams,
        long priceFen,
        int seasonFrom,
        int seasonTo) {
    private static final String FILE = "specialities.csv";

    /** Each name once. */
    static List<Produce> all() {
        List<Produce> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (NamedCsvRecord row : SeedTable.read(FILE)) {
            String county = CountyName.shortened(row.getField("county_name"));
            String name = row.getField("name");
            if (name.startsWith(county) && name.length() >= county.length() + 2) {
                String bare = name.substring(county.length());
                if (!CountyName.isSuffix(bare.charAt(0)) && names.add(bare)) {
                    all.add(of(bare, row));
                }
            }
        }
        return List.copyOf(all);
    }

    private static Produce of(String name, NamedCsvRecord row) {
        return new Produce(
                name,
                row.getField("category"),
                row.getField("variety"),
                row.getField("description"),
                row.getField("unit"),
                Long.parseLong(row.getField("net_weight_g")),
                Long.parseLong(row.getField("price_fen")),
                Integer.parseInt(row.getField("season_from")),
                Integer.parseInt(row.getField("season_to")));
    }

    /** With which the codes of the categories below it begin; a certificate of it covers them. */
    String topCategory() {
        return category.split("-", 2)[0];
    }

    boolean allYear() {
        return seasonFrom == 1 && seasonTo == 12;
    }
}
