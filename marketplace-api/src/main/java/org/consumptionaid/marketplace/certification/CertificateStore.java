package org.consumptionaid.marketplace.certification;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.Role;
import org.consumptionaid.marketplace.shared.Page;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads certificates. {@link CertificateChangesStore} writes them. */
@Repository
class CertificateStore {
    private static final String IN_FORCE =
            """
            SELECT NOT EXISTS (
                SELECT FROM unnest(:categories) AS wanted (category)
                WHERE NOT EXISTS (SELECT FROM certificate_in_force(:organisation, wanted.category, :now))) AS in_force
            """;
    private static final String HEAD =
            """
            SELECT c.id, c.number, c.kind, c.category_code AS category, k.name_zh AS category_name, c.organisation_id,
                   o.name AS organisation_name, o.county_code, d.name AS county_name, d.province, c.state, c.statement,
                   array_to_string(c.attachments, ',') AS attachments, c.applied_at, c.due_on, c.notice_until, c.valid_from, c.valid_until,
                   c.county_reviewer, c.province_reviewer,
                   (SELECT max(other.valid_until) FROM certificate other
                    WHERE other.organisation_id = c.organisation_id AND other.id <> c.id
                      AND other.category_code IS NOT DISTINCT FROM c.category_code
                      AND other.state IN ('IN_FORCE', 'SUSPENDED')) AS older_until
            FROM certificate c
            JOIN organisation o ON o.id = c.organisation_id
            JOIN division d ON d.code = o.county_code
            LEFT JOIN category k ON k.code = c.category_code
            """;
    // The cooperative's own; the county's and the province's for their reviewers; all for operator
    // and auditor.
    private static final String SCOPE =
            """
             (:all OR c.organisation_id = :organisation
              OR :role = 'COUNTY_REVIEWER' AND o.county_code = (
                  SELECT mine.county_code FROM organisation mine WHERE mine.id = :organisation)
              OR :role = 'PROVINCE_REVIEWER' AND d.province = (
                  SELECT home.province FROM organisation mine JOIN division home ON home.code = mine.county_code
                  WHERE mine.id = :organisation))
            """;
    private static final String PUBLIC =
            HEAD + "WHERE c.number = :number AND c.valid_from IS NOT NULL";
    private static final String OF_ORGANISATION =
            HEAD
                    + """
                    WHERE c.organisation_id = :organisation AND c.valid_from IS NOT NULL
                      AND (c.number = ANY(:numbers) OR c.kind = 'SUPPLIER' AND c.valid_from <= :at AND c.valid_until > :at)
                    ORDER BY c.kind DESC, c.number LIMIT 300
                    """;
    private static final String FIND = HEAD + "WHERE c.id = :id AND" + SCOPE;
    private static final String LOCK = FIND + "FOR UPDATE OF c";
    private static final String LIST =
            HEAD + "WHERE c.id < :before AND" + SCOPE + "ORDER BY c.id DESC LIMIT :limit";
    private static final String WAITING =
            HEAD
                    + "WHERE c.state = :state AND"
                    + SCOPE
                    + "ORDER BY c.due_on, c.applied_at, c.id LIMIT :limit";
    private static final String SHOWS =
            """
            SELECT EXISTS (
                SELECT FROM certificate c
                JOIN organisation o ON o.id = c.organisation_id
                JOIN division d ON d.code = o.county_code
                WHERE c.attachments @> ARRAY[:attachment] AND
            """
                    + SCOPE
                    + ") AS shown";
    private static final String IN_FORCE_AMONG =
            """
            SELECT w.category FROM unnest(:categories) AS w (category)
            WHERE EXISTS (SELECT FROM certificate_in_force(:organisation, w.category, :now))
            """;
    private static final String ENDING =
            HEAD
                    + """
                    WHERE c.organisation_id = :organisation AND c.state = 'IN_FORCE' AND c.valid_from <= :now
                      AND c.valid_until > :now AND c.valid_until <= :until
                      AND NOT EXISTS (SELECT FROM certificate next
                                      WHERE next.organisation_id = c.organisation_id
                                        AND next.category_code IS NOT DISTINCT FROM c.category_code AND next.id <> c.id
                                        AND (next.valid_until > c.valid_until AND next.state IN ('IN_FORCE', 'SUSPENDED')
                                             OR next.state IN ('COUNTY_REVIEW', 'PROVINCE_REVIEW', 'RETURNED')))
                    ORDER BY c.valid_until, c.id LIMIT :limit
                    """;
    private static final String EVENTS =
            """
            SELECT e.at, e.action, e.from_phase AS "from", e.to_phase AS "to", o.name AS organisation_name, e.reason
            FROM certificate_event e JOIN organisation o ON o.id = e.organisation_id
            WHERE e.certificate_id = :id ORDER BY e.seq LIMIT 1000
            """;
    private static final String SEASONS =
            """
            SELECT s."from", s."to", s.basis, s."amountHundredths" AS amount_hundredths,
                   s."gramsPerUnit" AS grams_per_unit, s."amountHundredths" * s."gramsPerUnit" / 100 AS certified_grams,
                   coalesce(k.drawn_grams, 0) AS drawn_grams
            FROM certificate c
            CROSS JOIN LATERAL jsonb_to_recordset(c.seasons) AS s (
                "from" date, "to" date, basis text, "amountHundredths" bigint, "gramsPerUnit" bigint)
            LEFT JOIN season_capacity k ON k.organisation_id = c.organisation_id AND k.category_code = c.category_code
                                       AND k.season_from = s."from" AND k.season_to = s."to"
            WHERE c.id = :id ORDER BY s."from" LIMIT 100
            """;

