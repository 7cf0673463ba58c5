package io.ymera.scanner.advisory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Records about the same vulnerability, which databases give different names, brought together by their aliases. */
final class Twins {

    private final Map<String, String> parents = new HashMap<>();

    private Twins() {}

    /** Groups in the order of their first records. */
    static List<List<Advisory>> fold(List<Advisory> advisories) {
        Twins twins = new Twins();
        for (Advisory advisory : advisories) {
            advisory.aliases().forEach(alias -> twins.join(advisory.id(), alias));
        }
        Map<String, List<Advisory>> groups = new LinkedHashMap<>();
        for (Advisory advisory : advisories) {
            groups.computeIfAbsent(twins.root(advisory.id()), key -> new ArrayList<>())
                    .add(advisory);
        }
        return List.copyOf(groups.values());
    }

    private void join(String one, String other) {
        parents.put(root(one), root(other));
    }

    private String root(String id) {
        String at = id;
        String up = parents.getOrDefault(at, at);
        while (!up.equals(at)) {
            // Halves the way for the next
            String above = parents.getOrDefault(up, up);
            parents.put(at, above);
            at = up;
            up = above;
        }
        return at;
    }

    /** All names, the one that most people know first. */
    static List<String> names(List<Advisory> group) {
        TreeSet<String> all = new TreeSet<>();
        group.forEach(advisory -> {
            all.add(advisory.id());
            all.addAll(advisory.aliases());
        });
        List<String> names = new ArrayList<>(all);
        for (String prefix : List.of("GHSA-", "CVE-", "MAL-")) {
            all.stream().filter(name -> name.startsWith(prefix)).findFirst().ifPresent(name -> {
                names.remove(name);
                names.addFirst(name);
            });
        }
        return names;
    }
}
