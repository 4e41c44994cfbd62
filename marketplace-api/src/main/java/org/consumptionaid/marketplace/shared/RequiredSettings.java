package org.consumptionaid.marketplace.shared;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
                    "MARKETPLACE_DATA_KEYS",
                    "MARKETPLACE_TOKEN_SECRET",
                    "STRIPE_API_KEY",
                    "STRIPE_WEBHOOK_SECRET");
    private static final String BUCKET = "MARKETPLACE_FILES_S3_BUCKET";
    private static final List<String> REQUIRED_WITH_BUCKET =
            List.of("MARKETPLACE_FILES_S3_ACCESS_KEY", "MARKETPLACE_FILES_S3_SECRET_KEY");
    private static final int SHORTEST_SECRET = 32;
    private static final Pattern DATA_KEYS =
            Pattern.compile("\\w+:[0-9a-f]{64}(\\s*,\\s*\\w+:[0-9a-f]{64})*");

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        List<String> missing =
                required(environment)
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
        if (!DATA_KEYS
                .matcher(environment.getRequiredProperty("MARKETPLACE_DATA_KEYS").strip())
                .matches()) {
            throw new BadSettingsException(
                    "MARKETPLACE_DATA_KEYS must be name:key, the key 64 hexadecimal digits.");
        }
    }

    private static Stream<String> required(ConfigurableEnvironment environment) {
        return StringUtils.hasText(environment.getProperty(BUCKET))
                ? Stream.concat(REQUIRED.stream(), REQUIRED_WITH_BUCKET.stream())
                : REQUIRED.stream();
    }
}
