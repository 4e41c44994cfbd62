package org.consumptionaid.marketplace.remittance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Banks and their statements. */
@Repository
class StatementStore {
    private static final String COLUMNS =
            """
            code, name, account_holder, account_number, charset, delimiter, day_pattern, day_column, amount_column,
            payer_column, payer_account_column, reference_column, purpose_column, direction_column, incoming_word
            """;
    private static final String BANKS = "SELECT " + COLUMNS + ", version FROM bank ";
    private static final String ALL_BANKS = BANKS + "ORDER BY code LIMIT 50";
    private static final String BANK = BANKS + "WHERE code = :code";
    private static final String INSERT_BANK =
            "INSERT INTO bank ("
                    + COLUMNS
                    + """
                    ) VALUES (:code, :name, :holder, :number, :charset, :delimiter, :dayPattern, :day, :amount, :payer,
                              :payerAccount, :reference, :purpose, :direction, :incoming)
                    ON CONFLICT (code) DO NOTHING
                    """;
    private static final String UPDATE_BANK =
            """
            UPDATE bank
            SET name = :name, account_holder = :holder, account_number = :number, charset = :charset,
                delimiter = :delimiter, day_pattern = :dayPattern, day_column = :day, amount_column = :amount,
                payer_column = :payer, payer_account_column = :payerAccount, reference_column = :reference,
                purpose_column = :purpose, direction_column = :direction, incoming_word = :incoming,
                version = version + 1
            WHERE code = :code AND version = :version
            """;
    private static final String INSERT_STATEMENT =
            """
            INSERT INTO bank_statement (id, bank_code, format, file_name, sha256, lines, new_lines, person_id, imported_at)
            VALUES (:id, :bank, :format, :fileName, :sha256, :lines, 0, :person, :now)
            """;
    private static final String INSERT_LINES =
            """
            INSERT INTO bank_line (id, statement_id, bank_code, booked_on, amount_fen, payer_name, payer_account,
                                   reference, purpose, state, look_at)
            SELECT uuidv7(), :statement, :bank, l."bookedOn", l."amountFen", l."payerName", l."payerAccount",
                   l.reference, l.purpose, 'WAITING', :now
            FROM jsonb_to_recordset(:lines::jsonb) AS l (
                "bookedOn" date, "amountFen" bigint, "payerName" text, "payerAccount" text, reference text, purpose text)
            ON CONFLICT (bank_code, reference, amount_fen, booked_on) DO NOTHING
            """;
    private static final String COUNT_NEW =
            "UPDATE bank_statement SET new_lines = :count WHERE id = :id";
    private static final String STATEMENTS =
            """
            SELECT s.id, s.bank_code, b.name AS bank_name, s.format, s.file_name, s.imported_at, s.lines, s.new_lines,
                   l.unseen, l.waiting, l.posted, l.set_aside
            FROM bank_statement s
            JOIN bank b ON b.code = s.bank_code
            JOIN LATERAL (SELECT count(*) FILTER (WHERE state = 'WAITING' AND finding IS NULL)::int AS unseen,
                                 count(*) FILTER (WHERE state = 'WAITING' AND finding IS NOT NULL)::int AS waiting,
                                 count(*) FILTER (WHERE state = 'POSTED')::int AS posted,
                                 count(*) FILTER (WHERE state = 'SET_ASIDE')::int AS set_aside
                          FROM bank_line WHERE statement_id = s.id) l ON true
            """;
    private static final String STATEMENT = STATEMENTS + "WHERE s.id = :id";
    private static final String LATEST = STATEMENTS + "ORDER BY s.id DESC LIMIT 20";

    private final DatabaseClient database;
    private final JsonMapper json;

    StatementStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<List<Bank>> banks() {
        return database.sql(ALL_BANKS).mapProperties(Bank.class).all().collectList();
    }

    Mono<Bank> bank(String code) {
        return database.sql(BANK).bind("code", code).mapProperties(Bank.class).one();
    }

    /** Whether the bank is new. */
    Mono<Boolean> insert(Bank bank) {
        return bind(database.sql(INSERT_BANK), bank).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** Whether the bank still had the version it is given with. */
    Mono<Boolean> update(Bank bank) {
        return bind(database.sql(UPDATE_BANK), bank)
                .bind("version", bank.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> insert(NewStatement statement, Instant now) {
        return database.sql(INSERT_STATEMENT)
                .bind("id", statement.id())
                .bind("bank", statement.bankCode())
                .bind("format", statement.format().name())
                .bind("fileName", statement.fileName())
                .bind("sha256", statement.sha256())
                .bind("lines", statement.lines().size())
                .bind("person", statement.personId())
                .bind("now", now)
                .then()
                .then(insertLines(statement, now))
                .flatMap(count ->
                        database.sql(COUNT_NEW)
                                .bind("count", count)
                                .bind("id", statement.id())
                                .then());
    }

    Mono<StatementView> statement(UUID id) {
        return database.sql(STATEMENT).bind("id", id).mapProperties(StatementView.class).one();
    }

    Mono<List<StatementView>> statements() {
        return database.sql(LATEST).mapProperties(StatementView.class).all().collectList();
    }

    private Mono<Long> insertLines(NewStatement statement, Instant now) {
        return database.sql(INSERT_LINES)
                .bind("statement", statement.id())
                .bind("bank", statement.bankCode())
                .bind("lines", json.writeValueAsString(statement.lines()))
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec spec, Bank bank) {
        spec =
                spec.bind("code", bank.code())
                        .bind("name", bank.name())
                        .bind("holder", bank.accountHolder())
                        .bind("number", bank.accountNumber())
                        .bind("charset", bank.charset())
                        .bind("delimiter", bank.delimiter())
                        .bind("dayPattern", bank.dayPattern())
                        .bind("day", bank.dayColumn())
                        .bind("amount", bank.amountColumn())
                        .bind("payer", bank.payerColumn())
                        .bind("payerAccount", bank.payerAccountColumn())
                        .bind("reference", bank.referenceColumn())
                        .bind("purpose", bank.purposeColumn());
        spec = bind(spec, "direction", bank.directionColumn());
        return bind(spec, "incoming", bank.incomingWord());
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec spec, String name, @Nullable String value) {
        return value == null ? spec.bindNull(name, String.class) : spec.bind(name, value);
    }
}
