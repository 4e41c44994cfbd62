package org.consumptionaid.marketplace.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.consumptionaid.marketplace.payment.RefundRules.Part;
import org.consumptionaid.marketplace.payment.RefundRules.Refundable;
import org.consumptionaid.marketplace.shared.Money;
import org.consumptionaid.marketplace.shared.RefusedException;

class RefundRulesTest {
    @Property
    void sendsBackExactlyTheAmountAndToNoPaymentMoreThanIsLeftOfIt(
            @ForAll @Size(max = 5) List<@LongRange(min = 0, max = 1_000) Long> left,
            @ForAll @LongRange(min = 1, max = 4_000) long fen) {
        List<Refundable> paid =
                left.stream().map(one -> new Refundable(UUID.randomUUID(), one)).toList();
        long most = left.stream().mapToLong(Long::longValue).sum();
        if (fen > most) {
            assertThatThrownBy(() -> RefundRules.spread(paid, new Money(fen)))
                    .isInstanceOf(RefusedException.class);
            return;
        }

        List<Part> parts = RefundRules.spread(paid, new Money(fen));

        assertThat(parts.stream().mapToLong(part -> part.amount().fen()).sum()).isEqualTo(fen);
        assertThat(parts).extracting(Part::paymentId).doesNotHaveDuplicates();
        List<Refundable> used = paid.stream().filter(one -> one.leftFen() > 0).toList();
        for (int i = 0; i < parts.size(); i++) {
            assertThat(parts.get(i).paymentId()).isEqualTo(used.get(i).id());
            assertThat(parts.get(i).amount().fen()).isBetween(1L, used.get(i).leftFen());
            boolean isLast = i == parts.size() - 1;
            assertThat(isLast || parts.get(i).amount().fen() == used.get(i).leftFen()).isTrue();
        }
    }
}
