package org.consumptionaid.marketplace;

import java.util.UUID;
import org.consumptionaid.localstack.LocalPostgres;
import org.consumptionaid.localstack.StripeStandIn;

/** The real servers the tests of this module share: started once, stopped with the JVM. */
public final class LocalServers {
    /** Still valid while it is being changed. */
    public static final String OLD_WEBHOOK_SECRET = "whsec_" + UUID.randomUUID();

    public static final String WEBHOOK_SECRET = "whsec_" + UUID.randomUUID();
    public static final LocalPostgres POSTGRES = LocalPostgres.start(null, 0);
    public static final StripeStandIn STRIPE = StripeStandIn.start(0, null, WEBHOOK_SECRET);

    private LocalServers() {}

    /** A new empty database and its address. */
    public static String newDatabase() {
        String name = "it_" + UUID.randomUUID().toString().replace("-", "");
        POSTGRES.createDatabase(name);
        return POSTGRES.url(name);
    }
}
