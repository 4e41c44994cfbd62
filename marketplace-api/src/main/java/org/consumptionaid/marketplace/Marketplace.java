package org.consumptionaid.marketplace;

import org.consumptionaid.marketplace.shared.ExitWithStdin;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The only owner of the marketplace's data, behind a reactive HTTP API.
 *
 * <p>A scheduled method that returns a {@code Mono} is called once; what it returned is subscribed
 * to again and again. So all that must be new each time, the clock above all, is inside {@code
 * Mono.defer}.
 */
@SpringBootApplication
@EnableScheduling
public class Marketplace {
    private Marketplace() {}

    static void main(String[] arguments) {
        ExitWithStdin.watchIfAsked();
        SpringApplication.run(Marketplace.class, arguments);
    }
}
