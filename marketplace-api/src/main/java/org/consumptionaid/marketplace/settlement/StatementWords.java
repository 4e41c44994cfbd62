package org.consumptionaid.marketplace.settlement;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.consumptionaid.marketplace.settlement.SettlementStatement.Line;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a statement says on paper, in the reader's language. */
@Component
class StatementWords {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(BusinessDay.ZONE);

    private final MessageSource messages;

    StatementWords(MessageSource messages) {
        this.messages = messages;
    }

    /** A sum of the statement with its name. */
    record Sum(String name, long fen) {}

    String title(SettlementStatement statement, Locale locale) {
        return say(
                "settlement.statement.title",
                locale,
                statement.organisationName(),
                statement.month().toString());
    }

    String note(Locale locale) {
        return say("settlement.statement.note", locale);
    }

    List<String> columns(Locale locale) {
        return List.of(
                say("settlement.statement.day", locale),
                say("settlement.statement.kind", locale),
                say("settlement.statement.order", locale),
                say("settlement.statement.amount", locale));
    }

    /** In the order in which they add up; the interest stands beside them. */
    List<Sum> sums(SettlementStatement statement, Locale locale) {
        return List.of(
                new Sum(say("settlement.statement.opening", locale), statement.openingFen()),
                new Sum(say("settlement.statement.earned", locale), statement.earnedFen()),
                new Sum(
                        say("settlement.statement.corrections", locale),
                        statement.correctionsFen()),
                new Sum(say("settlement.statement.paid-out", locale), -statement.paidOutFen()),
                new Sum(say("settlement.statement.closing", locale), statement.closingFen()),
                new Sum(say("settlement.statement.interest", locale), statement.interestFen()));
    }

    String day(Line line) {
        return DAY.format(line.bookedAt());
    }

    String kind(Line line, Locale locale) {
        return say("settlement.statement.kind." + line.kind().name(), locale);
    }

    String fileName(SettlementStatement statement, Locale locale) {
        return say(
                "settlement.statement.file",
                locale,
                statement.organisationName(),
                statement.month().toString());
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
