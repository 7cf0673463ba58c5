package io.ymera.security.scan;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is allowed: {@code allowed}, {@code review} or {@code denied}. An id beats its category.
 *
 * @param ids decisions about single licences, by SPDX id
 * @param categories decisions about the others: {@code permissive, weak_copyleft, strong_copyleft, network_copyleft, restricted, unknown}
 * @param developmentToo whether components count that are not passed on; false by default
 */
@RegisterForReflection
public record LicencePolicy(
        @Size(max = 1000)
        Map<@NotNull @Size(max = 100) String, @NotNull @Pattern(regexp = LicencePolicy.DECISION) String> ids,

        @Size(max = 10)
        Map<@NotNull @Size(max = 40) String, @NotNull @Pattern(regexp = LicencePolicy.DECISION) String> categories,

        Boolean developmentToo) {

    private static final List<String> CATEGORIES =
            List.of("permissive", "weak_copyleft", "strong_copyleft", "network_copyleft", "restricted", "unknown");

    static final String DECISION = "^(?:allowed|review|denied)$";

    /** Fills the defaults in. */
    public LicencePolicy {
        ids = ids == null ? Map.of() : Map.copyOf(ids);
        categories = categories == null ? Map.of() : Map.copyOf(categories);
        categories.keySet().stream()
                .filter(name -> !CATEGORIES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("categories has \"" + name + "\", but there are " + CATEGORIES);
                });
        developmentToo = Objects.requireNonNullElse(developmentToo, false);
    }
}
