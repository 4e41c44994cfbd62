package org.consumptionaid.marketplace.opendata;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.consumptionaid.marketplace.ordering.Channel;
import org.consumptionaid.marketplace.ordering.OrderListener;
import org.consumptionaid.marketplace.ordering.OrderMoved;
import org.consumptionaid.marketplace.ordering.OrderState;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Publishes each step of a procurement order, in the transaction of the step, and hands out what
 * was published: a package of releases after a cursor, and an order's record. Documents are handed
 * out as they were written, byte for byte.
 */
@Service
class OpenData implements OrderListener {
    static final int MOST = 1_000;

    private static final String PUBLISHER = "消费帮扶集市";
    private static final String LICENSE = "https://creativecommons.org/licenses/by/4.0/";

    private final ReleaseStore store;
    private final String prefix;
    private final String address;
    private final JsonMapper json;
    private final Clock clock;

    OpenData(
            ReleaseStore store,
            @Value("${marketplace.open-data.ocid-prefix}") String prefix,
            @Value("${marketplace.open-data.address}") String address,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.prefix = prefix;
        this.address = address;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Mono<Void> moved(OrderMoved order) {
        return order.channel() == Channel.PROCUREMENT
                ? store.publish(order.orderId(), isSigned(order.state()), prefix, clock.instant())
                : Mono.empty();
    }

    /**
     * Releases after a cursor, and the cursor to go on with; an empty package at the end of the
     * feed.
     *
     * @param limit 1 to {@value #MOST}
     */
    Mono<byte[]> releases(FeedCursor after, int limit) {
        return store.after(after, limit)
                .map(releases -> {
                    FeedCursor next = releases.isEmpty() ? after : releases.getLast().cursor();
                    String uri = address + "/open-data/releases?cursor=";
                    return text(
                            header(uri + after.text()),
                            "\"releases\":[" + documents(releases) + "]",
                            "\"links\":{\"next\":\"" + uri + next.text() + "\"}");
                });
    }

    /** An order's record: all its releases, and what they come to. Refusals: {@link NotFound}. */
    Mono<byte[]> record(String ocid) {
        String start = prefix + "-";
        return (ocid.startsWith(start)
                        ? store.ofOrder(ocid.substring(start.length()))
                        : Mono.<List<Release>>empty())
                .filter(releases -> !releases.isEmpty())
                .switchIfEmpty(new NotFound().asError())
                .map(releases ->
                        text(
                                header(address + "/open-data/records/" + ocid),
                                "\"records\":[{\"ocid\":\"%s\",\"releases\":[%s],\"compiledRelease\":%s}]"
                                        .formatted(
                                                ocid,
                                                documents(releases),
                                                compiled(releases.getLast(), ocid))));
    }

    /** Each release says all there is: the last one is what they come to. */
    private String compiled(Release last, String ocid) {
        ObjectNode document = (ObjectNode) json.readTree(last.document());
        document.put("id", ocid + "-compiled");
        document.putArray("tag").add("compiled");
        return json.writeValueAsString(document);
    }

    private String header(String uri) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return "\"uri\":\"%s\",\"version\":\"1.1\",\"publishedDate\":\"%s\",\"publisher\":{\"name\":\"%s\"},\"license\":\"%s\""
                .formatted(uri, now, PUBLISHER, LICENSE);
    }

    private static String documents(List<Release> releases) {
        return releases.stream().map(Release::document).collect(Collectors.joining(","));
    }

    private static byte[] text(String... parts) {
        return ("{" + String.join(",", parts) + "}").getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isSigned(OrderState state) {
        return switch (state) {
            case DRAFT, PLACED, CANCELLED, REJECTED -> false;
            case CONFIRMED, PARTLY_SHIPPED, SHIPPED, ACCEPTED, INVOICED, PAID, SETTLED -> true;
        };
    }
}
