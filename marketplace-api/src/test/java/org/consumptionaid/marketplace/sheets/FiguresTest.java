package org.consumptionaid.marketplace.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10       | 10000",
                "2.5      | 2500",
                "10公斤    | 10000",
                "10 kg    | 10000",
                "10KG     | 10000",
                "１０千克   | 10000",
                "10斤      | 5000",
                "3市斤     | 1500",
                "500克     | 500",
                "500g     | 500",
                "0.5吨     | 500000",
                "1,000    | 1000000",
                "-5       | -5000",
                "1e9      | ",
                "10两      | ",
                "5-10     | ",
                "5公斤~6公斤 | ",
                "2,5      | ",
                "很重      | ",
                "1.0005   | ",
                "1.2.3    | "
            })
    void readsAWeightAsPeopleTypeIt(String typed, Long grams) {
        check(Figures.grams(typed), grams);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "36.8      | 3680",
                "36.80元    | 3680",
                "¥36.80    | 3680",
                "￥36.80    | 3680",
                "1,234.50  | 123450",
                "0         | 0",
                "-1        | -100",
                "999999999999999999999999 | 1000000000000",
                "36.805    | ",
                "36,8      | ",
                "36.8元/斤   | ",
                "面议       | ",
                "30-40     | "
            })
    void readsAPriceAsPeopleTypeIt(String typed, Long fen) {
        check(Figures.fen(typed), fen);
    }

    @ParameterizedTest
    @CsvSource({
        "9, 9", "9月, 9", "9月份, 9", "九月, 9", "十二月, 12", "13, 13", "0, 0", "1.5,", "冬天,", "九十月,"
    })
    void readsAMonthAsPeopleTypeIt(String typed, Long month) {
        check(Figures.month(typed), month);
    }

    @ParameterizedTest
    @CsvSource({"40, 40", "0, 0", "-1, -1", "40.0, 40", "40.5,", "40箱,", "充足,"})
    void readsACountAsPeopleTypeIt(String typed, Long count) {
        check(Figures.count(typed), count);
    }

    private static void check(Figures.Read read, Long expected) {
        if (expected == null) {
            assertThat(read.code()).isNotNull();
        } else {
            assertThat(read).isEqualTo(Figures.Read.of(expected));
        }
    }
}
