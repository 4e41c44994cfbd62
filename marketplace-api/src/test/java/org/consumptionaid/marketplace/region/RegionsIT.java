package org.consumptionaid.marketplace.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MarketplaceTest
class RegionsIT {
    @Autowired private Requests api;

    @Test
    void servesAll832CountiesOfTheList() {
        JsonNode items = api.get("", "/counties").body().get("items");

        assertThat(items.size()).isEqualTo(832);
        assertThat(items.get(0).get("name").asString()).isEqualTo("望都县");
    }

    @Test
    void servesEveryDivisionAnOrganisationCanBeIn() {
        JsonNode items = api.get("", "/divisions").body().get("items");

        assertThat(items.size()).isGreaterThan(2_800);
        assertThat(items.findValuesAsString("code")).contains("620422", "110101").isSorted();
    }

    @Test
    void keepsTheCountyWithoutACodeAndTheTwoThatMerged() {
        List<JsonNode> withoutCode = new ArrayList<>();
        List<String> merged = new ArrayList<>();
        for (JsonNode county : api.get("", "/counties").body().get("items")) {
            if (!county.has("code")) {
                withoutCode.add(county);
            } else if (county.get("code").asString().equals("632803")) {
                merged.add(county.get("listedName").asString());
            }
        }

        assertThat(withoutCode)
                .singleElement()
                .satisfies(county -> assertThat(county.get("name").asString()).isEqualTo("大柴旦行委"));
        assertThat(merged).containsExactly("冷湖行委", "茫崖行委");
    }

    @Test
    void knowsTheYearsInWhichTheCountiesLeftTheList() {
        int[] left = new int[5];
        for (JsonNode county : api.get("", "/counties").body().get("items")) {
            left[county.get("exitYear").asInt() - 2016]++;
        }

        assertThat(left).containsExactly(28, 125, 283, 344, 52);
    }
}
