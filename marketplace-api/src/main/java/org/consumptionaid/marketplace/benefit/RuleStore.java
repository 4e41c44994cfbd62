package org.consumptionaid.marketplace.benefit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class RuleStore {
    private static final int MOST_RULES = 500;
    private static final long HUNDRED_YUAN_FEN = 10_000;

    // The version is read and written in one statement; of two at the same time one meets the
    // unique key.
    private static final String INSERT =
            """
            WITH rule AS (
                INSERT INTO benefit_rule (id, organisation_id, product_id, version, valid_from, created_by, created_at)
                SELECT :id, :organisation, :product, coalesce(max(version), 0) + 1, :validFrom, :person, :now
                FROM benefit_rule WHERE organisation_id = :organisation AND product_id IS NOT DISTINCT FROM :product
                HAVING coalesce(max(valid_from) < :validFrom, true))
            INSERT INTO benefit_rule_part (rule_id, mode, basis_points)
            SELECT :id, p.mode, p."basisPoints"
            FROM jsonb_to_recordset(:parts::jsonb) AS p (mode text, "basisPoints" int)
            """;
    private static final String OWN_PRODUCT =
            "SELECT count(*) FROM product WHERE id = :product AND organisation_id = :organisation";
    private static final String RULES =
            """
            SELECT r.id, r.product_id, p.name AS product_name, r.version, r.valid_from, s.mode, s.basis_points
            FROM benefit_rule r
            LEFT JOIN product p ON p.id = r.product_id
            JOIN benefit_rule_part s ON s.rule_id = r.id
            """;
    private static final String OF_ORGANISATION =
            RULES
                    + """
                    WHERE r.organisation_id = :organisation ORDER BY r.valid_from DESC, r.id, s.mode LIMIT :limit
                    """;
    private static final String IN_FORCE =
            RULES
                    + """
                    WHERE r.id = (SELECT id FROM benefit_rule
                                  WHERE organisation_id = :organisation AND (product_id = :product OR product_id IS NULL)
                                    AND valid_from <= :at
                                  ORDER BY product_id NULLS LAST, valid_from DESC LIMIT 1)
                    """;

    private final DatabaseClient database;
    private final JsonMapper json;

    RuleStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    private record Row(
            UUID id,
            @Nullable UUID productId,
            @Nullable String productName,
            int version,
            Instant validFrom,
            Mode mode,
            int basisPoints) {}

    Mono<Boolean> ownsProduct(Caller caller, UUID product) {
        return database.sql(OWN_PRODUCT)
                .bind("product", product)
                .bind("organisation", caller.organisationId())
                .mapValue(Long.class)
                .one()
                .map(found -> found > 0);
    }

    Mono<Void> insert(UUID id, Caller caller, RuleForm form, Instant validFrom, Instant now) {
        var spec =
                database.sql(INSERT)
                        .bind("id", id)
                        .bind("organisation", caller.organisationId())
                        .bind("person", caller.personId())
                        .bind("validFrom", validFrom)
                        .bind("now", now)
                        .bind("parts", json.writeValueAsString(form.parts()));
        UUID product = form.productId();
        return (product == null
                        ? spec.bindNull("product", UUID.class)
                        : spec.bind("product", product))
                .then();
    }

    /** The newest first. */
    Mono<List<RuleView>> ofOrganisation(UUID organisation) {
        return rules(
                database.sql(OF_ORGANISATION)
                        .bind("organisation", organisation)
                        .bind("limit", MOST_RULES * Mode.values().length));
    }

    /** The product's own rule at a moment, else that of all products; empty if there is none. */
    Mono<RuleView> inForce(UUID organisation, UUID product, Instant at) {
        return rules(
                        database.sql(IN_FORCE)
                                .bind("organisation", organisation)
                                .bind("product", product)
                                .bind("at", at))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    private static Mono<List<RuleView>> rules(DatabaseClient.GenericExecuteSpec query) {
        return query.mapProperties(Row.class).all().collectList().map(RuleStore::group);
    }

    private static List<RuleView> group(List<Row> rows) {
        Map<UUID, List<Row>> rules = new LinkedHashMap<>();
        rows.forEach(row -> rules.computeIfAbsent(row.id(), _ -> new ArrayList<>()).add(row));
        return rules.values().stream().map(RuleStore::rule).toList();
    }

    private static RuleView rule(List<Row> rows) {
        List<Row> inOrder =
                rows.stream().sorted(java.util.Comparator.comparing(Row::mode)).toList();
        List<Long> example =
                BenefitRules.divide(
                        HUNDRED_YUAN_FEN,
                        inOrder.stream().map(row -> (long) row.basisPoints()).toList());
        List<RuleView.Part> parts = new ArrayList<>();
        for (int i = 0; i < inOrder.size(); i++) {
            parts.add(
                    new RuleView.Part(
                            inOrder.get(i).mode(), inOrder.get(i).basisPoints(), example.get(i)));
        }
        Row head = rows.getFirst();
        return new RuleView(
                head.id(),
                head.productId(),
                head.productName(),
                head.version(),
                head.validFrom(),
                parts);
    }
}
