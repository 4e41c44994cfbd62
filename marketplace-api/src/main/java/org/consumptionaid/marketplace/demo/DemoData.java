package org.consumptionaid.marketplace.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Fills the marketplace after the migrations, once: what is there already stays as it is, so that
 * orders and edits survive a restart.
 */
@Component
@Profile("demo")
class DemoData implements Callback {
    private final DemoAccounts accounts;
    private final DemoCatalog catalog;
    private final DemoCertificates certificates;
    private final DemoApplications applications;
    private final DemoRegistrations registrations;
    private final DemoBank bank;
    private final DemoOrders orders;
    private final Clock clock;

    DemoData(
            DemoAccounts accounts,
            DemoCatalog catalog,
            DemoCertificates certificates,
            DemoApplications applications,
            DemoRegistrations registrations,
            DemoBank bank,
            DemoOrders orders,
            Clock clock) {
        this.accounts = accounts;
        this.catalog = catalog;
        this.certificates = certificates;
        this.applications = applications;
        this.registrations = registrations;
        this.bank = bank;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            load(context.getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException("the demonstration data could not be loaded", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "demonstration data";
    }

    private void load(Connection connection) throws SQLException {
        boolean wasAutoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        catalog.load(connection, clock.instant());
        accounts.load(connection, clock.instant());
        DemoBureau.load(connection, clock.instant());
        DemoUnit.load(connection, clock.instant());
        certificates.load(connection, clock.instant());
        applications.load(connection, clock.instant());
        registrations.load(connection, clock.instant());
        bank.load(connection);
        orders.load(connection, clock.instant());
        connection.commit();
        connection.setAutoCommit(wasAutoCommit);
    }
}
