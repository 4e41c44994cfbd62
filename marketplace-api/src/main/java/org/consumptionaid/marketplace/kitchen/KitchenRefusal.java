package org.consumptionaid.marketplace.kitchen;

import java.time.Instant;
import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why the kitchen's books or a recall are not changed. */
public sealed interface KitchenRefusal extends Refusal {
    /** No such lot was received by the caller. */
    record UnknownLot(String number) implements KitchenRefusal {}

    /** Less is left of the lot. */
    record MoreThanLeft(String number, long leftGrams) implements KitchenRefusal {}

    /** The lot must not be eaten. */
    record Recalled(String number) implements KitchenRefusal {}

    /** Neither on the day's menu nor in the library. */
    record UnknownDish(String dish) implements KitchenRefusal {}

    /** The day is too long ago or has not come yet. */
    record OtherDay() implements KitchenRefusal {}

    record SampleTooSmall(long leastGrams) implements KitchenRefusal {}

    record SampleToKeep(Instant until) implements KitchenRefusal {}

    record AlreadyDone() implements KitchenRefusal {}

    /** Not yet, or longer ago than a week. */
    record NoticedWhen() implements KitchenRefusal {}

    /** No lot of the product was shipped on these days. */
    record NoLots() implements KitchenRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case UnknownLot(String number) -> invalid("lot-not-received", number).at("lot");
            case MoreThanLeft(String number, long left) ->
                    Problem.of(HttpStatus.CONFLICT, "lot-used-up", number).with("leftGrams", left);
            case Recalled(String number) -> Problem.of(HttpStatus.CONFLICT, "lot-recalled", number);
            case UnknownDish(String dish) -> invalid("unknown-dish", dish).at("dish");
            case OtherDay() -> invalid("kitchen-day-closed").at("day");
            case SampleTooSmall(long least) -> invalid("sample-too-small", least).at("grams");
            case SampleToKeep(Instant until) ->
                    Problem.of(HttpStatus.CONFLICT, "sample-to-keep")
                            .with("keepUntil", until.toString());
            case AlreadyDone() -> Problem.of(HttpStatus.CONFLICT, "already-done");
            case NoticedWhen() -> invalid("incident-noticed-when").at("noticedAt");
            case NoLots() -> invalid("no-lots-to-recall").at("from");
        };
    }

    private static Problem invalid(String code, Object... arguments) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, arguments);
    }
}
