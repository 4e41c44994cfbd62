package org.consumptionaid.marketplace.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class RequiredSettingsTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void startsWithAllSettings() {
        assertThatCode(() -> look(complete())).doesNotThrowAnyException();
    }

    @Test
    void namesAllThatAreMissingInOneSentence() {
        assertThatThrownBy(() -> look(new MockEnvironment()))
                .isInstanceOf(BadSettingsException.class)
                .hasMessage(
                        "These settings are missing: DATABASE_URL, ELASTICSEARCH_URL,"
                                + " MARKETPLACE_DATA_KEYS, MARKETPLACE_TOKEN_SECRET, STRIPE_API_KEY,"
                                + " STRIPE_WEBHOOK_SECRET.");
    }

    @Test
    void countsABlankSettingAsMissing() {
        assertThatThrownBy(() -> look(complete().withProperty("STRIPE_API_KEY", " ")))
                .hasMessage("These settings are missing: STRIPE_API_KEY.");
    }

    @Test
    void refusesATokenSecretThatCanBeGuessed() {
        String tooShort = SECRET.substring(1);

        assertThatThrownBy(
                        () -> look(complete().withProperty("MARKETPLACE_TOKEN_SECRET", tooShort)))
                .isInstanceOf(BadSettingsException.class)
                .hasMessageContaining("MARKETPLACE_TOKEN_SECRET must have at least 32 characters")
                .hasMessageNotContaining(tooShort);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k1", "k1:0123", "0123456789abcdef", "k1:0123,k2:4567"})
    void refusesDataKeysThatAreNone(String keys) {
        assertThatThrownBy(() -> look(complete().withProperty("MARKETPLACE_DATA_KEYS", keys)))
                .isInstanceOf(BadSettingsException.class)
                .hasMessageContaining("MARKETPLACE_DATA_KEYS must be name:key")
                .hasMessageNotContaining(keys);
    }

    @Test
    void saysHowToSetThemInsteadOfAStackTrace() {
        BadSettingsException cause = new BadSettingsException("These settings are missing: X.");

        var analysis = Objects.requireNonNull(new BadSettingsAnalyzer().analyze(cause));

        assertThat(analysis.getDescription()).isEqualTo("These settings are missing: X.");
        assertThat(analysis.getAction()).contains("infra/run", "DATABASE_URL");
    }

    private static void look(MockEnvironment environment) {
        new RequiredSettings().postProcessEnvironment(environment, new SpringApplication());
    }

    private static MockEnvironment complete() {
        return new MockEnvironment()
                .withProperty("DATABASE_URL", "postgresql://user@host/database")
                .withProperty("ELASTICSEARCH_URL", "http://host:9200")
                .withProperty("MARKETPLACE_DATA_KEYS", "k1:" + SECRET + SECRET)
                .withProperty("MARKETPLACE_TOKEN_SECRET", SECRET)
                .withProperty("STRIPE_API_KEY", "sk_test_x")
                .withProperty("STRIPE_WEBHOOK_SECRET", "whsec_x");
    }
}
