package org.consumptionaid.marketplace.opendata;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class OpenDataController {
    private final OpenData openData;

    OpenDataController(OpenData openData) {
        this.openData = openData;
    }

    @GetMapping(path = "/open-data/releases", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> releases(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(OpenData.MOST) int limit) {
        return openData.releases(FeedCursor.of(cursor), limit);
    }

    @GetMapping(path = "/open-data/records/{ocid}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> record(@PathVariable String ocid) {
        return openData.record(ocid);
    }
}
