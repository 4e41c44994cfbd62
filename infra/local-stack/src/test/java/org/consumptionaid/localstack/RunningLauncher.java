package org.consumptionaid.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** The launcher in a process of its own, with fake applications and ports that are free. */
final class RunningLauncher implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    final int api = Ports.free();
    final int indexer = Ports.free();
    final int console = Ports.free();
    final int postgres = Ports.free();
    final int stripe = Ports.free();

    private final Process process;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final List<ProcessHandle> family = new ArrayList<>();

    RunningLauncher(Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        Path jar = fakeJar(folder.resolve("fake.jar"));
        List<String> words =
                new ArrayList<>(
                        List.of(
                                System.getProperty("java.home") + "/bin/java",
                                "-Xms16m",
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Launcher.class.getName(),
                                "--data=" + folder.resolve("data"),
                                "--api-port=" + api,
                                "--indexer-port=" + indexer,
                                "--console-port=" + console,
                                "--postgres-port=" + postgres,
                                "--stripe-port=" + stripe,
                                "--api-jar=" + jar,
                                "--indexer-jar=" + jar,
                                "--console-jar=" + jar));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        // Elasticsearch is slow to start and has its own test: say that there is one.
        builder.environment().put("ELASTICSEARCH_URL", "http://127.0.0.1:9");
        builder.environment().putAll(environment);
        process = builder.start();
        Thread.ofPlatform().daemon().start(this::read);
    }

    private static Path fakeJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, FakeApplication.class.getName());
        String entry = FakeApplication.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                var code = FakeApplication.class.getClassLoader().getResourceAsStream(entry)) {
            assertThat(code).isNotNull();
            out.putNextEntry(new JarEntry(entry));
            code.transferTo(out);
        }
        return jar;
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(output::add);
        } catch (IOException closed) {
            output.add("closed");
        }
    }

    String output() {
        return String.join("\n", output);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    RunningLauncher awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!output().contains("Press Ctrl-C")) {
            assertThat(process.isAlive()).describedAs(output()).isTrue();
            assertThat(System.nanoTime()).describedAs(output()).isLessThan(deadline);
            Thread.sleep(50);
        }
        process.descendants().forEach(family::add);
        ProcessHandle.allProcesses().filter(this::isPostgres).forEach(family::add);
        return this;
    }

    /** PostgreSQL detaches itself: it is told by its command line. */
    private boolean isPostgres(ProcessHandle handle) {
        return handle.info()
                .commandLine()
                .filter(line -> line.contains("postgres") && line.contains(" -p " + postgres))
                .isPresent();
    }

    int awaitExit() throws InterruptedException {
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .describedAs(output())
                .isTrue();
        return process.exitValue();
    }

    /** The servers that were running when the launcher was ready. */
    List<ProcessHandle> family() {
        return family;
    }

    void assertNobodyIsLeft() throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (family.stream().anyMatch(ProcessHandle::isAlive)) {
            assertThat(System.nanoTime()).describedAs(family.toString()).isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    /** What a server answers, or nothing when it ends instead. */
    static @Nullable String get(int port, String path) throws InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException ended) {
            return null;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
