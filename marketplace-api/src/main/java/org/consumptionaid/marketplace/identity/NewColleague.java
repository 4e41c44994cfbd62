package org.consumptionaid.marketplace.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Another person of a unit, and the password they begin with. */
public record NewColleague(
        @NotBlank @Pattern(regexp = "[a-z0-9._-]{2,40}") String username,
        @NotBlank @Size(max = 40) String displayName,
        @NotBlank @Size(min = 10, max = 200) String password) {
    @Override
    public String toString() {
        return username;
    }
}
