package org.consumptionaid.marketplace.region;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class RegionStore {
    private static final String LISTED_COUNTIES =
            """
            SELECT code, code_at_exit, name, listed_name, province, prefecture, exit_year,
                   supervised_2020 AS supervised, deep_poverty_area, longitude, latitude
            FROM listed_county ORDER BY entry LIMIT 1000
            """;

    private static final String DIVISIONS =
            """
            SELECT code, name, prefecture, province, longitude, latitude FROM division ORDER BY code LIMIT 5000
            """;

    private final DatabaseClient database;

    RegionStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<ListedCounty>> listedCounties() {
        return database.sql(LISTED_COUNTIES).mapProperties(ListedCounty.class).all().collectList();
    }

    Mono<List<Division>> divisions() {
        return database.sql(DIVISIONS).mapProperties(Division.class).all().collectList();
    }
}
