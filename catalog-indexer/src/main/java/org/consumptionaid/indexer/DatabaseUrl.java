package org.consumptionaid.indexer;

import java.net.URI;
import java.util.Set;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** DATABASE_URL; user and password are percent-encoded where they need it, options may follow. */
record DatabaseUrl(Credentials credentials, String jdbcUrl) implements JdbcConnectionDetails {

    private static final Set<String> SCHEMES = Set.of("postgresql", "postgres");

    /** For the driver, in seconds: a server that went silent must not hold a thread for ever. */
    private static final String LIMITS =
            "connectTimeout=5&socketTimeout=60&tcpKeepAlive=true&ApplicationName=catalog-indexer";

    static DatabaseUrl parse(String text) {
        URI uri = Setting.DATABASE.uri(text);
        Credentials credentials = Credentials.of(uri);
        if (credentials == null || !SCHEMES.contains(uri.getScheme())) {
            throw Setting.DATABASE.otherForm();
        }
        String options = uri.getRawQuery() == null ? LIMITS : uri.getRawQuery() + "&" + LIMITS;
        String server = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
        return new DatabaseUrl(
                credentials, "jdbc:postgresql://" + server + uri.getRawPath() + "?" + options);
    }

    @Override
    public String getUsername() {
        return credentials.user();
    }

    @Override
    public String getPassword() {
        return credentials.secret();
    }

    @Override
    public String getJdbcUrl() {
        return jdbcUrl;
    }
}
