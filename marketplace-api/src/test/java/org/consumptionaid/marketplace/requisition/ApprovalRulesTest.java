package org.consumptionaid.marketplace.requisition;

import static org.assertj.core.api.Assertions.assertThat;

import org.consumptionaid.marketplace.requisition.ApprovalRules.Voices;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalRulesTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0, 0, ",
        "1, 1, 1, 0, AGREED",
        "1, 1, 0, 1, REFUSED",
        "1, 3, 0, 2, ",
        "1, 3, 0, 3, REFUSED",
        "2, 3, 1, 1, ",
        "2, 3, 1, 2, REFUSED",
        "2, 3, 2, 1, AGREED",
        "3, 3, 2, 0, ",
        "3, 3, 0, 1, REFUSED"
    })
    void isDecidedOnceTheOthersCannotChangeIt(
            int needed, int approvers, int agreed, int refused, String outcome) {
        assertThat(new Voices(needed, approvers, agreed, refused).outcome())
                .isEqualTo(outcome == null ? null : Decision.valueOf(outcome));
    }
}
