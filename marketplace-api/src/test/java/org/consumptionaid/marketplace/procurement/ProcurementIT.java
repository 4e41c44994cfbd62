package org.consumptionaid.marketplace.procurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarketplaceTest
class ProcurementIT {
    @Autowired private Requests api;

    @Autowired private Market market;

    @Test
    void countsWhatIsAcceptedAndPaidAndNothingElse() {
        long before = counted();
        String open = market.order("buyer2", market.list("cooperative", 10), 1);
        String cancelled = market.order("buyer2", market.list("cooperative", 10), 1);
        market.step("buyer2", cancelled, "cancellation", Map.of("reason", "重复"));
        assertThat(counted()).isEqualTo(before);

        market.ship("cooperative", open);
        market.accept("buyer2", open, 9_600);
        assertThat(counted()).isEqualTo(before);
        market.remit(open);

        assertThat(counted()).isEqualTo(before + 3_533);
    }

    @Test
    void namesTheShareOfTheRuleInForce() {
        assertThat(api.get("buyer2", "/procurement/year").number("/reservedShareBasisPoints"))
                .isEqualTo(1_000);
    }

    private long counted() {
        return api.get("buyer2", "/procurement/year").number("/countedFen");
    }
}
