package org.consumptionaid.console.market;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence what a console without an API needs. */
class ApiAddressMissingAnalyzer extends AbstractFailureAnalyzer<ApiSettings.ApiAddressMissing> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ApiSettings.ApiAddressMissing cause) {
        return new FailureAnalysis(
                "The console does not know where the marketplace API is.",
                "Set MARKETPLACE_API_URL to its address, such as https://api.example.org, or start"
                        + " with SPRING_PROFILES_ACTIVE=demo to use http://localhost:8081.",
                cause);
    }
}
