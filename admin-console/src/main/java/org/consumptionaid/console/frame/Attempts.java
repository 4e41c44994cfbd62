package org.consumptionaid.console.frame;

import java.util.Objects;
import org.consumptionaid.console.market.ApiProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tries what a form asks for, and keeps for the form what the person can put right there. */
@Component
public class Attempts {

    private final MessageSource messages;

    Attempts(MessageSource messages) {
        this.messages = messages;
    }

    /** Null when done; anything that is not for the form to show goes on as it came. */
    public @Nullable Refusal refusalOf(Runnable step) {
        try {
            step.run();
            return null;
        } catch (Amounts.Unreadable unreadable) {
            return Refusal.of(unreadable.field(), sentence(unreadable));
        } catch (ApiProblem problem) {
            if (problem.correctable()) {
                return Refusal.of(problem);
            }
            throw problem;
        }
    }

    private String sentence(Amounts.Unreadable unreadable) {
        return messages.getMessage(
                Objects.requireNonNull(unreadable.getMessage()),
                null,
                LocaleContextHolder.getLocale());
    }
}
