package org.consumptionaid.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** TCP ports of the loopback interface. */
final class Ports {

    private static final int CONNECT_TIMEOUT_MILLIS = 200;

    private Ports() {}

    /** The port itself, or one that is free now when it is 0. */
    static int orFree(int port) {
        return port == 0 ? free() : port;
    }

    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("No free port", none);
        }
    }

    /** Whether someone listens on the port, on this interface or on all. */
    static boolean isTaken(int port) {
        return !canBind(port) || answers(port);
    }

    private static boolean canBind(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(loopback(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** On macOS one can bind beside a server that listens on all interfaces. */
    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(loopback(port), CONNECT_TIMEOUT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
