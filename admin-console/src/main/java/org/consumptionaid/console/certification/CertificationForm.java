package org.consumptionaid.console.certification;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.frame.Formats;
import org.consumptionaid.console.market.Certification;
import org.consumptionaid.console.market.CertificationDraft;
import org.jspecify.annotations.Nullable;

/** An application as it is typed; the lists have one value a season, empty rows are no season. */
record CertificationForm(
        @Nullable String kind,
        @Nullable String category,
        @Nullable String statement,
        @Nullable List<String> from,
        @Nullable List<String> to,
        @Nullable List<String> basis,
        @Nullable List<String> amount,
        @Nullable List<String> kilograms,
        @Nullable List<String> attachments) {

    static final int SEASONS = 3;

    static final CertificationForm EMPTY =
            new CertificationForm("PRODUCT", null, null, null, null, null, null, null, null);

    /** An application for the same again, with the seasons that are not over. */
    static CertificationForm renewal(Certification file, Formats format, LocalDate today) {
        return of(file, format, season -> !season.to().isBefore(today));
    }

    static CertificationForm of(Certification file, Formats format) {
        return of(file, format, _ -> true);
    }

    private static CertificationForm of(
            Certification file, Formats format, Predicate<Certification.Season> taken) {
        List<Certification.Season> seasons = file.seasons().stream().filter(taken).toList();
        return new CertificationForm(
                file.kind(),
                file.category(),
                file.statement(),
                seasons.stream().map(season -> season.from().toString()).toList(),
                seasons.stream().map(season -> season.to().toString()).toList(),
                seasons.stream().map(Certification.Season::basis).toList(),
                seasons.stream().map(season -> format.yuan(season.amountHundredths())).toList(),
                seasons.stream().map(season -> format.kilograms(season.gramsPerUnit())).toList(),
                file.attachments());
    }

    /** {@link Amounts.Unreadable} for the first figure that is none. */
    CertificationDraft draft() {
        List<CertificationDraft.Season> seasons = new ArrayList<>();
        for (int row = 0; row < SEASONS; row++) {
            if (!at(from, row).isEmpty() || !at(amount, row).isEmpty()) {
                seasons.add(season(row));
            }
        }
        return new CertificationDraft(
                Objects.requireNonNullElse(kind, ""),
                category == null || category.isBlank() ? null : category,
                Objects.requireNonNullElse(statement, "").strip(),
                seasons,
                evidence());
    }

    /** Ids of the files that are kept already. */
    public List<String> evidence() {
        return Objects.requireNonNullElse(attachments, List.of());
    }

    CertificationForm with(List<String> more) {
        List<String> all = new ArrayList<>(evidence());
        all.addAll(more);
        return new CertificationForm(
                kind, category, statement, from, to, basis, amount, kilograms, all);
    }

    /** What stands in a row of a list; empty beyond its end. */
    public String at(@Nullable List<String> values, int row) {
        return values == null || row >= values.size() ? "" : values.get(row).strip();
    }

    private CertificationDraft.Season season(int row) {
        return new CertificationDraft.Season(
                day(at(from, row)),
                day(at(to, row)),
                at(basis, row),
                Amounts.hundredths("seasons[" + row + "].amountHundredths", at(amount, row)),
                Amounts.grams("seasons[" + row + "].gramsPerUnit", at(kilograms, row)));
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
