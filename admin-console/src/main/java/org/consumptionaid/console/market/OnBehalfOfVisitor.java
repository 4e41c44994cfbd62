package org.consumptionaid.console.market;

import java.io.IOException;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Sends the token of the session, the language of the page and the visitor's address with every
 * call: the API counts failed sign-ins by address, and the console's own is everybody's.
 */
final class OnBehalfOfVisitor implements ClientHttpRequestInterceptor {

    @Override
    public ClientHttpResponse intercept(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        sign(request.getHeaders());
        return execution.execute(request, body);
    }

    static void sign(HttpHeaders headers) {
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language());
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page) {
            headers.set("X-Forwarded-For", page.getRequest().getRemoteAddr());
        }
        Authentication visitor = SecurityContextHolder.getContext().getAuthentication();
        if (visitor != null
                && visitor.getPrincipal() instanceof Visitor(Person _, String token, var _)
                && !headers.containsHeader(HttpHeaders.AUTHORIZATION)) {
            headers.setBearerAuth(token);
        }
    }

    private static String language() {
        Locale locale = LocaleContextHolder.getLocale();
        return locale.getLanguage().equals("en") ? "en" : "zh-CN";
    }
}
