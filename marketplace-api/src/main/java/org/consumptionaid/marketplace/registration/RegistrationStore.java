package org.consumptionaid.marketplace.registration;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.consumptionaid.marketplace.shared.Page;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class RegistrationStore {
    private static final String NEXT_NUMBER = "SELECT nextval('registration_number') AS number";
    private static final String OBSTACLES =
            """
            SELECT CASE WHEN :listed THEN EXISTS (SELECT FROM listed_county WHERE code = :county)
                        ELSE EXISTS (SELECT FROM division WHERE code = :county) END AS county_open,
                   EXISTS (SELECT FROM organisation WHERE credit_code = :code)
                       OR EXISTS (SELECT FROM registration WHERE credit_code = :code AND state = 'WAITING')
                       AS credit_code_taken,
                   EXISTS (SELECT FROM person WHERE username = :username)
                       OR EXISTS (SELECT FROM registration WHERE username = :username AND state = 'WAITING')
                       AS username_taken
            """;
    private static final String INSERT =
            """
            INSERT INTO registration (id, number, kind, name, credit_code, county_code, bank_name, account_sealed,
                                      account_ending, contact_name, contact_phone, username, password_hash, submitted_at)
            VALUES (:id, :number, :kind, :name, :code, :county, :bank, :sealed, :ending, :contact, :phone, :username,
                    :hash, :now)
            """;
    private static final String STATE =
            """
            SELECT number, name, state, submitted_at, decided_at, reason
            FROM registration WHERE number = :number AND credit_code = :code
            """;
    private static final String VIEW =
            """
            SELECT r.id, r.number, r.kind, r.name, r.credit_code, r.county_code, d.name AS county_name, d.province,
                   r.bank_name, r.account_ending, r.contact_name, r.contact_phone, r.username, r.state, r.submitted_at,
                   r.decided_at, r.reason
            FROM registration r JOIN division d ON d.code = r.county_code
            """;
    private static final String FIND = VIEW + "WHERE r.id = :id";
    private static final String LIST =
            VIEW + "WHERE r.state = :state AND r.id < :before ORDER BY r.id DESC LIMIT :limit";
    // One statement: the organisation, its person, its account and its contact come together or not
    // at all.
    private static final String APPROVE =
            """
            WITH waiting AS (
                SELECT * FROM registration WHERE id = :id AND state = 'WAITING' FOR UPDATE),
            organisation AS (
                INSERT INTO organisation (id, kind, name, credit_code, county_code, created_at)
                SELECT :organisation, kind, name, credit_code, county_code, :now FROM waiting RETURNING id),
            person AS (
                INSERT INTO person (organisation_id, username, display_name, role, password_hash, created_at)
                SELECT organisation.id, username, contact_name, first.role, password_hash, :now
                FROM organisation, waiting JOIN unnest(:kinds, :roles) AS first (kind, role) USING (kind)),
            account AS (
                INSERT INTO organisation_account (organisation_id, bank_name, account_sealed, account_ending, since)
                SELECT organisation.id, bank_name, account_sealed, account_ending, :now FROM waiting, organisation),
            contact AS (
                INSERT INTO organisation_contact (organisation_id, name, phone)
                SELECT organisation.id, contact_name, contact_phone FROM waiting, organisation)
            UPDATE registration r
            SET state = 'APPROVED', decided_at = :now, decided_by = :person, organisation_id = organisation.id
            FROM organisation WHERE r.id = :id
            """;
    private static final String REFUSE =
            """
            UPDATE registration SET state = 'REFUSED', decided_at = :now, decided_by = :person, reason = :reason
            WHERE id = :id AND state = 'WAITING'
            """;

    private final DatabaseClient database;

    RegistrationStore(DatabaseClient database) {
        this.database = database;
    }

    record Obstacles(boolean countyOpen, boolean creditCodeTaken, boolean usernameTaken) {}

    Mono<Long> nextNumber() {
        return database.sql(NEXT_NUMBER)
                .map(row -> Objects.requireNonNull(row.get("number", Long.class)))
                .one();
    }

    Mono<Obstacles> obstacles(RegistrationForm form) {
        return database.sql(OBSTACLES)
                .bind("listed", form.kind().mustBeInAListedCounty())
                .bind("county", form.countyCode())
                .bind("code", form.creditCode())
                .bind("username", form.username())
                .mapProperties(Obstacles.class)
                .one();
    }

    Mono<Void> insert(NewRegistration registration) {
        RegistrationForm form = registration.form();
        return database.sql(INSERT)
                .bind("id", registration.id())
                .bind("number", registration.number())
                .bind("kind", form.kind().name())
                .bind("name", form.name())
                .bind("code", form.creditCode())
                .bind("county", form.countyCode())
                .bind("bank", form.bankName())
                .bind("sealed", registration.accountSealed())
                .bind("ending", registration.accountEnding())
                .bind("contact", form.contactName())
                .bind("phone", form.contactPhone())
                .bind("username", form.username())
                .bind("hash", registration.passwordHash())
                .bind("now", registration.at())
                .then();
    }

    Mono<RegistrationState> findState(String number, String creditCode) {
        return database.sql(STATE)
                .bind("number", number)
                .bind("code", creditCode)
                .mapProperties(RegistrationState.class)
                .one();
    }

    Mono<RegistrationView> find(UUID id) {
        return database.sql(FIND).bind("id", id).mapProperties(RegistrationView.class).one();
    }

    Mono<List<RegistrationView>> list(String state, UUID before) {
        return database.sql(LIST)
                .bind("state", state)
                .bind("before", before)
                .bind("limit", Page.SIZE + 1)
                .mapProperties(RegistrationView.class)
                .all()
                .collectList();
    }

    /** Whether it was still waiting. */
    Mono<Boolean> approve(UUID id, UUID personId, UUID organisationId, Instant now) {
        return database.sql(APPROVE)
                .bind("id", id)
                .bind("person", personId)
                .bind("organisation", organisationId)
                .bind("kinds", of(RegisteringKind::name))
                .bind("roles", of(kind -> kind.role().name()))
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static String[] of(Function<RegisteringKind, String> text) {
        return Arrays.stream(RegisteringKind.values()).map(text).toArray(String[]::new);
    }

    /** Whether it was still waiting. */
    Mono<Boolean> refuse(UUID id, UUID personId, String reason, Instant now) {
        return database.sql(REFUSE)
                .bind("id", id)
                .bind("person", personId)
                .bind("reason", reason)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
