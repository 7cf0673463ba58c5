package io.ymera.manager.capability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All versions of all task types, as of one moment. Immutable. */
final class Catalogue {

    private final NavigableMap<String, NavigableMap<Integer, Offer>> offers = new TreeMap<>();

    Catalogue(Collection<Offer> all) {
        all.forEach(offer ->
                offers.computeIfAbsent(offer.name(), name -> new TreeMap<>()).put(offer.version(), offer));
    }

    /** By name, then by version. */
    List<Offer> list() {
        List<Offer> all = new ArrayList<>();
        offers.values().forEach(versions -> all.addAll(versions.values()));
        return all;
    }

    Set<String> names() {
        return offers.keySet();
    }

    /** The versions of a task type, the oldest first; none if the type is unknown. */
    Set<Integer> versions(String taskType) {
        NavigableMap<Integer, Offer> versions = offers.get(taskType);
        return versions == null ? Set.of() : versions.keySet();
    }

    /**
     * The version that is asked for; if none is, the newest that an online agent offers, and if no agent is online, the
     * newest.
     */
    Optional<Offer> choose(String taskType, @Nullable Integer version) {
        NavigableMap<Integer, Offer> versions = offers.get(taskType);
        if (versions == null) {
            return Optional.empty();
        }
        if (version != null) {
            return Optional.ofNullable(versions.get(version));
        }
        return versions.descendingMap().values().stream()
                .filter(offer -> offer.agents() > 0)
                .findFirst()
                .or(() -> Optional.of(versions.lastEntry().getValue()));
    }
}
