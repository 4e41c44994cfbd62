package org.consumptionaid.marketplace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Today's time, and later if a test says so. */
@Component
@Primary
public class MovableClock extends Clock {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<@Nullable Instant> stopped = new AtomicReference<>();

    public void forward(Duration by) {
        ahead.updateAndGet(before -> before.plus(by));
    }

    /** Stops it at a moment, to the microsecond, until it is set again. */
    public void stopAt(Instant moment) {
        stopped.set(moment.truncatedTo(ChronoUnit.MICROS));
    }

    /** Sets it to a moment from which it goes on. */
    public void set(Instant now) {
        stopped.set(null);
        ahead.set(Duration.between(Instant.now(), now));
    }

    @Override
    public Instant instant() {
        Instant stands = stopped.get();
        return stands == null ? Instant.now().plus(ahead.get()) : stands;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants have no zone");
    }
}