    /** The most that one first page shows; whoever has more begins with the most urgent. */
    static final int MOST_WAITING = 100;

    private final DatabaseClient database;

    CertificateStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Boolean> areAllInForce(UUID organisationId, Set<String> categories, Instant now) {
        return database.sql(IN_FORCE)
                .bind("organisation", organisationId)
                .bind("categories", categories.toArray(String[]::new))
                .bind("now", now)
                .map(row -> Boolean.TRUE.equals(row.get("in_force", Boolean.class)))
                .one();
    }

    /** Those of the categories whose produce the organisation may sell. */
    Mono<Set<String>> inForceAmong(UUID organisationId, Set<String> categories, Instant now) {
        return database.sql(IN_FORCE_AMONG)
                .bind("organisation", organisationId)
                .bind("categories", categories.toArray(String[]::new))
                .bind("now", now)
                .mapValue(String.class)
                .all()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** One that was approved: an application is nobody else's business. */
    Mono<CertificateHead> find(String number) {
        return database.sql(PUBLIC)
                .bind("number", number)
                .mapProperties(CertificateHead.class)
                .one();
    }

    /** Those of the numbers, and those for suppliers whose term holds the moment. */
    Mono<List<CertificateHead>> of(UUID organisationId, Set<String> numbers, Instant at) {
        return database.sql(OF_ORGANISATION)
                .bind("organisation", organisationId)
                .bind("numbers", numbers.toArray(String[]::new))
                .bind("at", at)
                .mapProperties(CertificateHead.class)
                .all()
                .collectList();
    }

    Mono<CertificateHead> find(Caller caller, UUID id) {
        return scoped(FIND, caller).bind("id", id).mapProperties(CertificateHead.class).one();
    }

    Mono<CertificateHead> lock(Caller caller, UUID id) {
        return scoped(LOCK, caller).bind("id", id).mapProperties(CertificateHead.class).one();
    }

    Mono<List<CertificateHead>> list(Caller caller, UUID before) {
        return scoped(LIST, caller)
                .bind("before", before)
                .bind("limit", Page.SIZE + 1)
                .mapProperties(CertificateHead.class)
                .all()
                .collectList();
    }

    /** Those in a state, the most urgent first. */
    Mono<List<CertificateHead>> waiting(Caller caller, CertificatePhase state) {
        return scoped(WAITING, caller)
                .bind("state", state.name())
                .bind("limit", MOST_WAITING)
                .mapProperties(CertificateHead.class)
                .all()
                .collectList();
    }

    /** Whether the caller sees an application with that evidence. */
    Mono<Boolean> shows(Caller caller, UUID attachmentId) {
        return scoped(SHOWS, caller)
                .bind("attachment", attachmentId)
                .map(row -> Boolean.TRUE.equals(row.get("shown", Boolean.class)))
                .one();
    }

    /**
     * The organisation's that end before a moment and that nothing follows, the next to end first.
     */
    Mono<List<CertificateHead>> ending(UUID organisationId, Instant now, Instant until) {
        return database.sql(ENDING)
                .bind("organisation", organisationId)
                .bind("now", now)
                .bind("until", until)
                .bind("limit", MOST_WAITING)
                .mapProperties(CertificateHead.class)
                .all()
                .collectList();
    }

    Mono<List<CertificateEventView>> events(UUID id) {
        return database.sql(EVENTS)
                .bind("id", id)
                .mapProperties(CertificateEventView.class)
                .all()
                .collectList();
    }

    Mono<List<SeasonView>> seasons(UUID id) {
        return database.sql(SEASONS)
                .bind("id", id)
                .mapProperties(SeasonView.class)
                .all()
                .collectList();
    }

    private GenericExecuteSpec scoped(String sql, Caller caller) {
        Role role = caller.role();
        return database.sql(sql)
                .bind("all", caller.seesAll())
                .bind("organisation", caller.organisationId())
                .bind("role", role.name());
    }
}
