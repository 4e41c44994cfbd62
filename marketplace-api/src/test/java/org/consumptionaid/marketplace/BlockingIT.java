package org.consumptionaid.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The other tests would see a blocking call only if somebody is watching. */
@MarketplaceTest
class BlockingIT {
    private static final Duration SOON = Duration.ofSeconds(5);

    @Autowired private DatabaseClient database;

    @Test
    void barksAtABlockingCallOnAWorkerOfReactor() {
        Mono<Long> blocking =
                Mono.fromCallable(BlockingIT::block).subscribeOn(Schedulers.parallel());

        assertThatThrownBy(() -> blocking.block(SOON))
                .hasRootCauseInstanceOf(BlockingOperationError.class);
    }

    @Test
    void barksAtABlockingCallOnAnEventLoopOfTheDatabase() {
        Mono<Long> blocking = database.sql("SELECT 1").mapValue(Long.class).one().map(_ -> block());

        assertThatThrownBy(() -> blocking.block(SOON))
                .hasRootCauseInstanceOf(BlockingOperationError.class);
    }

    @Test
    void barksAtAPipelineThatWaitsForAnother() {
        Mono<Long> blocking =
                database.sql("SELECT 1")
                        .mapValue(Long.class)
                        .one()
                        .map(_ -> Mono.delay(Duration.ofSeconds(1)).toFuture().join());

        assertThatThrownBy(() -> blocking.block(SOON))
                .hasRootCauseInstanceOf(BlockingOperationError.class);
    }

    @Test
    void letsBlockWhoeverMay() {
        assertThat(
                        Mono.fromCallable(BlockingIT::block)
                                .subscribeOn(Schedulers.boundedElastic())
                                .block(SOON))
                .isEqualTo(1);
    }

    private static long block() {
        try {
            Thread.sleep(1);
            return 1;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
