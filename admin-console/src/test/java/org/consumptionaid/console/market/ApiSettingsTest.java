package org.consumptionaid.console.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class ApiSettingsTest {

    private final ApplicationContextRunner console =
            new ApplicationContextRunner().withUserConfiguration(Client.class);

    @Test
    void refusesToStartWithoutTheAddressOfTheApi() {
        console.run(context ->
                assertThat(context)
                        .getFailure()
                        .hasRootCauseInstanceOf(ApiSettings.ApiAddressMissing.class));
    }

    @Test
    void takesTheAddressFromTheEnvironment() {
        console.withPropertyValues("marketplace.api.url=http://api.example.org:8081")
                .run(context -> assertThat(context.getBean(URI.class)).hasPort(8081));
    }

    @Test
    void saysInOneSentenceWhatIsMissing() {
        var analysis = new ApiAddressMissingAnalyzer().analyze(new ApiSettings.ApiAddressMissing());

        assertThat(analysis).isNotNull();
        assertThat(analysis.getAction()).contains("MARKETPLACE_API_URL");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ApiSettings.class)
    static class Client {

        @Bean
        URI url(ApiSettings settings) {
            return settings.requiredUrl();
        }
    }
}
