package org.consumptionaid.load.fixed;

import java.util.Arrays;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/** {@code GET /fixed/943} answers 943 bytes. */
@AutoConfiguration
public class FixedResponse {
    private static final String PATH = "/fixed/";

    /** Before security and all else: nothing that a server does can be faster. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebFilter fixedResponseFilter() {
        return (exchange, next) -> {
            String path = exchange.getRequest().getPath().value();
            return path.startsWith(PATH)
                    ? answer(exchange, Integer.parseInt(path.substring(PATH.length())))
                    : next.filter(exchange);
        };
    }

    private static Mono<Void> answer(ServerWebExchange exchange, int size) {
        ServerHttpResponse response = exchange.getResponse();
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) ' ');
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setContentLength(size);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }
}
