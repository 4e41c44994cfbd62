package org.consumptionaid.indexer;

import java.util.concurrent.atomic.AtomicInteger;
import org.consumptionaid.localstack.LocalElasticsearch;
import org.consumptionaid.localstack.LocalPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A real PostgreSQL and a real Elasticsearch, one of each for all tests, and the indexers that run
 * on them.
 */
public final class Stack {

    public static final LocalPostgres POSTGRES = LocalPostgres.start(null, 0);
    public static final LocalElasticsearch ELASTICSEARCH = LocalElasticsearch.start(null, 0);

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    static {
        POSTGRES.createDatabase(TEMPLATE);
        Flyway.configure()
                .dataSource(POSTGRES.jdbcUrl(TEMPLATE), POSTGRES.user(), POSTGRES.password())
                .locations("filesystem:../marketplace-api/src/main/resources/db/migration")
                .load()
                .migrate();
    }

    private Stack() {}

    /** A new database with the API's tables, and with products of the test's own making. */
    public static Catalogue newCatalogue() {
        String database = "catalogue_" + DATABASES.incrementAndGet();
        POSTGRES.createDatabase(database, TEMPLATE);
        return new Catalogue(database);
    }

    /** Starts an indexer; it works until its context is closed. */
    public static ConfigurableApplicationContext startIndexer(Catalogue catalogue) {
        return new SpringApplicationBuilder(CatalogIndexerApplication.class)
                .properties(
                        "DATABASE_URL=" + POSTGRES.url(catalogue.database()),
                        "ELASTICSEARCH_URL=" + ELASTICSEARCH.url(),
                        "server.port=0")
                .run("--server.port=0");
    }
}
