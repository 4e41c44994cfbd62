package org.consumptionaid.marketplace.catalog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.security.web.server.header.CacheControlServerHttpHeadersWriter;
import org.springframework.security.web.server.header.CompositeServerHttpHeadersWriter;
import org.springframework.security.web.server.header.ContentTypeOptionsServerHttpHeadersWriter;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter;
import org.springframework.security.web.server.header.ServerHttpHeadersWriter;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter;
import org.springframework.security.web.server.header.XXssProtectionServerHttpHeadersWriter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Answers who asks for a product without a token, if its page is kept, before security and all that
 * finds a controller: the page is for anyone, and is the same as the controller's.
 */
@Component
@Order(KeptProductPages.BEFORE_SECURITY)
class KeptProductPages implements WebFilter {
    static final int BEFORE_SECURITY = -200;

    private static final String PATH = "/products/";
    private static final int ID_CHARACTERS = 36;
    private static final int DASH = 8;

    private final ProductPages pages;

    /** What security writes. */
    private final ServerHttpHeadersWriter headers =
            new CompositeServerHttpHeadersWriter(
                    new CacheControlServerHttpHeadersWriter(),
                    new ContentTypeOptionsServerHttpHeadersWriter(),
                    new XFrameOptionsServerHttpHeadersWriter(),
                    new XXssProtectionServerHttpHeadersWriter(),
                    new ReferrerPolicyServerHttpHeadersWriter());

    KeptProductPages(ProductPages pages) {
        this.pages = pages;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        UUID id = asked(exchange.getRequest());
        ProductPage page = id == null ? null : pages.kept(id);
        return page == null ? chain.filter(exchange) : answer(exchange, page);
    }

    private Mono<Void> answer(ServerWebExchange exchange, ProductPage page) {
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(observed -> observed.setPathPattern(PATH + "{id}"));
        Mono<Void> written = headers.writeHttpHeaders(exchange);
        ServerHttpResponse response = exchange.getResponse();
        if (exchange.checkNotModified(page.etag(), Instant.MIN)) {
            return written.then(response.setComplete());
        }
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setContentLength(page.json().length);
        return written.then(
                response.writeWith(Mono.just(response.bufferFactory().wrap(page.json()))));
    }

    /** Which product, if the request asks for just that. */
    private static @Nullable UUID asked(ServerHttpRequest request) {
        String path = request.getURI().getRawPath();
        boolean asks =
                path.length() == PATH.length() + ID_CHARACTERS
                        && path.startsWith(PATH)
                        && path.charAt(PATH.length() + DASH) == '-'
                        && HttpMethod.GET.equals(request.getMethod())
                        && !request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
        try {
            return asks ? UUID.fromString(path.substring(PATH.length())) : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
