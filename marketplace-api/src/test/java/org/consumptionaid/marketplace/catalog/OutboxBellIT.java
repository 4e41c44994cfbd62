package org.consumptionaid.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.ConnectionFactoryOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.consumptionaid.marketplace.LocalServers;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@MarketplaceTest
class OutboxBellIT {
    private static final int SOON_MILLIS = 5_000;

    @Autowired private Market market;

    @Value("${spring.r2dbc.url}")
    private String url;

    @Test
    void wakesTheIndexersAtEveryChangeAndNotOnlyAtTheFirst() throws SQLException {
        try (Connection listener = connect()) {
            listener.createStatement().execute("LISTEN catalog_change");
            PGConnection notifications = listener.unwrap(PGConnection.class);

            for (int change = 1; change <= 3; change++) {
                market.list("cooperative", 10);
                assertThat(notifications.getNotifications(SOON_MILLIS))
                        .as("change " + change)
                        .isNotEmpty();
            }
        }
    }

    private Connection connect() throws SQLException {
        String database =
                String.valueOf(
                        ConnectionFactoryOptions.parse(url)
                                .getRequiredValue(ConnectionFactoryOptions.DATABASE));
        return DriverManager.getConnection(
                LocalServers.POSTGRES.jdbcUrl(database),
                LocalServers.POSTGRES.user(),
                LocalServers.POSTGRES.password());
    }
}
