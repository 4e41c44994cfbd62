package org.consumptionaid.load;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.Pinyin;

/** A product of a {@link Supplier}, at a price and in a season near the real ones. */
record GeneratedProduct(
        UUID id,
        Produce produce,
        String name,
        String pinyin,
        String variety,
        String grade,
        long grams,
        long priceFen,
        int seasonFrom,
        int seasonTo,
        long available,
        boolean listed) {
    /** None half the time. */
    private static final List<String> PLACES =
            List.of("", "", "", "", "", "", "高山", "山地", "河谷", "农家", "富硒", "老种");

    private static final List<String> GRADES = List.of("", "", "", "一级", "一级", "特级", "二级");
    private static final double[] PACKAGES = {0.5, 1, 1, 1, 2};
    private static final double CHEAPEST = 0.75;
    private static final double PRICE_SPREAD = 0.6;
    private static final long FEN_STEP = 10;
    private static final long GRAMS_MAX = 1_000_000;
    private static final int SOLD_OUT_PERCENT = 5;
    private static final int WITHDRAWN_PERCENT = 2;
    private static final int PERCENT = 100;
    private static final int STOCK_MAX = 6_000;
    private static final int MONTHS = 12;

    static GeneratedProduct of(
            Supplier supplier, Produce produce, GeneratedIds ids, Random random) {
        String name = supplier.county() + one(PLACES, random) + produce.name();
        String variety = random.nextBoolean() ? produce.variety() : "";
        double size = PACKAGES[random.nextInt(PACKAGES.length)];
        double price = produce.priceFen() * size * (CHEAPEST + random.nextDouble() * PRICE_SPREAD);
        int shift = produce.allYear() ? 0 : random.nextInt(3) - 1;
        return new GeneratedProduct(
                ids.next(),
                produce,
                name,
                reading(name, variety),
                variety,
                one(GRADES, random),
                Math.clamp(Math.round(produce.grams() * size), 1, GRAMS_MAX),
                Math.max(FEN_STEP, Math.round(price / FEN_STEP) * FEN_STEP),
                month(produce.seasonFrom() + shift),
                month(produce.seasonTo() + shift),
                happens(SOLD_OUT_PERCENT, random) ? 0 : 1 + random.nextInt(STOCK_MAX),
                !happens(WITHDRAWN_PERCENT, random));
    }

    /** As the API reads names and varieties; a test holds the two together. */
    static String reading(String name, String variety) {
        String reading = Pinyin.of(name);
        return variety.isEmpty() ? reading : reading + ";" + Pinyin.of(variety);
    }

    private static int month(int month) {
        return Math.floorMod(month - 1, MONTHS) + 1;
    }

    private static boolean happens(int percent, Random random) {
        return random.nextInt(PERCENT) < percent;
    }

    private static String one(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
