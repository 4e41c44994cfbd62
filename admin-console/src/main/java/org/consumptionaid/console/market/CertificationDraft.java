package org.consumptionaid.console.market;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cooperative applies for; the API says which of it is missing or wrong. */
public record CertificationDraft(
        String kind,
        @Nullable String category,
        String statement,
        List<Season> seasons,
        List<String> attachments) {

    public record Season(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String basis,
            long amountHundredths,
            long gramsPerUnit) {}

    public CertificationDraft of(String otherKind) {
        return new CertificationDraft(otherKind, category, statement, seasons, attachments);
    }
}
