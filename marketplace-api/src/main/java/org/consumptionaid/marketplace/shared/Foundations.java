package org.consumptionaid.marketplace.shared;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

/** The beans everything stands on. */
@Configuration(proxyBeanMethods = false)
class Foundations {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean("localeContextResolver")
    LocaleContextResolver localeContextResolver() {
        return new LocaleContextResolver() {
            @Override
            public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
                return new SimpleLocaleContext(Languages.of(exchange));
            }

            @Override
            public void setLocaleContext(
                    ServerWebExchange exchange, @Nullable LocaleContext context) {
                throw new UnsupportedOperationException("the caller's header decides");
            }
        };
    }
}
