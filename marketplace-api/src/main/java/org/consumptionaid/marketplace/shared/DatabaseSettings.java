package org.consumptionaid.marketplace.shared;

import io.r2dbc.spi.ConnectionFactoryOptions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Gives Flyway the same database as the application, from the one variable {@code DATABASE_URL}.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseSettings {
    @Bean
    FlywayConnectionDetails sameDatabase(@Value("${spring.r2dbc.url}") String url) {
        return new SameDatabase(ConnectionFactoryOptions.parse(url));
    }

    private record SameDatabase(ConnectionFactoryOptions options)
            implements FlywayConnectionDetails {
        private static final int POSTGRES_PORT = 5432;

        @Override
        public String getJdbcUrl() {
            Object port = options.getValue(ConnectionFactoryOptions.PORT);
            return "jdbc:postgresql://"
                    + options.getRequiredValue(ConnectionFactoryOptions.HOST)
                    + ":"
                    + (port == null ? POSTGRES_PORT : port)
                    + "/"
                    + options.getRequiredValue(ConnectionFactoryOptions.DATABASE);
        }

        @Override
        public String getUsername() {
            return String.valueOf(options.getRequiredValue(ConnectionFactoryOptions.USER));
        }

        @Override
        public String getPassword() {
            Object password = options.getValue(ConnectionFactoryOptions.PASSWORD);
            return password == null ? "" : password.toString();
        }
    }
}
