package org.consumptionaid.marketplace.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.consumptionaid.marketplace.school.NeedView.NeedItem;
import org.junit.jupiter.api.Test;

/** Figures of WS/T 554-2017, table 4 (lunch), worked out by hand. */
class NeedRulesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final String CEREALS = "谷薯类";
    private static final List<Portion> TABLE_4_CEREALS =
            List.of(
                    new Portion(CEREALS, AgeGroup.AGE_6_8, 100_000, 120_000, false),
                    new Portion(CEREALS, AgeGroup.AGE_9_11, 120_000, 140_000, false),
                    new Portion(CEREALS, AgeGroup.AGE_12_14, 140_000, 160_000, false),
                    new Portion(CEREALS, AgeGroup.AGE_15_17, 140_000, 160_000, false));

    @Test
    void givesAHundredPupilsOfSixToEightFiftyToSixtyKilogramsOfCerealsAWeek() {
        NeedItem cereals = one(5, TABLE_4_CEREALS, new HeadCount(AgeGroup.AGE_6_8, 100));

        assertThat(cereals.minGrams()).isEqualTo(50_000);
        assertThat(cereals.maxGrams()).isEqualTo(60_000);
        assertThat(cereals.minGramsPerDay()).isEqualTo(10_000);
        assertThat(cereals.maxGramsPerDay()).isEqualTo(12_000);
    }

    /** 30 × 100 + 40 × 120 + 20 × 140 + 10 × 140 = 12,000 g a day. */
    @Test
    void addsTheAgeGroupsUp() {
        NeedItem cereals =
                one(
                        4,
                        TABLE_4_CEREALS,
                        new HeadCount(AgeGroup.AGE_6_8, 30),
                        new HeadCount(AgeGroup.AGE_9_11, 40),
                        new HeadCount(AgeGroup.AGE_12_14, 20),
                        new HeadCount(AgeGroup.AGE_15_17, 10));

        assertThat(cereals.minGramsPerDay()).isEqualTo(12_000);
        assertThat(cereals.minGrams()).isEqualTo(48_000);
        assertThat(cereals.maxGrams()).isEqualTo(4 * (30 * 120 + 40 * 140 + 20 * 160 + 10 * 160));
    }

    /** Salt, 2.5 g: 3 pupils need 7.5 g a day, 37.5 g in five days, not five times 8 g. */
    @Test
    void roundsUpToTheGramOnceAtTheEnd() {
        NeedItem salt =
                one(
                        5,
                        List.of(new Portion("盐", AgeGroup.AGE_15_17, 2_500, 2_500, false)),
                        new HeadCount(AgeGroup.AGE_15_17, 3));

        assertThat(salt.minGramsPerDay()).isEqualTo(8);
        assertThat(salt.minGrams()).isEqualTo(38);
    }

    @Test
    void needsNothingWithoutPupilsOrDays() {
        assertThat(one(5, TABLE_4_CEREALS).maxGrams()).isZero();
        assertThat(one(0, TABLE_4_CEREALS, new HeadCount(AgeGroup.AGE_6_8, 100)).maxGrams())
                .isZero();
    }

    @Test
    void keepsTheGuidelinesOrderAndMarksWhatIsProbablyAMisprint() {
        List<Portion> portions =
                List.of(
                        new Portion("盐", AgeGroup.AGE_6_8, 2_000, 2_000, false),
                        new Portion("蛋类", AgeGroup.AGE_6_8, 20_000, 20_000, true));

        List<NeedItem> items =
                NeedRules.need(
                        new SchoolWeek(MONDAY, 5, List.of()),
                        portions,
                        Map.of("蛋类", List.of("egg")));

        assertThat(items).extracting(NeedItem::foodGroup).containsExactly("盐", "蛋类");
        assertThat(items).extracting(NeedItem::doubtful).containsExactly(false, true);
        assertThat(items)
                .extracting(NeedItem::categories)
                .containsExactly(List.of(), List.of("egg"));
    }

    @Test
    void holdsTheLargestSchoolThereMayBe() {
        NeedItem cereals = one(7, TABLE_4_CEREALS, new HeadCount(AgeGroup.AGE_12_14, 20_000));

        assertThat(cereals.maxGrams()).isEqualTo(22_400_000);
    }

    private static NeedItem one(int days, List<Portion> portions, HeadCount... counts) {
        SchoolWeek week = new SchoolWeek(MONDAY, days, List.of(counts));
        return NeedRules.need(week, portions, Map.of()).getFirst();
    }
}
