package org.consumptionaid.marketplace.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RuleTest {
    private static final String CODE = "payment.goods-first.days";
    private static final Instant START =
            Instant.parse("2025-05-31T16:00:00Z"); // 1 June in Shanghai
    private static final Instant END = Instant.parse("2026-05-31T16:00:00Z");

    @Test
    void isInForceFromItsFirstMomentUntilJustBeforeItsLast() {
        Rule rule = new Rule(CODE, "CN", START, END, 30);

        assertThat(rule.applies(CODE, START.minusNanos(1))).isFalse();
        assertThat(rule.applies(CODE, START)).isTrue();
        assertThat(rule.applies(CODE, END.minusNanos(1))).isTrue();
        assertThat(rule.applies(CODE, END)).isFalse();
    }

    @Test
    void staysInForceIfNoEndIsSaid() {
        Rule rule = new Rule(CODE, "CN", START, null, 30);

        assertThat(rule.applies(CODE, Instant.parse("9999-12-31T00:00:00Z"))).isTrue();
    }

    @Test
    void isNeitherAnotherRuleNorAnotherPlacesRule() {
        Rule rule = new Rule(CODE, "CN-GS", START, null, 15);

        assertThat(rule.applies(CODE, START)).isFalse();
        assertThat(new Rule(CODE, "CN", START, null, 30).applies("payment.pay-first.days", START))
                .isFalse();
    }
}
