package org.consumptionaid.localstack;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts the whole marketplace on this machine and keeps it running until Ctrl-C. */
@Command(
        name = "infra/run",
        sortOptions = false,
        description = "Starts the whole marketplace on this machine, with demo data.",
        footer = {
            "",
            "With DATABASE_URL, ELASTICSEARCH_URL or STRIPE_API_KEY set, that server is used"
                    + " instead of the embedded one."
        })
public final class Launcher implements Callable<Integer> {

    private static final int FAILED = 1;

    /** Ctrl-C reaches the servers and the launcher at once; the launcher may hear of it last. */
    private static final Duration SIGNAL_DELAY = Duration.ofMillis(500);

    @Mixin private final LaunchOptions options = new LaunchOptions();
    private final Terminal terminal;

    private Launcher(Terminal terminal) {
        this.terminal = terminal;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new Launcher(new Terminal(out)));
        System.exit(line.setOverwrittenOptionsAllowed(true).execute(arguments));
    }

    @Override
    public Integer call() {
        try {
            return run(options.settings());
        } catch (StartFailure failure) {
            terminal.say(String.valueOf(failure.getMessage()));
            return FAILED;
        }
    }

    private int run(LaunchSettings settings) {
        Instant begin = Instant.now();
        DataFolder folder = DataFolder.open(settings.data());
        Stack stack = prepare(settings, folder);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
        try (stack) {
            stack.start();
            if (stack.isStopping()) {
                return FAILED;
            }
            announce(settings, folder, Duration.between(begin, Instant.now()));
            return mourn(stack);
        }
    }

    private Stack prepare(LaunchSettings settings, DataFolder folder) {
        List<String> stale = folder.children().stopStale();
        if (!stale.isEmpty()) {
            terminal.say("Stopped what an earlier run left behind: " + String.join(", ", stale));
        }
        if (settings.fresh()) {
            folder.empty();
        }
        StackPlan plan = new StackPlan(settings, folder, terminal);
        Stack stack = new Stack(plan.steps(), folder, terminal);
        Stack.checkPorts(plan.usedPorts());
        terminal.say("Starting; data and logs are in " + folder.path());
        plan.foreignServers().forEach(terminal::say);
        return stack;
    }

    private void announce(LaunchSettings settings, DataFolder folder, Duration took) {
        LaunchSettings.Ports ports = settings.ports();
        terminal.say("\n已就绪 Ready in %.1f s".formatted(took.toMillis() / 1000.0));
        terminal.table(
                List.of(
                        List.of("网页 web pages", ApplicationServer.url(ports.console())),
                        List.of("接口 API", ApplicationServer.url(ports.api())),
                        List.of("日志 logs", folder.of("logs").toString())));
        terminal.say(
                "\n演示账号（密码均为 %1$s） Demo accounts (password: %1$s)"
                        .formatted(DemoAccounts.PASSWORD));
        terminal.table(DemoAccounts.table());
        terminal.say("\n按 Ctrl-C 停止 Press Ctrl-C to stop\n");
    }

    private int mourn(Stack stack) {
        String death = stack.awaitDeath();
        pause();
        if (!stack.isStopping()) {
            terminal.say(death);
        }
        return FAILED;
    }

    private static void pause() {
        try {
            Thread.sleep(SIGNAL_DELAY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
