package org.consumptionaid.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One visitor: keeps cookies, follows no redirect by itself, sends the forms' CSRF token. */
final class Browser {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final String BOUNDARY = "the-boundary-of-the-test";

    private final String base;
    private final String language;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    Browser(String base, String language) {
        this.base = base;
        this.language = language;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** As a form of the page at {@code from} would. */
    HttpResponse<String> post(
            String from, String path, Map<String, String> fields, String... headers) {
        Matcher csrf = CSRF.matcher(get(from).body());
        String token = csrf.find() ? "&_csrf=" + encode(csrf.group(1)) : "";
        return send(
                request(path, headers)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(fields) + token)));
    }

    /** As a form with a file of the page at {@code from} would. */
    HttpResponse<String> upload(
            String from, String path, Map<String, String> fields, String fileName, byte[] file) {
        return upload(from, path, fields, "file", fileName, file);
    }

    HttpResponse<String> upload(
            String from,
            String path,
            Map<String, String> fields,
            String fileField,
            String fileName,
            byte[] file) {
        Matcher csrf = CSRF.matcher(get(from).body());
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (csrf.find()) {
            all.put("_csrf", csrf.group(1));
        }
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArrays(parts(all, fileField, fileName, file))));
    }

    private static List<byte[]> parts(
            Map<String, String> fields, String fileField, String fileName, byte[] file) {
        String begin = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"";
        String texts =
                fields.entrySet().stream()
                        .map(f -> begin + f.getKey() + "\"\r\n\r\n" + f.getValue() + "\r\n")
                        .collect(Collectors.joining());
        return List.of(
                (texts + begin + fileField + "\"; filename=\"" + fileName + "\"\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8),
                file,
                ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> signIn(String role) {
        return post("/sign-in", "/sign-in", Map.of("username", role, "password", "secret"));
    }

    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("console"))
                .map(java.net.HttpCookie::getValue)
                .collect(Collectors.joining());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(TIMEOUT)
                        .header("Accept", "text/html")
                        .header("Accept-Language", language);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
