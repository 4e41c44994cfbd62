package org.consumptionaid.marketplace.remittance;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.remittance.StatementView.Format;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.consumptionaid.marketplace.shared.SharedRefusal.StaleVersion;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Banks' accounts and mappings, and the import of their statements. */
@Service
public class Statements {
    static final int MOST_BYTES = 4 << 20;
    static final int MOST_LINES = 10_000;

    /** The version an edit names for a bank that is not there yet. */
    static final long NEW = 0;

    private static final Pattern BANK_CODE = Pattern.compile("[a-z0-9-]{2,20}");

    private final StatementStore store;
    private final Idempotency idempotency;
    private final Clock clock;

    Statements(StatementStore store, Idempotency idempotency, Clock clock) {
        this.store = store;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    public Mono<List<Bank>> banks() {
        return store.banks();
    }

    /**
     * Keeps a bank's account and mapping, a new one if the version is {@link #NEW}. Refusals:
     * {@link StaleVersion}, {@link RemittanceRefusal.BankCodeInvalid}, {@link
     * RemittanceRefusal.DirectionIncomplete}.
     */
    public Mono<Bank> keep(Bank bank) {
        if (!BANK_CODE.matcher(bank.code()).matches()) {
            return new RemittanceRefusal.BankCodeInvalid().asError();
        }
        if (bank.hasHalfADirection()) {
            return new RemittanceRefusal.DirectionIncomplete().asError();
        }
        return (bank.version() == NEW ? store.insert(bank) : store.update(bank))
                .filter(written -> written)
                .switchIfEmpty(new StaleVersion().asError())
                .then(store.bank(bank.code()));
    }

    /**
     * Imports a statement as CSV or camt.053; what the content begins with says which. Lines that
     * are here already are passed over. Refusals: {@link RemittanceRefusal.StatementUnreadable},
     * {@link NotFound} for the bank.
     */
    public Mono<StatementView> load(
            Caller caller, IdempotencyKey key, String bankCode, String fileName, byte[] file) {
        record Input(String operation, String bank, String sha256) {}
        String sha256 = sha256(file);
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("statement", bankCode, sha256),
                        UUID.class,
                        () ->
                                store.bank(bankCode)
                                        .switchIfEmpty(new NotFound().asError())
                                        .flatMap(bank -> read(caller, bank, fileName, sha256, file))
                                        .flatMap(statement ->
                                                store.insert(statement, clock.instant())
                                                        .thenReturn(statement.id())))
                .flatMap(store::statement);
    }

    /** The last imports, newest first. */
    public Mono<List<StatementView>> statements() {
        return store.statements();
    }

    /** Off the event loop: a large file takes a while. */
    private Mono<NewStatement> read(
            Caller caller, Bank bank, String fileName, String sha256, byte[] file) {
        Format format = isXml(file) ? Format.CAMT_053 : Format.CSV;
        return Mono.fromCallable(() ->
                        format == Format.CAMT_053
                                ? Camt053.read(file)
                                : CsvStatement.read(file, bank))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(BadStatement.class, bad -> bad.refusal().asException())
                .map(lines ->
                        new NewStatement(
                                Ids.next(clock),
                                bank.code(),
                                format,
                                fileName,
                                sha256,
                                lines,
                                caller.personId()));
    }

    /** The first character that is neither blank nor part of a byte order mark. */
    private static boolean isXml(byte[] file) {
        for (byte one : file) {
            boolean isMark = (one & 0xFF) >= 0xBB;
            if (!isMark && !Character.isWhitespace(one)) {
                return one == '<';
            }
        }
        return false;
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
