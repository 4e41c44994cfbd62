package org.consumptionaid.indexer;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;

/**
 * ELASTICSEARCH_URL: one node or, with commas between, several; user and password percent-encoded
 * where they need it.
 *
 * @param apiKey ELASTICSEARCH_API_KEY, null without one
 */
record ElasticsearchUrl(List<Node> nodes, @Nullable String apiKey)
        implements ElasticsearchConnectionDetails {

    private static final int DEFAULT_PORT = 9200;

    static ElasticsearchUrl parse(String text, @Nullable String apiKey) {
        List<Node> nodes =
                Arrays.stream(text.split(",", -1))
                        .map(address -> node(Setting.ELASTICSEARCH.uri(address.strip())))
                        .toList();
        return new ElasticsearchUrl(nodes, apiKey);
    }

    @Override
    public List<Node> getNodes() {
        return nodes;
    }

    @Override
    public @Nullable String getApiKey() {
        return apiKey;
    }

    /** Without the credentials, which a node's own text shows. */
    @Override
    public String toString() {
        return nodes.stream().map(node -> node.hostname() + ":" + node.port()).toList().toString();
    }

    private static Node node(URI uri) {
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        Credentials credentials = Credentials.of(uri);
        return credentials == null
                ? new Node(uri.getHost(), port, protocol(uri))
                : new Node(
                        uri.getHost(),
                        port,
                        protocol(uri),
                        credentials.user(),
                        credentials.secret());
    }

    private static Node.Protocol protocol(URI uri) {
        return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
            case "http" -> Node.Protocol.HTTP;
            case "https" -> Node.Protocol.HTTPS;
            default -> throw Setting.ELASTICSEARCH.otherForm();
        };
    }
}
