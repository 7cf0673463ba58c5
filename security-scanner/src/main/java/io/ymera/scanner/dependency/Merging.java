package io.ymera.scanner.dependency;

import io.ymera.scanner.finding.Location;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The same package at the same version, found twice. */
final class Merging {

    private static final int MOST_LOCATIONS = 20;
    private static final int MOST_PATHS = 3;

    private Merging() {}

    static Component merge(Component one, Component other) {
        Set<Location> locations = new LinkedHashSet<>(one.locations());
        locations.addAll(other.locations());
        Set<List<String>> paths = new LinkedHashSet<>(one.paths());
        paths.addAll(other.paths());
        Set<String> licences = new LinkedHashSet<>(one.licences());
        licences.addAll(other.licences());
        Map<String, String> hashes = new TreeMap<>(other.hashes());
        hashes.putAll(one.hashes());
        Set<String> requires = new TreeSet<>(one.requires());
        requires.addAll(other.requires());
        return new Component(
                one.ecosystem(),
                one.name(),
                one.version(),
                one.requirement().isEmpty() ? other.requirement() : one.requirement(),
                one.scope().or(other.scope()),
                one.direct() || other.direct(),
                paths.stream().limit(MOST_PATHS).toList(),
                List.copyOf(licences),
                hashes,
                new ArrayList<>(locations).subList(0, Math.min(locations.size(), MOST_LOCATIONS)),
                List.copyOf(requires),
                one.graphKnown() && other.graphKnown());
    }
}
