package org.consumptionaid.load;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database as the variable {@code DATABASE_URL} names it, with user and password. */
record DatabaseAddress(String jdbcUrl, String user, String password) {
    static DatabaseAddress of(String url) {
        URI uri = URI.create(url);
        String[] account = String.valueOf(uri.getUserInfo()).split(":", 2);
        return new DatabaseAddress(
                "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath(),
                account[0],
                account.length == 2 ? account[1] : "");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }
}
