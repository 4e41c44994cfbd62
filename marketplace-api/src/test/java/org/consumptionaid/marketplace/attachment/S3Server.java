package org.consumptionaid.marketplace.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A server that speaks S3 (S3Proxy), a process of its own with one bucket in a folder. */
record S3Server(Process process, int port) implements AutoCloseable {
    private static final String BUCKET = "marketplace";
    private static final String IDENTITY = "marketplace";
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    static S3Server start(Path folder) throws IOException {
        Path objects = Files.createDirectories(folder.resolve("objects"));
        Files.createDirectories(objects.resolve(BUCKET));
        int port = freePort();
        Path settings =
                Files.writeString(
                        folder.resolve("s3proxy.properties"),
                        """
                        s3proxy.endpoint=http://127.0.0.1:%d
                        s3proxy.authorization=aws-v2-or-v4
                        s3proxy.identity=%s
                        s3proxy.credential=the right key
                        jclouds.provider=filesystem-nio2
                        jclouds.identity=any
                        jclouds.credential=any
                        jclouds.filesystem.basedir=%s
                        """
                                .formatted(port, IDENTITY, objects));
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-jar",
                                Path.of("target", "s3-server", "s3proxy.jar").toString(),
                                "--properties",
                                settings.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("s3proxy.log").toFile())
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        Awaitility.await().atMost(START_TIMEOUT).until(() -> answers(port));
        return new S3Server(process, port);
    }

    S3Settings settings(String secretKey) {
        return new S3Settings(
                BUCKET, "http://127.0.0.1:" + port, "us-east-1", IDENTITY, secretKey, true);
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static boolean answers(int port) {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
