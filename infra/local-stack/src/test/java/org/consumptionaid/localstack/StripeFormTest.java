package org.consumptionaid.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripeFormTest {

    @Test
    void readsFieldsAndGroups() {
        StripeForm form =
                StripeForm.parse("amount=500&metadata[%E8%AE%A2%E5%8D%95]=7&confirm=true");

        assertThat(form.amount("amount")).isEqualTo(500);
        assertThat(form.group("metadata")).containsEntry("订单", "7").hasSize(1);
        assertThat(form.flag("confirm")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "amount=", "amount=0", "amount=-5", "amount=1.5", "amount=1e9"})
    void refusesAnAmountThatIsNotAPositiveNumberOfFen(String body) {
        assertThatExceptionOfType(StripeRefusal.class)
                .isThrownBy(() -> StripeForm.parse(body).amount("amount"));
    }
}
