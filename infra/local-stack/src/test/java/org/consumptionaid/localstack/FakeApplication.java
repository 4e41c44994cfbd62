package org.consumptionaid.localstack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Stands in for a Spring application: healthy at once, tells its variables, and ends when asked to.
 *
 * <p>With FAKE_IGNORES_STDIN set it does not notice that its launcher is gone.
 */
final class FakeApplication {

    private FakeApplication() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("SERVER_PORT"));
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(
                "/actuator/health", exchange -> answer(exchange, "{\"status\":\"UP\"}"));
        server.createContext(
                "/variable/", exchange -> answer(exchange, System.getenv(lastWord(exchange)) + ""));
        server.createContext("/exit/", FakeApplication::exit);
        server.start();
        System.out.println("12:00 WARN a warning in Chinese: 苹果");
        if (System.getenv("FAKE_IGNORES_STDIN") == null) {
            System.in.transferTo(OutputStream.nullOutputStream());
            System.exit(0);
        }
    }

    private static void exit(HttpExchange exchange) {
        System.out.println("my last words");
        Runtime.getRuntime().halt(Integer.parseInt(lastWord(exchange)));
    }

    private static String lastWord(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
