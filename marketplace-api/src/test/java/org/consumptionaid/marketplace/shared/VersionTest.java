package org.consumptionaid.marketplace.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"3-17\"", "3-17", "W/\"3-17\"", "  \"3-17\" "})
    void readsAnEtagInEveryWayProxiesWriteIt(String header) {
        assertThat(Version.ofIfMatch(header)).isEqualTo(new Version(3, 17));
    }

    @Test
    void readsBackWhatItWrote() {
        Version version = new Version(Integer.MAX_VALUE, 999_999_999_999_999_999L);

        assertThat(Version.ofIfMatch(version.etag())).isEqualTo(version);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void refusesAnEditWithoutAVersion(String header) {
        assertThatThrownBy(() -> Version.ofIfMatch(header))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isEqualTo(new SharedRefusal.VersionMissing()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "3",
                "3-",
                "-17",
                "3-17-1",
                "a-b",
                "\"3-17\", \"4-17\"",
                "3--17",
                "３-17",
                "9999999999999999999-1",
                "1-9999999999999999999"
            })
    void refusesWhatIsNoVersionOfOurs(String header) {
        assertThatThrownBy(() -> Version.ofIfMatch(header))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isEqualTo(new SharedRefusal.VersionInvalid()));
    }
}
