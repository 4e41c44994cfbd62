package org.consumptionaid.marketplace.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.consumptionaid.marketplace.remittance.MatchRules.Remitted;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchRulesTest {
    private static final String UNIT = "兰州市税务局机关食堂（演示）";
    private static final String CODE = CheckedNumber.of('D', 42);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "D00000427",
                "货款 d00000427",
                "D 0000 0427",
                "D-0000-0427 11月",
                "Ｄ０００００４２７",
                "付D:00000427货款",
                "D000004272026"
            })
    void hearsACodeHoweverItIsWritten(String text) {
        assertThat(MatchRules.codesIn(text)).contains(CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "货款", "D0000042", "00000427", "AD00000427", "D00000428"})
    void hearsNoCodeWhereThereIsNone(String text) {
        assertThat(MatchRules.codesIn(text)).doesNotContain(CODE);
    }

    @Test
    void knowsAUnitWhoseBankWritesOtherBrackets() {
        assertThat(MatchRules.payerFits("兰州市税务局机关食堂(演示) ", UNIT, false)).isTrue();
        assertThat(MatchRules.payerFits("兰州市国库", UNIT, false)).isFalse();
        assertThat(MatchRules.payerFits("兰州市国库", UNIT, true)).isTrue();
    }

    @Test
    void findsWhatIsWrong() {
        Bill bill = bill(CODE, UNIT, 3_680);

        assertThat(finding(3_680, UNIT, CODE, bill)).isEqualTo(Finding.EXACT);
        assertThat(finding(3_000, UNIT, CODE, bill)).isEqualTo(Finding.PART_PAYMENT);
        assertThat(finding(4_000, UNIT, CODE, bill)).isEqualTo(Finding.OVER_PAYMENT);
        assertThat(finding(3_680, "某国库", CODE, bill)).isEqualTo(Finding.UNKNOWN_PAYER);
        assertThat(finding(3_680, UNIT, "D00000437", bill)).isEqualTo(Finding.WRONG_CODE);
        assertThat(finding(3_680, UNIT, "货款", bill)).isEqualTo(Finding.NO_CODE);
        assertThat(finding(1, "某国库", "货款", bill)).isEqualTo(Finding.NOTHING_FITS);
    }

    @Test
    void doesNotChooseBetweenTwoCodes() {
        Bill one = bill(CODE, UNIT, 3_680);
        Bill other = bill(CheckedNumber.of('D', 43), UNIT, 5_000);

        assertThat(finding(3_680, UNIT, CODE + " " + other.code(), one, other))
                .isEqualTo(Finding.WRONG_CODE);
    }

    @Test
    void putsTheBillWithTheCodeBeforeTheOneWithAmountAndPayer() {
        Bill coded = bill(CODE, "别的单位", 9_999);
        Bill likely = bill(CheckedNumber.of('D', 7), UNIT, 3_680);

        assertThat(MatchRules.matches(new Remitted(3_680, UNIT, CODE), List.of(likely, coded)))
                .extracting(match -> match.bill().code())
                .containsExactly(coded.code(), likely.code());
    }

    @Property
    void postsByItselfOnlyWhereCodeAmountAndPayerFit(
            @ForAll @IntRange(max = 3) int named,
            @ForAll @LongRange(min = 1, max = 4) long amount,
            @ForAll boolean isTheUnit) {
        List<Bill> bills = bills();
        String code = named == 3 ? "" : bills.get(named).code();
        Remitted line = new Remitted(amount, isTheUnit ? UNIT : "别人", code);

        List<Match> matches = MatchRules.matches(line, bills);
        boolean exact = MatchRules.finding(matches) == Finding.EXACT;

        assertThat(exact).isEqualTo(named < 3 && isTheUnit && amount == named + 1);
        if (exact) {
            assertThat(matches.getFirst().certaintyPercent()).isEqualTo(100);
            assertThat(matches.getFirst().bill().dueFen()).isEqualTo(amount);
        }
    }

    @Property
    void doesNotDependOnTheOrderBillsComeIn(
            @ForAll Random random, @ForAll @LongRange(min = 1, max = 4) long amount) {
        List<Bill> shuffled = new ArrayList<>(bills());
        Collections.shuffle(shuffled, random);
        Remitted line = new Remitted(amount, UNIT, CODE);

        assertThat(MatchRules.matches(line, shuffled)).isEqualTo(MatchRules.matches(line, bills()));
    }

    @Property
    void neverPostsOnACodeWithOneWrongDigitButProposesTheRightOne(
            @ForAll @LongRange(min = 1, max = 9_999_999) long counter,
            @ForAll @IntRange(min = 1, max = 8) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        String code = CheckedNumber.of('D', counter);
        char wrong = (char) ('0' + (code.charAt(place) - '0' + by) % 10);
        String heard = code.substring(0, place) + wrong + code.substring(place + 1);

        Finding finding = finding(3_680, UNIT, heard, bill(code, UNIT, 3_680));

        assertThat(finding).isEqualTo(Finding.WRONG_CODE);
        assertThat(MatchRules.slipsIn(heard)).contains(code);
    }

    private static Finding finding(long fen, String payer, String text, Bill... bills) {
        return MatchRules.finding(
                MatchRules.matches(new Remitted(fen, payer, text), List.of(bills)));
    }

    /** Three bills of the unit, of 1, 2 and 3 fen. */
    private static List<Bill> bills() {
        return List.of(
                bill(CODE, UNIT, 1),
                bill(CheckedNumber.of('D', 900), UNIT, 2),
                bill(CheckedNumber.of('F', 77), UNIT, 3));
    }

    private static Bill bill(String code, String buyer, long fen) {
        UUID order = UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Bill(
                code, order, buyer, false, List.of(new Bill.Share(order, code, "合作社", fen)));
    }
}
