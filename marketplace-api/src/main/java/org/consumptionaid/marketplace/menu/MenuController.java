package org.consumptionaid.marketplace.menu;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.school.SupplierOffer;
import org.consumptionaid.marketplace.shared.Items;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RestController
@RequestMapping("/school")
class MenuController {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Menus menus;
    private final MenuSheet sheet;

    MenuController(Menus menus, MenuSheet sheet) {
        this.menus = menus;
        this.sheet = sheet;
    }

    /** The dishes of a day, in the order of the menu. */
    record DayDishes(@NotNull @Size(max = 20) List<@NotBlank @Size(max = 60) String> dishes) {}

    record CopiedWeek(@Nullable LocalDate week, @NotNull LocalDate from) {}

    record Counted(
            @Nullable LocalDate week,
            @NotNull @Size(max = 300) List<@Valid @NotNull StoreRoomItem> items) {}

    @GetMapping("/dishes")
    Items<DishView> dishes() {
        return new Items<>(menus.dishes());
    }

    @GetMapping("/menu")
    Mono<MenuView> menu(Caller caller, @RequestParam(required = false) @Nullable LocalDate week) {
        return menus.menu(caller, week);
    }

    @PutMapping("/menu/days/{day}")
    Mono<MenuView> setDay(
            Caller caller, @PathVariable LocalDate day, @Valid @RequestBody DayDishes body) {
        return menus.setDay(caller, day, body.dishes());
    }

    /** Replaces the week's menu by that of another week. */
    @PutMapping("/menu")
    Mono<MenuView> copy(Caller caller, @Valid @RequestBody CopiedWeek body) {
        return menus.copy(caller, body.week(), body.from());
    }

    @GetMapping(path = "/menu.xlsx", produces = XLSX)
    Mono<ResponseEntity<byte[]>> sheet(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate week,
            Locale locale) {
        return menus.menu(caller, week)
                .flatMap(menu ->
                        Mono.fromCallable(() -> sheet.write(menu, locale))
                                .subscribeOn(Schedulers.boundedElastic())
                                .map(bytes -> file(sheet.fileName(menu, locale), bytes)));
    }

    private static ResponseEntity<byte[]> file(String name, byte[] bytes) {
        ContentDisposition disposition =
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(XLSX))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(bytes);
    }

    @GetMapping("/demand")
    Mono<DemandView> demand(
            Caller caller, @RequestParam(required = false) @Nullable LocalDate week) {
        return menus.demand(caller, week);
    }

    @PutMapping("/store-room")
    Mono<DemandView> count(Caller caller, @Valid @RequestBody Counted body) {
        return menus.count(caller, body.week(), body.items());
    }

    @GetMapping("/demand/{ingredient}/suppliers")
    Mono<Items<SupplierOffer>> suppliers(
            Caller caller,
            @PathVariable String ingredient,
            @RequestParam(required = false) @Nullable LocalDate week) {
        return menus.suppliers(caller, ingredient, week).map(Items::new);
    }
}
