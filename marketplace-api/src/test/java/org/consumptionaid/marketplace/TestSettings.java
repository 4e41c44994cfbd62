package org.consumptionaid.marketplace;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points the application at the local servers. */
class TestSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static {
        BlockingWatch.start();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("spring.r2dbc.url=r2dbc:" + LocalServers.newDatabase())
                // a test that moves the clock calls it itself
                .and("marketplace.orders.expire-every=PT24H")
                .and("marketplace.files.folder=target/files")
                .and("marketplace.stripe.api-base=" + LocalServers.STRIPE.url())
                .and(
                        "marketplace.stripe.webhook-secrets="
                                + LocalServers.OLD_WEBHOOK_SECRET
                                + ", "
                                + LocalServers.WEBHOOK_SECRET)
                .applyTo(context);
    }
}
