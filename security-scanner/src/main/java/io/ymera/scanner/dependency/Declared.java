package io.ymera.scanner.dependency;

import io.ymera.scanner.finding.Location;
import org.jspecify.annotations.Nullable;

/**
 * A dependency as a manifest asks for it.
 *
 * @param alias what the project calls it; mostly its name
 * @param requirement as it stands there
 * @param version if the requirement allows one only
 */
record Declared(
        String alias,
        String name,
        String requirement,
        @Nullable String version,
        Scope scope,
        Location location) {}
