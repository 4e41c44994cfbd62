package org.consumptionaid.marketplace.shared;

import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/**
 * Refuses a start without the settings that have no safe default, naming all that are missing at
 * once.
 */
public final class RequiredSettings implements EnvironmentPostProcessor {
    private static final List<String> REQUIRED =
            List.of(
                    "DATABASE_URL",
                    "ELASTICSEARCH_URL",
                    "MARKETPLACE_TOKEN_SECRET",
                    "STRIPE_API_KEY",
                    "STRIPE_WEBHOOK_SECRET");
    private static final int SHORTEST_SECRET = 32;

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        List<String> missing =
                REQUIRED.stream()
                        .filter(name -> !StringUtils.hasText(environment.getProperty(name)))
                        .toList();
        if (!missing.isEmpty()) {
            throw new BadSettingsException(
                    "These settings are missing: " + String.join(", ", missing) + ".");
        }
        if (environment.getRequiredProperty("MARKETPLACE_TOKEN_SECRET").length()
                < SHORTEST_SECRET) {
            throw new BadSettingsException(
                    "MARKETPLACE_TOKEN_SECRET must have at least "
                            + SHORTEST_SECRET
                            + " characters.");
        }
    }
}
