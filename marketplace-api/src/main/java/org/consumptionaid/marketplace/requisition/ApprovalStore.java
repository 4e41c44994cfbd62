package org.consumptionaid.marketplace.requisition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.requisition.ApprovalRules.Voices;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who has to agree to requisitions, and who did. */
@Repository
class ApprovalStore {
    private static final String LOCK_UNIT =
            "SELECT id FROM organisation WHERE id = :unit FOR NO KEY UPDATE";

    // What the unit has bought and asked for this year, this requisition included, decides which
    // rules hold.
    private static final String MAKE_STAGES =
            """
            WITH spent AS MATERIALIZED (
                SELECT c.path, x.fen FROM (
                    SELECT l.category_code, l.total_fen AS fen
                    FROM requisition r JOIN requisition_line l ON l.requisition_id = r.id
                    WHERE r.unit_id = :unit AND r.fiscal_year = :year AND (r.state IN ('SUBMITTED', 'APPROVED') OR r.id = :id)
                    UNION ALL
                    SELECT l.category_code, coalesce(l.accepted_fen, l.total_fen)
                    FROM purchase_order o JOIN order_line l ON l.order_id = o.id
                    WHERE o.buyer_id = :unit AND o.placed_at >= :start AND o.placed_at < :end
                      AND o.state NOT IN ('CANCELLED', 'REJECTED')) x
                JOIN category c ON c.code = x.category_code),
            asked AS MATERIALIZED (
                SELECT c.path FROM requisition_line l JOIN category c ON c.code = l.category_code
                WHERE l.requisition_id = :id),
            stages AS (
                INSERT INTO requisition_stage (requisition_id, stage, rule_id, level, needed, hours)
                SELECT :id, row_number() OVER (ORDER BY a.level, a.from_fen, a.id), a.id, a.level, a.needed, a.hours
                FROM approval_rule a
                WHERE a.unit_id = :unit AND a.ended_at IS NULL
                  AND (a.category_code IS NULL OR EXISTS (SELECT FROM asked WHERE a.category_code = ANY(asked.path)))
                  AND a.from_fen <= (SELECT coalesce(sum(s.fen), 0) FROM spent s
                                     WHERE a.category_code IS NULL OR a.category_code = ANY(s.path))
                RETURNING stage, rule_id)
            INSERT INTO requisition_step (requisition_id, stage, approver_id)
            SELECT :id, s.stage, n.person_id
            FROM stages s
            JOIN approval_rule_approver n ON n.rule_id = s.rule_id
            JOIN unit_role h ON h.unit_id = :unit AND h.person_id = n.person_id AND h.role = 'APPROVER' AND h.ended_at IS NULL
            JOIN person p ON p.id = n.person_id AND NOT p.disabled
            WHERE n.person_id <> :requester
            """;
    private static final String LEVEL_WITHOUT_APPROVERS =
            """
            SELECT g.level::int FROM requisition_stage g
            WHERE g.requisition_id = :id
              AND g.needed > (SELECT count(*) FROM requisition_step s WHERE s.requisition_id = :id AND s.stage = g.stage)
            ORDER BY g.level LIMIT 1
            """;
    private static final String OPEN_NEXT =
            """
            WITH opened AS (
                UPDATE requisition_stage g SET due_at = :now + g.hours * interval '1 hour'
                WHERE g.requisition_id = :id AND g.due_at IS NULL
                  AND g.level = (SELECT min(n.level) FROM requisition_stage n WHERE n.requisition_id = :id AND n.due_at IS NULL)
                RETURNING g.level, g.due_at)
            UPDATE requisition r SET level = o.level, due_at = o.due_at
            FROM (SELECT min(level) AS level, min(due_at) AS due_at FROM opened) o
            WHERE r.id = :id AND o.level IS NOT NULL
            """;
    private static final String CANDIDATES =
            """
            SELECT s.stage, s.approver_id, s.approver_id = :person AS own,
                   EXISTS (SELECT FROM approval_delegate d
                           WHERE d.unit_id = r.unit_id AND d.from_person = s.approver_id AND d.to_person = :person
                             AND d.ended_at IS NULL AND :today BETWEEN d.from_day AND d.to_day) AS delegated,
                   EXISTS (SELECT FROM approval_delegate d
                           WHERE d.unit_id = r.unit_id AND d.from_person = s.approver_id AND d.to_person = :person)
                       AS delegated_ever,
                   EXISTS (SELECT FROM unit_role h JOIN person p ON p.id = h.person_id AND NOT p.disabled
                           WHERE h.unit_id = r.unit_id AND h.person_id = s.approver_id AND h.role = 'APPROVER'
                             AND h.ended_at IS NULL) AS approver_holds,
                   EXISTS (SELECT FROM unit_role h JOIN person p ON p.id = h.person_id AND NOT p.disabled
                           WHERE h.unit_id = r.unit_id AND h.person_id = :person AND h.role = 'APPROVER'
                             AND h.ended_at IS NULL) AS caller_holds,
                   s.decided_at IS NOT NULL OR g.agreed_at IS NOT NULL AS decided,
                   EXISTS (SELECT FROM requisition_step v
                           WHERE v.requisition_id = r.id AND v.stage = s.stage AND v.decided_by = :person) AS spoken,
                   g.due_at
            FROM requisition r
            JOIN requisition_stage g ON g.requisition_id = r.id AND g.level = r.level
            JOIN requisition_step s ON s.requisition_id = r.id AND s.stage = g.stage
            WHERE r.id = :id AND r.state = 'SUBMITTED' ORDER BY s.stage, s.approver_id
            """;
    private static final String WAITING =
            """
            SELECT DISTINCT r.id, r.due_at
            FROM requisition_step s
            JOIN requisition r ON r.id = s.requisition_id AND r.state = 'SUBMITTED' AND r.person_id <> :person
            JOIN requisition_stage g ON g.requisition_id = r.id AND g.stage = s.stage AND g.level = r.level
            JOIN unit_role h ON h.unit_id = r.unit_id AND h.person_id = s.approver_id AND h.role = 'APPROVER'
                            AND h.ended_at IS NULL
            JOIN person a ON a.id = s.approver_id AND NOT a.disabled
            WHERE s.decided_at IS NULL AND g.agreed_at IS NULL AND g.due_at > :now
              AND (s.approver_id = :person
                   OR (EXISTS (SELECT FROM approval_delegate d
                               WHERE d.unit_id = r.unit_id AND d.from_person = s.approver_id AND d.to_person = :person
                                 AND d.ended_at IS NULL AND :today BETWEEN d.from_day AND d.to_day)
                       AND EXISTS (SELECT FROM unit_role m
                                   WHERE m.unit_id = r.unit_id AND m.person_id = :person AND m.role = 'APPROVER'
                                     AND m.ended_at IS NULL)))
              AND NOT EXISTS (SELECT FROM requisition_step v
                              WHERE v.requisition_id = r.id AND v.stage = s.stage AND v.decided_by = :person)
            ORDER BY r.due_at, r.id LIMIT 200
            """;
    private static final String SPEAK =
            """
            UPDATE requisition_step SET decision = :decision, decided_by = :person, decided_at = :now, comment = :comment
            WHERE requisition_id = :id AND stage = :stage AND approver_id = :approver
            """;
    private static final String VOICES =
            """
            SELECT g.needed::int, count(*)::int AS approvers,
                   count(*) FILTER (WHERE s.decision = 'AGREED')::int AS agreed,
                   count(*) FILTER (WHERE s.decision = 'REFUSED')::int AS refused
            FROM requisition_stage g JOIN requisition_step s USING (requisition_id, stage)
            WHERE g.requisition_id = :id AND g.stage = :stage GROUP BY g.needed
            """;
    private static final String AGREED =
            "UPDATE requisition_stage SET agreed_at = :now WHERE requisition_id = :id AND stage = :stage";
    private static final String LEVEL_OPEN =
            """
            WITH open AS (
                SELECT min(g.due_at) AS due_at FROM requisition_stage g JOIN requisition r ON r.id = g.requisition_id
                WHERE r.id = :id AND g.level = r.level AND g.agreed_at IS NULL)
            UPDATE requisition r SET due_at = open.due_at FROM open WHERE r.id = :id AND open.due_at IS NOT NULL
            """;
    private static final String REASSIGN =
            """
            UPDATE requisition_step s SET approver_id = :to
            FROM requisition_stage g
            WHERE s.requisition_id = :id AND s.approver_id = :from AND s.decided_at IS NULL
              AND g.requisition_id = s.requisition_id AND g.stage = s.stage AND g.agreed_at IS NULL
              AND NOT EXISTS (SELECT FROM requisition_step o
                              WHERE o.requisition_id = s.requisition_id AND o.stage = s.stage
                                AND (o.approver_id = :to OR o.decided_by = :to))
            """;
    private static final String STAGES =
            """
            SELECT stage::int, level::int, needed::int, due_at, agreed_at
            FROM requisition_stage WHERE requisition_id = :id ORDER BY stage
            """;
    private static final String STEPS =
            """
            SELECT s.stage::int, a.username AS approver, a.display_name AS approver_name,
                   a.disabled OR NOT EXISTS (SELECT FROM unit_role h
                                             WHERE h.unit_id = r.unit_id AND h.person_id = a.id AND h.role = 'APPROVER'
                                               AND h.ended_at IS NULL) AS "left",
                   s.decision, b.display_name AS decided_by,
                   coalesce(s.decided_by <> s.approver_id, false) AS on_behalf, s.decided_at, s.comment
            FROM requisition_step s
            JOIN requisition r ON r.id = s.requisition_id
            JOIN person a ON a.id = s.approver_id
            LEFT JOIN person b ON b.id = s.decided_by
            WHERE s.requisition_id = :id ORDER BY s.stage, s.decided_at NULLS LAST, a.username
            """;

