package org.consumptionaid.marketplace.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.MovableClock;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

/** Nothing slips through the real use cases and the real database either. */
@MarketplaceTest
@Import(MovableClock.class)
class DatabaseWalkIT {
    private static final int STEPS = 10_000;
    private static final int LOOK_EVERY = 250;
    private static final int ENOUGH = STEPS / 100;
    private static final int COOPERATIVES = 2;
    private static final String COOPERATIVE =
            """
            WITH cooperative AS (
                INSERT INTO organisation (kind, name, county_code, created_at)
                VALUES ('COOPERATIVE', '随机合作社 ' || :i, '620422', now()) RETURNING id)
            INSERT INTO person (organisation_id, username, display_name, role, password_hash, created_at)
            SELECT id, 'walk' || :i, '随机', 'COOPERATIVE', '', now() FROM cooperative
            RETURNING id, organisation_id
            """;
    private static final String PERSON =
            "SELECT id, organisation_id FROM person WHERE username = :username";

    @Autowired private UseCases useCases;
    @Autowired private MovableClock clock;
    @Autowired private DatabaseClient database;

    @BeforeEach
    void stopTheClock() {
        clock.stopAt(Instant.now());
    }

    @AfterEach
    void letTheClockGoOn() {
        clock.set(Instant.now());
    }

    @Test
    void sellsNothingUncertifiedInTenThousandRandomSteps() {
        long seed = WalkSeed.next();
        DatabaseWalk walk =
                new DatabaseWalk(
                        seed, market(), clock, new Papers(rule("notice"), rule("validity")));
        for (int i = 0; i < STEPS; i++) {
            try {
                walk.step();
                if (i % LOOK_EVERY == 0) {
                    walk.look();
                }
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError("step " + i + " of the walk -Dseed=" + seed, wrong);
            }
        }

        assertThat(walk.done()).as("sales under seed %d", seed).isGreaterThan(ENOUGH);
        assertThat(walk.blocked()).as("stopped under seed %d", seed).isGreaterThan(ENOUGH);
    }

    private DatabaseWalk.Market market() {
        List<Caller> cooperatives =
                IntStream.range(0, COOPERATIVES)
                        .mapToObj(i ->
                                caller(
                                        database.sql(COOPERATIVE).bind("i", Integer.toString(i)),
                                        Role.COOPERATIVE))
                        .toList();
        return new DatabaseWalk.Market(
                useCases,
                cooperatives,
                person("buyer", Role.BUYER),
                person("county", Role.COUNTY_REVIEWER),
                person("province", Role.PROVINCE_REVIEWER));
    }

    private Caller person(String username, Role role) {
        return caller(database.sql(PERSON).bind("username", username), role);
    }

    private static Caller caller(DatabaseClient.GenericExecuteSpec sql, Role role) {
        return Objects.requireNonNull(
                sql.map(row ->
                                new Caller(
                                        Objects.requireNonNull(row.get("id", UUID.class)),
                                        Objects.requireNonNull(
                                                row.get("organisation_id", UUID.class)),
                                        role))
                        .one()
                        .block());
    }

    private int rule(String name) {
        return Math.toIntExact(
                Objects.requireNonNull(
                        database.sql(
                                        "SELECT value FROM rule WHERE code = 'certification.' || :name || '.days'")
                                .bind("name", name)
                                .mapValue(Long.class)
                                .one()
                                .block()));
    }
}
