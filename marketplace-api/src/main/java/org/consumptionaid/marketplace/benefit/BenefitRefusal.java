package org.consumptionaid.marketplace.benefit;

import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why a rule or a claim is not taken. */
public sealed interface BenefitRefusal extends Refusal {
    /** The parts do not make 100 %, or a mode stands there twice. */
    record PartsNotWhole() implements BenefitRefusal {}

    /** A rule holds from a moment that is not after that of the last version, or in the past. */
    record ValidFromTaken() implements BenefitRefusal {}

    /** The county of the cooperative has no household of this code. */
    record UnknownHousehold() implements BenefitRefusal {}

    /** The cooperative shipped no lot of this number. */
    record UnknownLot() implements BenefitRefusal {}

    /** What the mode needs is missing, or something is there that it has not. */
    record ClaimIncomplete() implements BenefitRefusal {}

    record MoreThanTheCalendar() implements BenefitRefusal {}

    /** The evidence is worth less than a fen. */
    record WorthNothing() implements BenefitRefusal {}

    /** Households already claim so much of the lot that this would be more than was in it. */
    record MoreThanTheLot() implements BenefitRefusal {}

    /** The household has no such plot, or claims more than grows on it. */
    record MoreThanThePlot() implements BenefitRefusal {}

    /** What the lot earned has been split. */
    record LotAlreadySplit() implements BenefitRefusal {}

    /** The household works, or is paid by contract, in this time already. */
    record TimeTaken() implements BenefitRefusal {}

    record EvidenceUsed() implements BenefitRefusal {}

    /** The claim was confirmed or rejected before. */
    record AlreadyDecided() implements BenefitRefusal {}

    record PlotKnown() implements BenefitRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case PartsNotWhole() -> wrong("parts-not-whole", "parts");
            case ValidFromTaken() -> taken("valid-from-taken").at("validFrom");
            case UnknownHousehold() -> wrong("unknown-household", "household");
            case UnknownLot() -> wrong("unknown-lot", "lot");
            case ClaimIncomplete() -> wrong("claim-incomplete", "mode");
            case MoreThanTheCalendar() -> wrong("more-than-the-calendar", "minutes");
            case WorthNothing() -> wrong("worth-nothing", "grams");
            case MoreThanTheLot() -> taken("more-than-the-lot").at("grams");
            case MoreThanThePlot() -> taken("more-than-the-plot").at("plotId");
            case LotAlreadySplit() -> taken("lot-already-split").at("lot");
            case TimeTaken() -> taken("time-taken").at("from");
            case EvidenceUsed() -> taken("evidence-used").at("evidence");
            case AlreadyDecided() -> taken("already-decided");
            case PlotKnown() -> taken("plot-known").at("produce");
        };
    }

    private static Problem wrong(String code, String field) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code).at(field);
    }

    private static Problem taken(String code) {
        return Problem.of(HttpStatus.CONFLICT, code);
    }
}
