package org.consumptionaid.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NodeOptionsTest {

    @Test
    void readsDataFolderAndPortInAnyOrder() {
        NodeOptions options = NodeOptions.parse("--port", "19200", "--data", "/tmp/index");

        assertThat(options).isEqualTo(new NodeOptions(Path.of("/tmp/index"), 19200));
    }

    @Test
    void refusesAMissingAndAnUnknownOption() {
        assertThatIllegalArgumentException().isThrownBy(() -> NodeOptions.parse("--port", "1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NodeOptions.parse("--port", "1", "--data", "x", "--heap", "1g"));
    }
}
