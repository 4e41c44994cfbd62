package org.consumptionaid.marketplace.requisition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.springframework.r2dbc.core.DatabaseClient;

/** A budget unit of a test's own, with a manager and whoever else is asked for. */
final class Unit {
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final Requests api;
    private final DatabaseClient database;
    private final String prefix = "u" + UUID.randomUUID().toString().substring(0, 12) + ".";
    private final UUID id = UUID.randomUUID();

    private Unit(Requests api, DatabaseClient database) {
        this.api = api;
        this.database = database;
    }

    /** With people for every word of {@code roles}; the word before a dot is the role. */
    static Unit of(Requests api, DatabaseClient database, String... people) {
        Unit unit = new Unit(api, database);
        database.sql(
                        """
                        INSERT INTO organisation (id, kind, name, county_code, created_at)
                        VALUES (:id, 'BUDGET_UNIT', :name, '620102', now())
                        """)
                .bind("id", unit.id)
                .bind("name", "单位 " + unit.prefix)
                .then()
                .block(WAIT);
        unit.hire("manager");
        unit.give("manager", "manager", "MANAGER");
        for (String person : people) {
            unit.hire(person);
            unit.give(
                    "manager",
                    person,
                    person.replaceAll("[0-9]", "").toUpperCase(java.util.Locale.ROOT));
        }
        return unit;
    }

    UUID id() {
        return id;
    }

    String name(String person) {
        return prefix + person;
    }

    void hire(String person) {
        database.sql(
                        """
                        INSERT INTO person (organisation_id, username, display_name, role, password_hash, created_at)
                        SELECT :unit, :username, :username, 'BUYER', password_hash, now()
                        FROM person WHERE username = 'buyer'
                        """)
                .bind("unit", id)
                .bind("username", name(person))
                .then()
                .block(WAIT);
    }

    void give(String by, String person, String role) {
        done(role(by, "/unit/roles", name(person), role));
    }

    Answer role(String by, String path, String username, String role) {
        return post(by, path, Map.of("username", username, "role", role));
    }

    /** The account is closed, as an operator does. */
    void closeAccount(String person) {
        execute("UPDATE person SET disabled = true WHERE username = '" + name(person) + "'");
    }

    void rule(long fromFen, int level, int needed, String... approvers) {
        done(
                post(
                        "manager",
                        "/unit/approval-rules",
                        Map.of(
                                "fromFen",
                                fromFen,
                                "level",
                                level,
                                "needed",
                                needed,
                                "hours",
                                48,
                                "approvers",
                                List.of(approvers).stream().map(this::name).toList())));
    }

    /** The id of a new line of this year. */
    String budgetLine(int year, String code, long amountFen) {
        Answer added =
                post(
                        "manager",
                        "/unit/budget-lines",
                        Map.of(
                                "fiscalYear",
                                year,
                                "code",
                                code,
                                "name",
                                "食堂",
                                "amountFen",
                                amountFen));
        done(added);
        return added.body()
                .get("budgetLines")
                .valueStream()
                .filter(line -> line.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
    }

    Answer post(String person, String path, Object body) {
        return api.post(name(person), path, body);
    }

    Answer get(String person, String path) {
        return api.get(name(person), path);
    }

    /** The id of a new draft. */
    String draft(String product, long quantity) {
        return draft(Map.of("purpose", "职工食堂", "lines", List.of(Market.line(product, quantity))));
    }

    String draft(String product, long quantity, String budgetLine) {
        return draft(
                Map.of(
                        "purpose",
                        "职工食堂",
                        "budgetLineId",
                        budgetLine,
                        "lines",
                        List.of(Market.line(product, quantity))));
    }

    private String draft(Map<String, Object> form) {
        Answer made = post("buyer", "/requisitions", form);
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made.text("/requisition/id");
    }

    Answer submit(String id) {
        return post("buyer", "/requisitions/" + id + "/submission", Map.of());
    }

    /** The id of a new requisition that is submitted. */
    String submitted(String product, long quantity) {
        String draft = draft(product, quantity);
        done(submit(draft));
        return draft;
    }

    Answer decide(String who, String id, boolean agrees) {
        return post(
                who,
                "/requisitions/" + id + "/decision",
                Map.of("agrees", agrees, "comment", "意见"));
    }

    Answer order(String id) {
        return post("buyer", "/requisitions/" + id + "/orders", Map.of());
    }

    String state(String id) {
        return get("manager", "/requisitions/" + id).text("/requisition/state");
    }

    long events(String id, String action) {
        return Objects.requireNonNull(
                database.sql(
                                """
                                SELECT count(*) FROM requisition_event
                                WHERE requisition_id = :id::uuid AND action = :action
                                """)
                        .bind("id", id)
                        .bind("action", action)
                        .mapValue(Long.class)
                        .one()
                        .block(WAIT));
    }

    void execute(String sql) {
        database.sql(sql).then().block(WAIT);
    }

    static void done(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isLessThan(300);
    }
}
