package org.consumptionaid.marketplace.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SealedValuesTest {
    private static final String ACCOUNT = "6228480402564890018";
    private static final String OLD = "old:" + "0123456789abcdef".repeat(4);
    private static final String NEW = "new:" + "fedcba9876543210".repeat(4);

    private final SealedValues values = new SealedValues(OLD);

    @Test
    void opensWhatItSealedAndShowsNothingOfIt() {
        String sealed = values.seal(ACCOUNT);

        assertThat(sealed).startsWith("old:").doesNotContain(ACCOUNT);
        assertThat(values.open(sealed)).isEqualTo(ACCOUNT);
        assertThat(values.seal(ACCOUNT)).as("equal values look different").isNotEqualTo(sealed);
    }

    @Test
    void opensWhatAnOlderKeySealedAndSealsWithTheNewest() {
        SealedValues changed = new SealedValues(NEW + ", " + OLD);

        assertThat(changed.open(values.seal(ACCOUNT))).isEqualTo(ACCOUNT);
        assertThat(changed.seal(ACCOUNT)).startsWith("new:");
    }

    @Test
    void opensNothingThatWasTamperedWithOrWhoseKeyIsGone() {
        String sealed = values.seal(ACCOUNT);
        char last = sealed.charAt(sealed.length() - 1);
        String tampered = sealed.substring(0, sealed.length() - 1) + (last == '0' ? '1' : '0');

        assertThatThrownBy(() -> values.open(tampered)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new SealedValues(NEW).open(sealed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("old");
    }
}