    private final DatabaseClient database;

    ApprovalStore(DatabaseClient database) {
        this.database = database;
    }

    /** What the unit has asked for is added up by one at a time. */
    Mono<Void> lockUnit(UUID unit) {
        return database.sql(LOCK_UNIT).bind("unit", unit).then();
    }

    Mono<Void> makeStages(RequisitionHead requisition, int year) {
        return database.sql(MAKE_STAGES)
                .bind("id", requisition.id())
                .bind("unit", requisition.unitId())
                .bind("requester", requisition.personId())
                .bind("year", year)
                .bind("start", BusinessDay.start(LocalDate.of(year, 1, 1)))
                .bind("end", BusinessDay.start(LocalDate.of(year + 1, 1, 1)))
                .then();
    }

    /** The first level that too few are left to approve; none if all can be. */
    Mono<Integer> levelWithoutApprovers(UUID id) {
        return database.sql(LEVEL_WITHOUT_APPROVERS).bind("id", id).mapValue(Integer.class).one();
    }

    /** Whether there is another level, whose turn it is now. */
    Mono<Boolean> openNext(UUID id, Instant now) {
        return database.sql(OPEN_NEXT)
                .bind("id", id)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The voices of the level whose turn it is, as the person stands to them. */
    Mono<List<Candidate>> candidates(UUID id, UUID person, LocalDate today) {
        return database.sql(CANDIDATES)
                .bind("id", id)
                .bind("person", person)
                .bind("today", today)
                .mapProperties(Candidate.class)
                .all()
                .collectList();
    }

    /** What waits for the person, the most urgent first. */
    Mono<List<UUID>> waiting(UUID person, LocalDate today, Instant now) {
        return database.sql(WAITING)
                .bind("person", person)
                .bind("today", today)
                .bind("now", now)
                .mapValue(UUID.class)
                .all()
                .collectList();
    }

    Mono<Void> speak(
            UUID id, Candidate voice, Decision decision, UUID person, String comment, Instant now) {
        return database.sql(SPEAK)
                .bind("id", id)
                .bind("stage", voice.stage())
                .bind("approver", voice.approverId())
                .bind("decision", decision.name())
                .bind("person", person)
                .bind("comment", comment)
                .bind("now", now)
                .then();
    }

    Mono<Voices> voices(UUID id, int stage) {
        return database.sql(VOICES)
                .bind("id", id)
                .bind("stage", stage)
                .mapProperties(Voices.class)
                .one();
    }

    Mono<Void> agreed(UUID id, int stage, Instant now) {
        return database.sql(AGREED).bind("id", id).bind("stage", stage).bind("now", now).then();
    }

    /** Whether others of the level still have to agree; the next of them is due then. */
    Mono<Boolean> levelOpen(UUID id) {
        return database.sql(LEVEL_OPEN).bind("id", id).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** Whether there was a voice to hand on. */
    Mono<Boolean> reassign(UUID id, UUID from, UUID to) {
        return database.sql(REASSIGN)
                .bind("id", id)
                .bind("from", from)
                .bind("to", to)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    Mono<List<ApprovalStage>> stages(UUID id) {
        return database.sql(STAGES)
                .bind("id", id)
                .mapProperties(ApprovalStage.class)
                .all()
                .collectList();
    }

    Mono<List<ApprovalStep>> steps(UUID id) {
        return database.sql(STEPS)
                .bind("id", id)
                .mapProperties(ApprovalStep.class)
                .all()
                .collectList();
    }
}
