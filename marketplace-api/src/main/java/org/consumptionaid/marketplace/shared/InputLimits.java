package org.consumptionaid.marketplace.shared;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * What may come in, beyond being well-formed: whole numbers where whole numbers are kept (36.80
 * must not become 36 fen), text that PostgreSQL can store, days that somebody can mean.
 */
@Configuration(proxyBeanMethods = false)
class InputLimits implements WebFluxConfigurer {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    @Bean
    JsonMapperBuilderCustomizer strictInput() {
        SimpleModule limits =
                new SimpleModule("input-limits")
                        .addDeserializer(String.class, new Text())
                        .addDeserializer(LocalDate.class, new Day());
        return mapper ->
                mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                        .addModule(limits);
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, LocalDate.class, InputLimits::day);
        registry.addConverter(
                String.class, YearMonth.class, text -> YearMonth.from(day(text + "-01")));
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("the year is not one we deal with");
        }
        return day;
    }

    /** Without NUL, which PostgreSQL refuses, and without halves of surrogate pairs. */
    private static final class Text extends StdScalarDeserializer<String> {
        Text() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(parser, context);
            return text == null || text.codePoints().allMatch(Text::isStorable)
                    ? text
                    : (String)
                            context.handleWeirdStringValue(
                                    String.class, text, "a character that cannot be stored");
        }

        private static boolean isStorable(int codePoint) {
            return codePoint != 0
                    && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
        }
    }

    /** {@code 2026-11-30}; never a number, which would count from 1970. */
    private static final class Day extends StdScalarDeserializer<LocalDate> {
        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            String text = parser.getString();
            try {
                return day(text);
            } catch (DateTimeParseException | IllegalArgumentException _) {
                return (LocalDate)
                        context.handleWeirdStringValue(LocalDate.class, text, "not a day");
            }
        }
    }
}
