package io.ymera.scanner.dependency;

import io.ymera.scanner.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * pip's {@code requirements.txt} and its kin. Such a file includes others with {@code -r}, takes versions from others with {@code -c}, and, if
 * pip-compile or uv wrote it, says in comments what brings each package.
 */
final class Requirements implements Format {

    private static final int MOST_INCLUDES = 100;

    /** One line, put together, with what its comments say. */
    private record Entry(PythonRequirement requirement, int line, List<String> hashes, Set<String> via) {}

    private record Contents(List<Entry> entries, List<String> includes, List<String> constraints) {}

    private final Map<String, Contents> files = new LinkedHashMap<>();

    @Override
    public boolean reads(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean kind = lower.endsWith(".txt") || lower.endsWith(".in");
        return kind && (lower.contains("requirements") || lower.contains("constraints"));
    }

    @Override
    public void read(SourceFile file, Gathered into) {
        Contents contents = new Contents(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        StringBuilder logical = new StringBuilder();
        int number = 0;
        int start = 0;
        for (String line : (Iterable<String>) file.text().lines()::iterator) {
            number++;
            if (line.length() > 20_000) {
                into.note(file.path(), "Line %d is too long and was not looked at".formatted(number));
                continue;
            }
            start = logical.isEmpty() ? number : start;
            String plain = line.strip();
            if (plain.endsWith("\\")) {
                logical.append(plain, 0, plain.length() - 1).append(' ');
                if (logical.length() > 200_000) {
                    logical.setLength(0);
                }
                continue;
            }
            logical.append(plain);
            line(logical.toString(), start, contents, into, file.path());
            logical.setLength(0);
        }
        line(logical.toString(), start, contents, into, file.path());
        files.put(file.path(), contents);
    }

    private static void line(String text, int number, Contents into, Gathered gathered, String path) {
        int comment = text.startsWith("#") ? 0 : text.indexOf(" #");
        String plain = comment < 0 ? text : text.substring(0, comment).strip();
        if (comment >= 0 && !into.entries.isEmpty() && (plain.isEmpty() || text.contains("# via"))) {
            if (plain.isEmpty()) {
                via(text.substring(text.indexOf('#') + 1), into.entries.getLast());
            }
        }
        if (plain.isEmpty()) {
            return;
        }
        if (plain.startsWith("-")) {
            int cut = plain.startsWith("--") ? indexOfAny(plain) : 2;
            String option = plain.substring(0, Math.min(cut, plain.length()));
            String value = plain.substring(Math.min(cut, plain.length()))
                    .replace("=", " ")
                    .strip();
            switch (option) {
                case "-r", "--requirement" -> into.includes.add(value);
                case "-c", "--constraint" -> into.constraints.add(value);
                default -> {}
            }
            return;
        }
        List<String> hashes = new ArrayList<>();
        String[] parts = plain.split(" --", 2000);
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].startsWith("hash=")) {
                hashes.add(parts[i].substring(5).strip());
            }
        }
        PythonRequirement.of(parts[0])
                .ifPresentOrElse(
                        requirement -> {
                            Entry entry = new Entry(requirement, number, hashes, new LinkedHashSet<>());
                            into.entries.add(entry);
                            if (comment >= 0) {
                                via(text.substring(text.indexOf('#', comment) + 1), entry);
                            }
                        },
                        () -> {
                            boolean address = plain.contains("/") || plain.startsWith(".");
                            gathered.note(
                                    path,
                                    "Line %d %s and was left out"
                                            .formatted(
                                                    number,
                                                    address ? "is an address or a folder" : "names no package"));
                        });
    }

    private static int indexOfAny(String option) {
        for (int i = 0; i < option.length(); i++) {
            if (option.charAt(i) == ' ' || option.charAt(i) == '=') {
                return i;
            }
        }
        return option.length();
    }

    /** {@code # via a, b} or {@code # via} with one on each further line. */
    private static void via(String comment, Entry of) {
        String plain = comment.strip();
        boolean head = plain.equals("via") || plain.startsWith("via ");
        if (!head && of.via.isEmpty()) {
            return;
        }
        of.via.add("");
        for (String name : (head ? plain.substring(3) : plain).split(",", 200)) {
            String one = name.strip();
            if (!one.isEmpty()) {
                of.via.add(one.startsWith("-") || one.contains("(") ? "-" : PythonRequirement.normal(one));
            }
        }
    }

    @Override
    public void finish(Gathered into) {
        Set<String> included = new HashSet<>();
        files.forEach((path, contents) -> {
            contents.includes.forEach(include -> included.add(sibling(path, include)));
            contents.constraints.forEach(include -> included.add(sibling(path, include)));
            // pip-compile reads x.in and writes x.txt
            if (path.endsWith(".in") && files.containsKey(path.substring(0, path.length() - 3) + ".txt")) {
                included.add(path);
            }
        });
        for (String path : files.keySet()) {
            if (!included.contains(path)) {
                build(path, into);
            }
        }
        // What includes itself in a circle is included by others only
        Set<String> seen = new HashSet<>();
        into.locks.forEach(lock -> lock.graph()
                .nodes()
                .values()
                .forEach(node -> seen.add(node.locations.getFirst().path())));
        for (String path : files.keySet()) {
            boolean unread = included.contains(path) && !seen.contains(path) && !path.endsWith(".in");
            if (unread
                    && files.get(path).includes.stream()
                            .anyMatch(include -> files.containsKey(sibling(path, include)))) {
                build(path, into);
                return;
            }
        }
    }

    private void build(String path, Gathered into) {
        Set<String> all = new LinkedHashSet<>();
        Set<String> constraints = new LinkedHashSet<>();
        collect(path, all, constraints, into);
        Map<String, String> pins = new HashMap<>();
        for (String constraint : constraints) {
            Contents contents = files.get(constraint);
            for (Entry entry : contents == null ? List.<Entry>of() : contents.entries) {
                String exact = PythonRequirement.exact(entry.requirement.specifiers());
                if (exact != null) {
                    pins.putIfAbsent(entry.requirement.name(), exact);
                }
            }
        }
        List<Map.Entry<String, Entry>> entries = new ArrayList<>();
        for (String one : all) {
            Contents contents = files.get(one);
            for (Entry entry : contents == null ? List.<Entry>of() : contents.entries) {
                entries.add(Map.entry(one, entry));
            }
        }
        boolean compiled = !entries.isEmpty()
                && entries.stream().noneMatch(entry -> entry.getValue().via.isEmpty());
        Graph graph = new Graph(compiled);
        for (Map.Entry<String, Entry> one : entries) {
            add(one.getKey(), one.getValue(), pins, graph);
        }
        for (Map.Entry<String, Entry> one : entries) {
            Entry entry = one.getValue();
            for (String via : entry.via) {
                Graph.Node from = graph.nodes().get(via);
                if (from != null) {
                    graph.edge(from, entry.requirement.name(), Scope.RUNTIME);
                }
            }
            if (entry.via.isEmpty() || entry.via.contains("-")) {
                graph.root(entry.requirement.name(), scope(one.getKey(), entry));
            }
        }
        into.locks.add(new Lock(path, Ecosystem.PYPI, Set.of(), graph, (folder, declared) -> Optional.empty()));
    }

    private static void add(String path, Entry entry, Map<String, String> pins, Graph graph) {
        PythonRequirement requirement = entry.requirement;
        String exact = PythonRequirement.exact(requirement.specifiers());
        String version = exact == null ? pins.get(requirement.name()) : exact;
        Graph.Node node = graph.node(requirement.name(), requirement.name(), version, Gathered.at(path, entry.line));
        node.requirement = requirement.specifiers();
        node.hint = scope(path, entry);
        if (entry.hashes.size() == 1) {
            Gathered.hash(entry.hashes.getFirst(), node.hashes);
        }
    }

    private static Scope scope(String path, Entry entry) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (entry.requirement.extra()) {
            return Scope.OPTIONAL;
        }
        if (lower.contains("test")) {
            return Scope.TEST;
        }
        boolean dev =
                lower.contains("dev") || lower.contains("lint") || lower.contains("docs") || lower.contains("ci.txt");
        return dev ? Scope.DEV : Scope.RUNTIME;
    }

    private void collect(String path, Set<String> all, Set<String> constraints, Gathered into) {
        List<String> open = new ArrayList<>(List.of(path));
        while (!open.isEmpty()) {
            String next = open.removeLast();
            Contents contents = files.get(next);
            if (contents == null) {
                into.note(path, "Includes '%s', which is not there".formatted(next));
            } else if (all.size() >= MOST_INCLUDES) {
                into.note(path, "Includes more than %d files; the rest is left out".formatted(MOST_INCLUDES));
                return;
            } else if (all.add(next)) {
                contents.includes.forEach(include -> open.add(sibling(next, include)));
                contents.constraints.forEach(constraint -> constraints.add(sibling(next, constraint)));
            }
        }
    }

    /** A path as seen from a file; one that leaves the tree names nothing that was read. */
    private static String sibling(String path, String other) {
        List<String> parts = new ArrayList<>(List.of(Gathered.folder(path).split("/", -1)));
        parts.removeIf(String::isEmpty);
        for (String part : other.split("/", 200)) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.removeLast();
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
