package org.consumptionaid.load;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.CreditCode;

/** A made-up cooperative of a real county. */
record Supplier(UUID id, String name, String creditCode, String countyCode, String county) {
    private static final String LUCKY = "丰农田园绿源康泰和顺金穗兴旺福瑞祥茂盛鑫达惠民众益春华秋实青禾沃野";
    private static final List<String> TRADES =
            List.of("种植", "养殖", "果蔬", "农产品", "特色农业", "生态农业", "种养", "农民");

    /** A county of the list. */
    record County(String code, String name) {}

    static Supplier of(int number, County county, GeneratedIds ids, Random random) {
        String county2 = CountyName.shortened(county.name());
        String name = county2 + lucky(random) + lucky(random) + of(TRADES, random) + "专业合作社（演示）";
        // In form that of a farmers' cooperative (93), in a range that no register issues.
        String code = CreditCode.ofBody("93%sLD%07d".formatted(county.code(), number)).value();
        return new Supplier(ids.next(), name, code, county.code(), county2);
    }

    private static String lucky(Random random) {
        int at = random.nextInt(LUCKY.length());
        return LUCKY.substring(at, at + 1);
    }

    private static String of(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
