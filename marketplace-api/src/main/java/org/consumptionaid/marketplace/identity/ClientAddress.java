package org.consumptionaid.marketplace.identity;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The address a request comes from. The console and proxies stand between people and the API, so a
 * peer on this machine or in this private network is believed about whom it speaks for, by the last
 * entry of its {@code X-Forwarded-For} (the one it wrote itself); anybody else is taken at their
 * own address.
 */
public final class ClientAddress {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private ClientAddress() {}

    public static String of(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        if (remote == null || remote.getAddress() == null) {
            return "";
        }
        List<String> forwarded = request.getHeaders().getOrEmpty(FORWARDED_FOR);
        boolean isOurs = isOurs(remote.getAddress());
        return isOurs && !forwarded.isEmpty()
                ? last(forwarded.getLast())
                : remote.getAddress().getHostAddress();
    }

    private static boolean isOurs(InetAddress peer) {
        return peer.isLoopbackAddress() || peer.isSiteLocalAddress();
    }

    private static String last(String list) {
        return list.substring(list.lastIndexOf(',') + 1).strip();
    }
}
