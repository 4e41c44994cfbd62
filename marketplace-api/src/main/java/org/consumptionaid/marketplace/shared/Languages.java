package org.consumptionaid.marketplace.shared;

import java.util.List;
import java.util.Locale;
import org.springframework.web.server.ServerWebExchange;

/** The languages people are answered in: Chinese unless English is preferred. */
public final class Languages {
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private static final List<Locale> SPOKEN = List.of(Locale.CHINESE, Locale.ENGLISH);

    private Languages() {}

    public static Locale of(ServerWebExchange exchange) {
        return Locale.ENGLISH.equals(Locale.lookup(wanted(exchange), SPOKEN))
                ? Locale.ENGLISH
                : CHINESE;
    }

    /** Nothing if the header makes no sense: then nobody can be answered in its language. */
    private static List<Locale.LanguageRange> wanted(ServerWebExchange exchange) {
        try {
            return exchange.getRequest().getHeaders().getAcceptLanguage();
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }
}
