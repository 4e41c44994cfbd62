package org.consumptionaid.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consumptionaid.localstack.RunningLauncher.get;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {

    private static final int SIGTERM_EXIT = 143;
    private static final String OTHER_DATABASE = "postgresql://u:p@127.0.0.1:9/other";

    @TempDir private Path folder;

    @Test
    void startsAllServersAndStopsThemOnSigterm() throws Exception {
        try (RunningLauncher launcher = launch().awaitReady()) {
            assertThat(launcher.output())
                    .contains("ok postgres", "ok stripe", "ok api", "ok indexer", "ok console")
                    .contains("ELASTICSEARCH_URL is set: that server is used")
                    .contains("http://localhost:" + launcher.console)
                    .contains("cooperative2", "县域合作社", "密码均为 demo")
                    .contains("api | 12:00 WARN a warning in Chinese: 苹果");
            assertThat(folder.resolve("data/logs/api.log")).content().contains("苹果");
            assertThat(launcher.family()).hasSizeGreaterThanOrEqualTo(4);

            launcher.handle().destroy();

            assertThat(launcher.awaitExit()).isEqualTo(SIGTERM_EXIT);
            assertThat(launcher.output())
                    .contains("Stopped.")
                    .doesNotContain("ended with exit code");
            launcher.assertNobodyIsLeft();
            assertThat(Ports.isTaken(launcher.postgres)).isFalse();
        }
    }

    @Test
    void tellsEachApplicationWhereTheOthersAre() throws Exception {
        try (RunningLauncher launcher = launch().awaitReady()) {
            assertThat(get(launcher.api, "/variable/DATABASE_URL"))
                    .isEqualTo(PostgresServer.url(launcher.postgres));
            assertThat(get(launcher.api, "/variable/SPRING_PROFILES_ACTIVE")).isEqualTo("demo");
            assertThat(get(launcher.api, "/variable/STRIPE_API_KEY")).isEqualTo("sk_test_standin");
            assertThat(get(launcher.api, "/variable/STRIPE_API_BASE"))
                    .isEqualTo(StripeServer.url(launcher.stripe));
            assertThat(get(launcher.api, "/variable/MARKETPLACE_TOKEN_SECRET"))
                    .isEqualTo(Files.readString(folder.resolve("data/token.secret")));
            assertThat(get(launcher.api, "/variable/MARKETPLACE_DATA_KEYS"))
                    .isEqualTo("local:" + Files.readString(folder.resolve("data/data.secret")));
            assertThat(get(launcher.indexer, "/variable/ELASTICSEARCH_URL"))
                    .isEqualTo("http://127.0.0.1:9");
            assertThat(get(launcher.console, "/variable/MARKETPLACE_API_URL"))
                    .isEqualTo("http://127.0.0.1:" + launcher.api);
        }
    }

    @Test
    void leavesARealStripeKeyAlone() throws Exception {
        Map<String, String> real =
                Map.of(
                        "STRIPE_API_KEY",
                        "sk_live",
                        "STRIPE_API_BASE",
                        "http://x",
                        "DATABASE_URL",
                        OTHER_DATABASE);
        try (RunningLauncher launcher = new RunningLauncher(folder, real).awaitReady()) {
            assertThat(launcher.output())
                    .contains("STRIPE_API_KEY is set")
                    .doesNotContain("ok stripe");
            assertThat(get(launcher.api, "/variable/STRIPE_API_KEY")).isEqualTo("sk_live");
            assertThat(get(launcher.api, "/variable/STRIPE_API_BASE")).isEqualTo("null");
        }
    }

    @Test
    void stopsEverythingWhenAServerDies() throws Exception {
        try (RunningLauncher launcher = launchWithoutPostgres().awaitReady()) {
            assertThat(get(launcher.indexer, "/exit/7")).isNull();

            assertThat(launcher.awaitExit()).isEqualTo(1);
            assertThat(launcher.output())
                    .contains("indexer ended with exit code 7.")
                    .contains("my last words");
            launcher.assertNobodyIsLeft();
        }
    }

    @Test
    void namesEveryTakenPortAndItsOptionBeforeAnythingStarts() throws Exception {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket two = new ServerSocket(0);
                RunningLauncher launcher =
                        launch(
                                "--api-port=" + one.getLocalPort(),
                                "--console-port=" + two.getLocalPort())) {
            assertThat(launcher.awaitExit()).isEqualTo(1);
            assertThat(launcher.output())
                    .contains(
                            "Port %d for api is taken; choose another with --api-port N."
                                    .formatted(one.getLocalPort()))
                    .contains(
                            "Port %d for console is taken; choose another with --console-port N."
                                    .formatted(two.getLocalPort()))
                    .doesNotContain("starting");
        }
    }

    @Test
    void refusesASecondLauncherOnTheSameFolder() throws Exception {
        try (RunningLauncher first = launchWithoutPostgres().awaitReady();
                RunningLauncher second = launchWithoutPostgres()) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.output()).contains("Another launcher already runs on");
            assertThat(first.handle().isAlive()).isTrue();
        }
    }

    @Test
    void stopsWhatAKilledLauncherLeftBehind() throws Exception {
        Map<String, String> deaf = Map.of("FAKE_IGNORES_STDIN", "true");
        try (RunningLauncher killed = new RunningLauncher(folder, deaf).awaitReady()) {
            killed.handle().destroyForcibly();
            killed.awaitExit();
            assertThat(killed.family()).anyMatch(ProcessHandle::isAlive);

            try (RunningLauncher next = launch().awaitReady()) {
                assertThat(next.output())
                        .contains("Stopped what an earlier run left behind: ")
                        .contains("postgres");
                killed.assertNobodyIsLeft();
            }
        }
    }

    @Test
    void endsItsApplicationsEvenWhenItIsKilled() throws Exception {
        try (RunningLauncher launcher = launchWithoutPostgres().awaitReady()) {
            launcher.handle().destroyForcibly();
            launcher.awaitExit();

            awaitFree(launcher.api);
            awaitFree(launcher.indexer);
            awaitFree(launcher.console);
        }
    }

    private static void awaitFree(int port) throws InterruptedException {
        for (int i = 0; i < 100 && Ports.isTaken(port); i++) {
            Thread.sleep(50);
        }
        assertThat(Ports.isTaken(port)).isFalse();
    }

    private RunningLauncher launchWithoutPostgres() throws Exception {
        return new RunningLauncher(folder, Map.of("DATABASE_URL", OTHER_DATABASE));
    }

    private RunningLauncher launch(String... arguments) throws Exception {
        return new RunningLauncher(folder, Map.of(), arguments);
    }
}
