package org.consumptionaid.marketplace.school;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.Items;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/school")
class SchoolController {
    private final Schools schools;

    SchoolController(Schools schools) {
        this.schools = schools;
    }

    record HeadCounts(
            @Nullable LocalDate week,
            @NotNull @Min(0) @Max(7) Integer schoolDays,
            @NotNull @Size(max = 4) List<@Valid @NotNull HeadCount> headCounts) {}

    @GetMapping("/need")
    Mono<NeedView> need(Caller caller, @RequestParam(required = false) @Nullable LocalDate week) {
        return schools.need(caller, week);
    }

    @PutMapping("/head-counts")
    Mono<NeedView> setHeadCounts(Caller caller, @Valid @RequestBody HeadCounts body) {
        return schools.setHeadCounts(caller, body.week(), body.schoolDays(), body.headCounts());
    }

    @GetMapping("/suppliers")
    Mono<Items<SupplierOffer>> suppliers(
            Caller caller,
            @RequestParam String foodGroup,
            @RequestParam(required = false) @Nullable LocalDate week) {
        return schools.suppliers(caller, foodGroup, week).map(Items::new);
    }
}
