package io.ymera.lab.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** All types of a project, and what they inherit from each other. What libraries have is known by its name only. */
final class ProjectTypes {

    /** Annotations on annotations are followed so far. */
    private static final int MOST_MARKERS = 5;

    private final Map<String, SourceType> bySourceName = new HashMap<>();
    private final List<SourceType> all = new ArrayList<>();

    void add(SourceType type) {
        all.add(type);
        bySourceName.putIfAbsent(type.sourceName(), type);
    }

    List<SourceType> all() {
        return all;
    }

    /** The project's type that is written so. */
    Optional<SourceType> find(String written, SourceType inside) {
        return inside.names().candidates(written, inside).stream()
                .filter(bySourceName::containsKey)
                .map(bySourceName::get)
                .findFirst();
    }

    /** A type and all that it inherits from the project's, nearest first, classes before interfaces. */
    List<SourceType> lineage(SourceType type) {
        Map<String, SourceType> lineage = new LinkedHashMap<>();
        collect(type, lineage);
        return List.copyOf(lineage.values());
    }

    private void collect(SourceType type, Map<String, SourceType> lineage) {
        if (lineage.putIfAbsent(type.name(), type) == null) {
            for (String each : type.supers()) {
                find(each, type).ifPresent(found -> collect(found, lineage));
            }
        }
    }

    /** Whether one of the lineage extends a library's type of this name. */
    boolean inherits(SourceType type, String library) {
        return lineage(type).stream().anyMatch(each -> each.supers().stream()
                .filter(written -> find(written, each).isEmpty())
                .anyMatch(written -> each.names().candidates(written, each).contains(library)));
    }

    /** The marker that is, or is marked with, one of these annotations of libraries. */
    Optional<SourceType.Marker> marker(List<SourceType.Marker> markers, SourceType inside, Predicate<String> wanted) {
        return markers.stream()
                .filter(marker -> stands(marker.name(), inside, wanted, 0))
                .findFirst();
    }

    private boolean stands(String written, SourceType inside, Predicate<String> wanted, int depth) {
        Optional<SourceType> own = find(written, inside);
        if (own.isPresent()) {
            return depth < MOST_MARKERS
                    && own.get().markers().stream()
                            .anyMatch(marker -> stands(marker.name(), own.get(), wanted, depth + 1));
        }
        return inside.names().candidates(written, inside).stream().anyMatch(wanted);
    }
}
