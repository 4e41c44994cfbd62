package org.consumptionaid.console.canteen;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.consumptionaid.console.frame.Formats;
import org.consumptionaid.console.market.Menu.Deviation;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a menu's deviations are called. */
@Component
class DeviationWords {
    private final MessageSource messages;
    private final Formats formats;

    DeviationWords(MessageSource messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    List<String> of(List<Deviation> deviations) {
        Locale locale = LocaleContextHolder.getLocale();
        return deviations.stream().map(one -> say(one, locale)).toList();
    }

    private String say(Deviation one, Locale locale) {
        String key = "menu.deviation." + one.kind();
        Object[] arguments =
                switch (one.kind()) {
                    case "TOO_LITTLE", "TOO_MUCH" ->
                            new Object[] {
                                age(one, locale),
                                formats.word("food-group", Objects.toString(one.foodGroup(), "")),
                                formats.grams(one.actual()),
                                range(one)
                            };
                    case "ENERGY_LOW", "ENERGY_HIGH" ->
                            new Object[] {
                                age(one, locale),
                                formats.count(one.actual()),
                                formats.count(one.least()),
                                formats.count(one.most() == null ? one.least() : one.most())
                            };
                    default ->
                            new Object[] {
                                one.day() == null ? "" : formats.shortDay(one.day()),
                                Objects.toString(one.dish(), ""),
                                one.actual(),
                                one.least()
                            };
                };
        return Objects.requireNonNullElse(
                messages.getMessage(key, arguments, one.kind(), locale), one.kind());
    }

    private String age(Deviation one, Locale locale) {
        return messages.getMessage("need.age", new Object[] {one.ageGroup()}, locale);
    }

    private String range(Deviation one) {
        long most = one.most() == null ? one.least() : one.most();
        return one.least() == most || one.least() == 0
                ? formats.grams(most)
                : formats.grams(one.least()) + "–" + formats.grams(most);
    }
}
