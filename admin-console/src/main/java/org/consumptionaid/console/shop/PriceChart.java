package org.consumptionaid.console.shop;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consumptionaid.console.frame.Formats;
import org.consumptionaid.console.market.PriceHistory;
import org.consumptionaid.console.market.PriceHistory.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The lines of the chart of a product's prices: one for each kind of buyer and quantity. */
@Component
class PriceChart {

    private final Formats format;
    private final MessageSource messages;

    PriceChart(Formats format, MessageSource messages) {
        this.format = format;
        this.messages = messages;
    }

    /** A point in time, in milliseconds; without a price the line is interrupted there. */
    record Point(long at, @Nullable Long fenPerKg) {}

    record Line(String name, boolean dashed, List<Point> points) {}

    /** The prices and, over the same time, the reference and its ceiling. */
    List<Line> of(PriceHistory history) {
        Instant now = Clock.systemUTC().instant();
        Map<String, List<Point>> lines = new LinkedHashMap<>();
        List<Period> oldestFirst = new ArrayList<>(history.items());
        Collections.reverse(oldestFirst);
        for (Period period : oldestFirst) {
            Instant until =
                    period.untilAt() == null ? later(now, period.fromAt()) : period.untilAt();
            List<Point> points = lines.computeIfAbsent(name(period), _ -> new ArrayList<>());
            points.add(new Point(period.fromAt().toEpochMilli(), period.fenPerKg()));
            points.add(new Point(until.toEpochMilli(), period.fenPerKg()));
            if (period.offerId() != null) {
                points.add(new Point(until.toEpochMilli(), null));
            }
        }
        List<Line> drawn = new ArrayList<>();
        lines.forEach((name, points) -> drawn.add(new Line(name, false, points)));
        addReference(drawn, history);
        return drawn;
    }

    private void addReference(List<Line> drawn, PriceHistory history) {
        PriceHistory.Reference reference = history.reference();
        if (reference == null || drawn.isEmpty()) {
            return;
        }
        long first =
                drawn.stream()
                        .flatMap(line -> line.points().stream())
                        .mapToLong(Point::at)
                        .min()
                        .orElse(0);
        long last =
                drawn.stream()
                        .flatMap(line -> line.points().stream())
                        .mapToLong(Point::at)
                        .max()
                        .orElse(0);
        drawn.add(level("prices.reference", reference.fenPerKg(), first, last));
        drawn.add(level("prices.ceiling", reference.ceilingFenPerKg(), first, last));
    }

    private Line level(String key, long fenPerKg, long first, long last) {
        return new Line(
                say(key), true, List.of(new Point(first, fenPerKg), new Point(last, fenPerKg)));
    }

    private String name(Period period) {
        if (period.offerId() == null) {
            return say("prices.own");
        }
        String kind = format.word("buyer-kind", period.buyerKind());
        return period.minGrams() == 0 ? kind : kind + " ≥ " + format.weight(period.minGrams());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
