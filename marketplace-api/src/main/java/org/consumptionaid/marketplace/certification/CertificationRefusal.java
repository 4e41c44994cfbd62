package org.consumptionaid.marketplace.certification;

import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why a certificate stands in the way, or cannot be had or changed. */
public sealed interface CertificationRefusal extends Refusal {
    /**
     * The supplier certificate of the cooperative or its product certificate of the category is not
     * in force now.
     */
    record NotInForce() implements CertificationRefusal {}

    /**
     * The check digit or the form of a certificate number is wrong: most likely a slip of writing.
     */
    record NotANumber() implements CertificationRefusal {}

    record UnknownCategory(String code) implements CertificationRefusal {}

    /** A product certificate is for the produce of one category. */
    record CategoryMissing() implements CertificationRefusal {}

    /** A product certificate needs at least one season's capacity. */
    record SeasonsMissing() implements CertificationRefusal {}

    /**
     * A season ends before it begins, lasts more than a year, or overlaps with another one, of this
     * application or an earlier one, without being the same.
     */
    record SeasonsOverlap() implements CertificationRefusal {}

    /** There is an undecided application for the same. */
    record ApplicationOpen() implements CertificationRefusal {}

    /** The organisation's county is not one of the 832. */
    record CountyNotListed() implements CertificationRefusal {}

    /** The certificate's life has no such step of the caller's from here. */
    record WrongPhase(CertificatePhase phase) implements CertificationRefusal {}

    record ReasonMissing() implements CertificationRefusal {}

    /**
     * More than is left of the season's certified capacity; nothing is left outside its seasons.
     */
    record SeasonCapacityExceeded(String categoryName, long leftGrams)
            implements CertificationRefusal {
        private static final long GRAMS_PER_KILOGRAM = 1000;

        long leftKilograms() {
            return leftGrams / GRAMS_PER_KILOGRAM;
        }
    }

    @Override
    default Problem problem() {
        return switch (this) {
            case NotInForce() -> Problem.of(HttpStatus.CONFLICT, "certificate-not-in-force");
            case NotANumber() ->
                    Problem.of(HttpStatus.BAD_REQUEST, "not-a-certificate-number").at("number");
            case UnknownCategory(String code) ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-category", code)
                            .at("category");
            case CategoryMissing() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "category-missing").at("category");
            case SeasonsMissing() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "seasons-missing").at("seasons");
            case SeasonsOverlap() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "seasons-overlap").at("seasons");
            case ApplicationOpen() -> Problem.of(HttpStatus.CONFLICT, "application-open");
            case CountyNotListed() -> Problem.of(HttpStatus.CONFLICT, "county-not-listed");
            case WrongPhase(CertificatePhase phase) ->
                    Problem.of(HttpStatus.CONFLICT, "wrong-certificate-phase")
                            .with("phase", phase.name());
            case ReasonMissing() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "reason-missing").at("reason");
            case SeasonCapacityExceeded exceeded ->
                    Problem.of(
                                    HttpStatus.CONFLICT,
                                    "season-capacity-exceeded",
                                    exceeded.categoryName(),
                                    exceeded.leftKilograms())
                            .with("leftGrams", exceeded.leftGrams());
        };
    }
}
