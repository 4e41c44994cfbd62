package org.consumptionaid.localstack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One application of the marketplace as a process of its own, that can be killed and restarted. */
public final class LocalApplication implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(150);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
    private static final String SERIAL = "-XX:+UseSerialGC";

    private final String name;
    private final int port;
    private final Command command;
    private final Path log;
    private ChildProcess process;

    private LocalApplication(String name, int port, Command command, Path log) {
        this.name = name;
        this.port = port;
        this.command = command;
        this.log = log;
        this.process = spawn();
    }

    /**
     * What is run.
     *
     * @param name of the log file
     * @param arguments of Java after its options: a jar or a class path and a class
     * @param heapMegabytes most heap
     * @param environment variables it is given, on top of a free port
     * @param logs folder of its log
     */
    public record Program(
            String name,
            List<String> arguments,
            int heapMegabytes,
            Map<String, String> environment,
            Path logs) {}

    /** The executable jar of a module of the repository. */
    public static Path jar(String module) {
        return RepositoryRoot.find().resolve(module + "/target/" + module + "-exec.jar");
    }

    /**
     * Starts it and returns at once; {@link #awaitReady} waits. Every compiler, serial collector.
     */
    public static LocalApplication launch(Program program) {
        int port = Ports.free();
        Map<String, String> variables = new HashMap<>(program.environment());
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("SERVER_PORT", Integer.toString(port));
        variables.put("MARKETPLACE_EXIT_WITH_STDIN", "true");
        List<String> options = new ArrayList<>(List.of(SERIAL, "-Dfile.encoding=UTF-8"));
        options.add("-Xmx" + program.heapMegabytes() + "m");
        Command command = Command.java(options, program.arguments());
        LocalApplication application =
                new LocalApplication(
                        program.name(),
                        port,
                        command.with(variables).without(Set.of("SPRING_PROFILES_ACTIVE")),
                        program.logs().resolve(program.name() + ".log"));
        AtExit.close(application);
        return application;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public ProcessHandle handle() {
        return process.handle();
    }

    /**
     * Waits until it says that it is healthy.
     *
     * @throws StartFailure with the end of its log when it does not
     */
    public void awaitReady() {
        try {
            process.awaitHealthy(
                    new HealthCheck(URI.create(url() + "/actuator/health")), START_TIMEOUT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while " + name + " was starting", interrupted);
        }
    }

    /** Ends it as a power cut would. */
    public void kill() {
        try {
            process.kill();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it again, after it has been stopped if need be; returns at once. */
    public void relaunch() {
        close();
        process = spawn();
    }

    @Override
    public void close() {
        process.stop(STOP_TIMEOUT);
    }

    private ChildProcess spawn() {
        return ChildProcess.start(name, command, log, _ -> {});
    }
}
