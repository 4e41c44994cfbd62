package org.consumptionaid.marketplace.shared;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to set instead of a stack trace. */
final class BadSettingsAnalyzer extends AbstractFailureAnalyzer<BadSettingsException> {
    private static final String ACTION =
            """
            Set them in the environment:
              DATABASE_URL              postgresql://user:password@host:5432/database
              ELASTICSEARCH_URL         https://user:password@host:9200
              MARKETPLACE_DATA_KEYS     name:64 random hexadecimal digits, the same for every instance; an old one
                                        stays behind a comma until nothing is sealed with it
              MARKETPLACE_TOKEN_SECRET  at least 32 random characters, the same for every instance
              STRIPE_API_KEY            sk_live_… or sk_test_…
              STRIPE_WEBHOOK_SECRET     whsec_…; several with commas between while one is changed
            For a first look on your own machine use infra/run, which sets all of them.\
            """;

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BadSettingsException cause) {
        return new FailureAnalysis(cause.getMessage(), ACTION, cause);
    }
}
