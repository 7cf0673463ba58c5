package io.ymera.scanner.dependency;

import io.ymera.scanner.finding.Location;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A package that the code base uses.
 *
 * @param name as its ecosystem writes it, see {@link Ecosystem}
 * @param version the one in use; null if only a range, or nothing, is written down
 * @param requirement what the manifest asks for, as it stands there; empty if it is only in a lock file
 * @param scope the most exposed use
 * @param direct whether a manifest names it, and not only another component
 * @param paths how it gets in: names with versions, from what the manifest names to this component; the shortest first, some at most
 * @param licences what the lock file says of its licence: SPDX expressions, or whatever stands there
 * @param hashes by algorithm as in {@code SHA-512}, in hexadecimal; empty if there is none or if they are of several files
 * @param locations where it is named, the manifest before the lock file
 * @param requires the {@link #key() keys} of what it needs in turn
 * @param graphKnown whether {@code requires} was written down, here and for all components beside it; if not, others may need it too
 */
public record Component(
        Ecosystem ecosystem,
        String name,
        @Nullable String version,
        String requirement,
        Scope scope,
        boolean direct,
        List<List<String>> paths,
        List<String> licences,
        Map<String, String> hashes,
        List<Location> locations,
        List<String> requires,
        boolean graphKnown) {

    /** Copies the collections. */
    public Component {
        paths = paths.stream().map(List::copyOf).toList();
        licences = List.copyOf(licences);
        hashes = Collections.unmodifiableMap(new TreeMap<>(hashes));
        locations = List.copyOf(locations);
        requires = List.copyOf(requires);
    }

    /** Its package URL with the version, if that is known; the same for the same package, whatever brings it. */
    public String key() {
        return Purls.of(ecosystem, name, version);
    }

    /** Its name, with the version if that is known. */
    public String label() {
        return version == null ? name : name + "@" + version;
    }

    /** Where one looks first. */
    public Location location() {
        return locations.getFirst();
    }
}
