package org.consumptionaid.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class MissingSettingTest {

    @Test
    void refusesToStartWithOneSentence(CapturedOutput output) {
        assertThatThrownBy(() ->
                SpringApplication.run(
                        CatalogIndexerApplication.class, "--server.port=0", "--DATABASE_URL="));

        assertThat(output)
                .contains("Set the environment variable DATABASE_URL to postgresql://")
                .doesNotContain("\tat ")
                .doesNotContain("Exception");
    }
}
