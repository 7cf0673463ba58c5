package io.ymera.scanner.dependency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Walks a graph from what the project asks for: scopes, and the ways on which each package gets in. */
final class Resolution {

    private static final int MOST_PATHS = 3;
    private static final int LONGEST_PATH = 100;

    private final Ecosystem ecosystem;
    private final Graph graph;
    private final Map<String, Scope> scopes = new HashMap<>();
    private final Map<String, String> broughtBy = new HashMap<>();
    private final Map<String, List<String>> requirers = new HashMap<>();
    private final Set<String> direct = new HashSet<>();

    Resolution(Ecosystem ecosystem, Graph graph) {
        this.ecosystem = ecosystem;
        this.graph = graph;
        graph.nodes().forEach((id, node) -> node.requires.keySet().forEach(to -> {
            if (!to.equals(id)) {
                requirers.computeIfAbsent(to, key -> new ArrayList<>()).add(id);
            }
        }));
    }

    /** One per name and version, in their order. */
    List<Component> components() {
        walk(graph.roots(), !graph.roots().isEmpty() || !graph.edgesKnown());
        // Without a manifest, what nobody needs is what the project asks for; then, what is left are circles
        Map<String, Scope> loose = new LinkedHashMap<>();
        graph.nodes().forEach((id, node) -> {
            if (!scopes.containsKey(id) && !requirers.containsKey(id)) {
                loose.put(id, node.hint);
            }
        });
        walk(loose, graph.roots().isEmpty());
        Map<String, Scope> circles = new LinkedHashMap<>();
        graph.nodes().forEach((id, node) -> {
            if (!scopes.containsKey(id)) {
                circles.put(id, node.hint);
            }
        });
        walk(circles, false);
        Map<String, Component> byKey = new TreeMap<>();
        graph.nodes().forEach((id, node) -> {
            Component component = component(id, node);
            byKey.merge(
                    component.name() + " " + component.version() + " " + component.requirement(),
                    component,
                    Merging::merge);
        });
        return List.copyOf(byKey.values());
    }

    /** The most exposed roots first, so that the first visit to a package has its scope and its shortest way. */
    private void walk(Map<String, Scope> roots, boolean named) {
        Map<Scope, Deque<String[]>> open = new EnumMap<>(Scope.class);
        for (Scope scope : Scope.values()) {
            open.put(scope, new ArrayDeque<>());
        }
        roots.forEach((id, scope) -> {
            open.getOrDefault(scope, new ArrayDeque<>()).add(new String[] {id, ""});
            if (named) {
                direct.add(id);
            }
        });
        for (Scope scope : Scope.values()) {
            Deque<String[]> queue = open.getOrDefault(scope, new ArrayDeque<>());
            while (!queue.isEmpty()) {
                String[] next = queue.poll();
                Graph.Node node = graph.nodes().get(next[0]);
                if (node == null || scopes.putIfAbsent(next[0], scope) != null) {
                    continue;
                }
                if (!next[1].isEmpty()) {
                    broughtBy.put(next[0], next[1]);
                }
                node.requires.forEach((to, edge) -> {
                    if (!scopes.containsKey(to)) {
                        open.getOrDefault(edge.within(scope), queue).add(new String[] {to, next[0]});
                    }
                });
            }
        }
    }

    private Component component(String id, Graph.Node node) {
        Set<List<String>> paths = new LinkedHashSet<>();
        if (direct.contains(id)) {
            paths.add(List.of(node.label()));
        }
        String first = broughtBy.get(id);
        if (first != null) {
            path(first, id, paths);
        }
        for (String requirer : requirers.getOrDefault(id, List.of())) {
            if (paths.size() >= MOST_PATHS) {
                break;
            }
            path(requirer, id, paths);
        }
        if (paths.isEmpty()) {
            paths.add(List.of(node.label()));
        }
        Set<String> requires = new LinkedHashSet<>();
        for (String to : node.requires.keySet()) {
            Graph.Node needed = graph.nodes().get(to);
            if (needed != null) {
                requires.add(Purls.of(ecosystem, needed.name, needed.version));
            }
        }
        requires.remove(Purls.of(ecosystem, node.name, node.version));
        return new Component(
                ecosystem,
                node.name,
                node.version,
                node.requirement,
                scopes.getOrDefault(id, node.hint),
                direct.contains(id),
                List.copyOf(paths),
                node.licences,
                node.hashes,
                node.locations,
                requires.stream().sorted().toList(),
                graph.edgesKnown());
    }

    /** The way to {@code by}, and on to {@code id}; none if that is a circle. */
    private void path(String by, String id, Set<List<String>> into) {
        List<String> path = new ArrayList<>();
        path.add(label(id));
        String at = by;
        while (at != null) {
            if (at.equals(id) || path.size() > LONGEST_PATH) {
                return;
            }
            path.add(label(at));
            at = direct.contains(at) ? null : broughtBy.get(at);
        }
        into.add(path.reversed());
    }

    private String label(String id) {
        Graph.Node node = graph.nodes().get(id);
        return node == null ? id : node.label();
    }
}
