package org.consumptionaid.indexer;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the indexer. */
@SpringBootApplication
public class CatalogIndexerApplication {

    public static void main(String[] arguments) {
        ParentProcess.watchIfAsked(System.getenv());
        SpringApplication.run(CatalogIndexerApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
