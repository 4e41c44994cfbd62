package org.consumptionaid.console.market;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries files between the browser and the API as they come: none is ever held in memory. Throws
 * what {@link MarketplaceApi} throws.
 */
public final class FileTransfer {

    private static final List<String> PASSED_ON =
            List.of(
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.CONTENT_LENGTH,
                    HttpHeaders.CONTENT_DISPOSITION,
                    HttpHeaders.CACHE_CONTROL,
                    HttpHeaders.ETAG,
                    "Content-Security-Policy");

    private final RestClient client;
    private final RestClient patient;
    private final JsonMapper json;

    /**
     * Over two clients.
     *
     * @param patient for what takes long to come through
     */
    FileTransfer(RestClient client, RestClient patient, JsonMapper json) {
        this.client = client;
        this.patient = patient;
        this.json = json;
    }

    /**
     * Sends the visitor's file to the API as it is.
     *
     * @param path with the placeholder {@code {name}}, such as {@code /imports?fileName={name}}
     * @param name of the file on the visitor's disk
     */
    public <T> T upload(String path, String name, String key, Resource file, Class<T> answer) {
        return Objects.requireNonNull(
                client.post()
                        .uri(path, name)
                        .header(MarketplaceApi.IDEMPOTENCY_KEY, key)
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(file)
                        .retrieve()
                        .body(answer));
    }

    /** Gives the visitor the file at {@code path} of the API, under the name it has there. */
    public void download(HttpServletResponse visitor, String path, Object... variables) {
        download(client, visitor, path, variables);
    }

    /** The same of a file that is made while it comes. */
    public void downloadPackage(HttpServletResponse visitor, String path, Object... variables) {
        download(patient, visitor, path, variables);
    }

    private void download(
            RestClient through, HttpServletResponse visitor, String path, Object... variables) {
        through.get()
                .uri(path, variables)
                .exchange((_, answer) -> {
                    if (answer.getStatusCode().isError()) {
                        throw ApiProblem.read(answer, json);
                    }
                    passOn(answer, visitor);
                    return answer.getBody().transferTo(visitor.getOutputStream());
                });
    }

    private static void passOn(ClientHttpResponse answer, HttpServletResponse visitor) {
        PASSED_ON.forEach(header -> {
            String value = answer.getHeaders().getFirst(header);
            if (value != null) {
                visitor.setHeader(header, value);
            }
        });
    }
}
