package io.ymera.scanner.dependency;

import io.ymera.scanner.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code yarn.lock}: the classic one, which is yarn's own notation, and that of yarn 2 and later, which is YAML. */
final class YarnLocks implements Format {

    @Override
    public boolean reads(String name) {
        return name.equals("yarn.lock");
    }

    @Override
    public void read(SourceFile file, Gathered into) {
        boolean berry = file.text().contains("\n__metadata:") || file.text().startsWith("__metadata:");
        List<Tree> entries =
                berry ? List.copyOf(TreeReader.yaml(file.text()).members().values()) : classic(file.text());
        Graph graph = new Graph(true);
        Map<String, String> requests = new HashMap<>();
        Map<Graph.Node, Tree> nodes = new LinkedHashMap<>();
        for (Tree entry : entries) {
            String[] keys = entry.name().split(",", 500);
            String first = keys[0].strip();
            String resolution = entry.text("resolution").isEmpty() ? first : entry.text("resolution");
            int cut = resolution.indexOf('@', 1);
            String source = cut < 0 ? "" : resolution.substring(cut + 1);
            if (cut < 0 || source.startsWith("workspace:") || NpmManifests.local(source)) {
                continue;
            }
            // "a@npm:b@^1" in the classic one is b, installed as a
            String name = resolution.substring(0, cut);
            if (source.startsWith("npm:") && source.indexOf('@', 5) > 0) {
                name = source.substring(4, source.indexOf('@', 5));
            }
            // What yarn patches itself is there twice
            String id = name + "@" + (entry.text("version").isEmpty() ? entry.name() : entry.text("version"));
            Graph.Node node = graph.node(id, name, entry.text("version"), Gathered.at(file.path(), entry.line()));
            Gathered.hash(entry.text("integrity"), node.hashes);
            nodes.putIfAbsent(node, entry);
            for (String key : keys) {
                requests.putIfAbsent(request(key.strip()), id);
            }
        }
        nodes.forEach((node, entry) -> {
            edges(graph, node, entry.at("dependencies"), Scope.RUNTIME, requests);
            edges(graph, node, entry.at("optionalDependencies"), Scope.OPTIONAL, requests);
        });
        into.locks.add(new Lock(file.path(), Ecosystem.NPM, Set.of("package.json"), graph, (folder, declared) -> {
            String range = declared.alias().equals(declared.name())
                    ? declared.requirement()
                    : "npm:" + declared.name() + "@" + declared.requirement();
            return Optional.ofNullable(requests.get(request(declared.alias() + "@" + range)));
        }));
    }

    private static void edges(Graph graph, Graph.Node from, Tree wanted, Scope scope, Map<String, String> requests) {
        for (Tree one : wanted.members().values()) {
            String to = requests.get(request(one.name() + "@" + one.text()));
            if (to != null) {
                graph.edge(from, to, scope);
            }
        }
    }

    /** As both notations have it: yarn 2 and later put {@code npm:} before plain ranges. */
    private static String request(String key) {
        int cut = key.indexOf('@', 1);
        boolean marked = cut > 0 && key.startsWith("npm:", cut + 1) && key.indexOf('@', cut + 5) < 0;
        return marked ? key.substring(0, cut + 1) + key.substring(cut + 5) : key;
    }

    /** Entries by indentation: a key at the margin, its members by two spaces, theirs by four. */
    private static List<Tree> classic(String text) {
        List<Tree> entries = new ArrayList<>();
        Map<String, Tree> members = Map.of();
        Map<String, Tree> inner = Map.of();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            String plain = line.strip();
            if (plain.isEmpty() || plain.startsWith("#") || line.length() > 20_000) {
                continue;
            }
            int indent = line.indexOf(plain.charAt(0));
            if (indent == 0 && plain.endsWith(":")) {
                members = new LinkedHashMap<>();
                inner = Map.of();
                String key = plain.substring(0, plain.length() - 1).replace("\"", "");
                entries.add(new Tree(key, "", members, List.of(), number));
            } else if (indent == 2 && plain.endsWith(":") && !entries.isEmpty()) {
                inner = new LinkedHashMap<>();
                String key = plain.substring(0, plain.length() - 1);
                members.put(key, new Tree(key, "", inner, List.of(), number));
            } else if ((indent == 2 && !entries.isEmpty()) || (indent == 4 && inner instanceof LinkedHashMap)) {
                int cut = plain.startsWith("\"") ? plain.indexOf('"', 1) + 1 : plain.indexOf(' ');
                if (cut > 0) {
                    String key = plain.substring(0, cut).replace("\"", "");
                    String value = plain.substring(cut).strip().replace("\"", "");
                    (indent == 2 ? members : inner).put(key, Tree.scalar(key, value, number));
                }
            }
        }
        return entries;
    }
}
