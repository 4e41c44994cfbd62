package org.consumptionaid.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.consumptionaid.localstack.LaunchedStack;
import org.junit.jupiter.api.Test;

/** The launcher with the real applications; its behaviour in detail is tested in local-stack. */
class LauncherIT {
    private static final Duration GONE = Duration.ofSeconds(20);

    @Test
    void reportsADeadChildStopsTheRestAndLeavesNoProcess() {
        LaunchedStack stack = SharedStack.start();
        List<ProcessHandle> processes = stack.processes();

        stack.application("catalog-indexer-exec.jar").destroyForcibly();

        assertThat(stack.awaitEnd()).isNotZero();
        assertThat(stack.output()).containsIgnoringCase("indexer").contains("137");
        await().atMost(GONE).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }
}
