package io.ymera.scanner.dependency;

import io.ymera.scanner.finding.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The packages of one lock file, or of one manifest if there is none, and what needs what. Built by one reader, then read. */
final class Graph {

    /** More packages than any lock file known has. */
    private static final int MOST_NODES = 200_000;

    private static final int MOST_EDGES = 2_000_000;

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Scope> roots = new LinkedHashMap<>();
    private final boolean edgesKnown;
    private int edges;

    /** @param edgesKnown whether the file says what its packages need */
    Graph(boolean edgesKnown) {
        this.edgesKnown = edgesKnown;
    }

    boolean edgesKnown() {
        return edgesKnown;
    }

    /** The node of this id, added if there is none. */
    Node node(String id, String name, @Nullable String version, Location location) {
        Node known = nodes.get(id);
        if (known != null) {
            return known;
        }
        if (nodes.size() >= MOST_NODES) {
            throw new TreeReader.Unreadable("has more than %,d packages".formatted(MOST_NODES), null);
        }
        Node node = new Node(name, version == null || version.isEmpty() ? null : version, location);
        nodes.put(id, node);
        return node;
    }

    /** The project itself needs it. */
    void root(String id, Scope scope) {
        roots.merge(id, scope, Scope::or);
    }

    void edge(Node from, String to, Scope scope) {
        if (++edges > MOST_EDGES) {
            throw new TreeReader.Unreadable("has more than %,d dependencies".formatted(MOST_EDGES), null);
        }
        from.requires.merge(to, scope, Scope::or);
    }

    Map<String, Node> nodes() {
        return nodes;
    }

    Map<String, Scope> roots() {
        return roots;
    }

    /** A package at a version. */
    static final class Node {
        final String name;
        final @Nullable String version;
        final List<Location> locations = new ArrayList<>();
        final List<String> licences = new ArrayList<>();
        final Map<String, String> hashes = new TreeMap<>();
        final Map<String, Scope> requires = new LinkedHashMap<>();
        String requirement = "";
        /** What the file says of it, for where no root is known. */
        Scope hint = Scope.RUNTIME;

        Node(String name, @Nullable String version, Location location) {
            this.name = name;
            this.version = version;
            locations.add(location);
        }

        String label() {
            return version == null ? name : name + "@" + version;
        }
    }
}
