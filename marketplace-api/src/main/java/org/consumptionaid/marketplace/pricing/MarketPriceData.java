package org.consumptionaid.marketplace.pricing;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.consumptionaid.marketplace.shared.CsvTable;
import org.consumptionaid.marketplace.shared.ReferenceData;
import org.springframework.stereotype.Component;

/**
 * Loads the wholesale prices of vegetables. Left out is what is not sold by weight (份, 盒, 袋 …) or
 * is a mixture; rows that differ only by a number or a note in brackets are one kind of produce, of
 * which the row with the most days of a month counts, then the lower price.
 */
@Component
class MarketPriceData extends ReferenceData {
    private static final String PRICES = "market-prices.csv";
    private static final String[] ALIASES = {"produce-aliases.csv", "search-aliases.csv"};
    private static final String MARKET = "一家商超的批发进价（月度中位数）";
    private static final String SOURCE = "全国大学生数学建模竞赛 2023 年 C 题公开数据（2020-07 至 2023-06）";
    private static final Pattern NOT_BY_WEIGHT =
            Pattern.compile("[(][^)]*(份|盒|袋|包|个|朵|克)[^)]*[)]|组合|套餐|拼装|礼盒|双拼|手提袋|系列|四宝|粽");
    private static final Pattern NOTE = Pattern.compile("[(][^)]*[)]| ");
    private static final String INSERT_PRICE =
            "INSERT INTO market_price (item, month, fen_per_kg, market, source) VALUES (?, (? || '-01')::date, ?, ?, ?)";
    private static final String INSERT_NAME =
            "INSERT INTO market_price_name (name, item) VALUES (?, ?)";
    private static final String EMPTY = "DELETE FROM market_price_name; DELETE FROM market_price";

    private record Key(String item, String month) {}

    MarketPriceData() {
        super("4 market prices", PRICES, ALIASES[0], ALIASES[1]);
    }

    @Override
    protected void load(Connection connection) throws SQLException {
        Map<Key, NamedCsvRecord> prices = prices(CsvTable.read(PRICES));
        try (Statement statement = connection.createStatement()) {
            statement.execute(EMPTY);
        }
        batch(
                connection,
                INSERT_PRICE,
                List.copyOf(prices.entrySet()),
                row ->
                        Arrays.asList(
                                row.getKey().item(),
                                row.getKey().month(),
                                fen(row.getValue()),
                                MARKET,
                                SOURCE));
        batch(
                connection,
                INSERT_NAME,
                List.copyOf(names(prices).entrySet()),
                row ->
                        Arrays.asList(
                                row.getKey(), row.getValue().isEmpty() ? null : row.getValue()));
    }

    private static Map<Key, NamedCsvRecord> prices(List<NamedCsvRecord> rows) {
        Comparator<NamedCsvRecord> better =
                Comparator.<NamedCsvRecord>comparingLong(
                                row -> Long.parseLong(row.getField("days")))
                        .thenComparing(MarketPriceData::fen, Comparator.reverseOrder());
        Map<Key, NamedCsvRecord> best = new HashMap<>();
        for (NamedCsvRecord row : rows) {
            String item = row.getField("item");
            if (!NOT_BY_WEIGHT.matcher(item).find() && fen(row) > 0) {
                Key key = new Key(NOTE.matcher(item).replaceAll(""), row.getField("month"));
                best.merge(key, row, (a, b) -> better.compare(a, b) >= 0 ? a : b);
            }
        }
        return best;
    }

    /** Every name of produce with its item; empty where there is no price of it. */
    private static Map<String, String> names(Map<Key, NamedCsvRecord> prices) {
        Map<String, String> names = new TreeMap<>();
        prices.keySet().forEach(key -> names.put(key.item(), key.item()));
        Map<String, String> others = new TreeMap<>();
        for (String file : ALIASES) {
            for (NamedCsvRecord row : CsvTable.read(file)) {
                String canonical = row.getField("canonical");
                String alias = row.getField("alias");
                boolean clear = row.getField("ambiguous").equals("0");
                link(names, others, canonical, clear ? alias : "");
                link(names, others, alias, clear ? canonical : "");
            }
        }
        others.forEach(names::putIfAbsent);
        names.keySet().removeIf(name -> name.length() < 2);
        return names;
    }

    /** What a name costs is what the other name costs. */
    private static void link(
            Map<String, String> items, Map<String, String> others, String name, String other) {
        String item = items.getOrDefault(other, "");
        others.merge(name, item, (a, b) -> a.isEmpty() ? b : a);
    }

    private static long fen(NamedCsvRecord row) {
        return Long.parseLong(row.getField("median_fen_per_kg"));
    }
}
