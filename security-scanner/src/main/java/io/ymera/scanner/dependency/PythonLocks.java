package io.ymera.scanner.dependency;

import io.ymera.scanner.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code poetry.lock}, {@code uv.lock} and {@code Pipfile.lock}. */
final class PythonLocks implements Format {

    @Override
    public boolean reads(String name) {
        return name.equals("poetry.lock") || name.equals("uv.lock") || name.equals("Pipfile.lock");
    }

    @Override
    public void read(SourceFile file, Gathered into) {
        into.locks.add(
                switch (file.name()) {
                    case "Pipfile.lock" -> pipenv(file);
                    case "uv.lock" -> uv(file);
                    default -> poetry(file);
                });
    }

    private static Lock pipenv(SourceFile file) {
        Tree json = TreeReader.json(file.text());
        Graph graph = new Graph(false);
        for (String section : List.of("default", "develop")) {
            for (Tree entry : json.at(section).members().values()) {
                String name = PythonRequirement.normal(entry.name());
                String version = PythonRequirement.exact(entry.text("version"));
                Graph.Node node = graph.node(name, name, version, Gathered.at(file.path(), entry.line()));
                if (section.equals("develop") && node.locations.getFirst().line() == entry.line()) {
                    node.hint = Scope.DEV;
                }
                hashes(entry.at("hashes").items().stream().map(Tree::text).toList(), node);
            }
        }
        return lock(file, Set.of("Pipfile"), graph, byName(graph));
    }

    private static Lock poetry(SourceFile file) {
        Graph graph = new Graph(true);
        List<Tree> packages = TreeReader.toml(file.text()).at("package").items();
        for (Tree entry : packages) {
            Graph.Node node = add(graph, entry, file.path());
            node.hint = entry.text("category").equals("dev")
                    ? Scope.DEV
                    : entry.is("optional") ? Scope.OPTIONAL : Scope.RUNTIME;
            hashes(files(entry.at("files")), node);
        }
        Map<String, List<String>> byName = byName(graph);
        for (Tree entry : packages) {
            Graph.Node from = graph.nodes().get(id(entry));
            for (Tree wanted : entry.at("dependencies").members().values()) {
                for (String to : byName.getOrDefault(PythonRequirement.normal(wanted.name()), List.of())) {
                    if (from != null) {
                        graph.edge(from, to, wanted.is("optional") ? Scope.OPTIONAL : Scope.RUNTIME);
                    }
                }
            }
        }
        return lock(file, Set.of("pyproject.toml"), graph, byName);
    }

    private static Lock uv(SourceFile file) {
        Graph graph = new Graph(true);
        List<Tree> packages = TreeReader.toml(file.text()).at("package").items();
        Set<String> own = new HashSet<>();
        for (Tree entry : packages) {
            Tree source = entry.at("source");
            boolean project = !source.text("virtual").isEmpty()
                    || !source.text("editable").isEmpty()
                    || !source.text("directory").isEmpty();
            if (project) {
                own.add(id(entry));
                continue;
            }
            Graph.Node node = add(graph, entry, file.path());
            List<String> hashes = new ArrayList<>(files(entry.at("wheels")));
            hashes.add(entry.at("sdist").text("hash"));
            hashes.removeIf(String::isEmpty);
            hashes(hashes, node);
        }
        Map<String, List<String>> byName = byName(graph);
        for (Tree entry : packages) {
            needs(graph, entry, own, entry.at("dependencies"), Scope.RUNTIME, byName);
            for (Tree extra : entry.at("optional-dependencies").members().values()) {
                needs(graph, entry, own, extra, Scope.OPTIONAL, byName);
            }
            for (Tree group : entry.at("dev-dependencies").members().values()) {
                needs(graph, entry, own, group, group.name().contains("test") ? Scope.TEST : Scope.DEV, byName);
            }
        }
        return lock(file, Set.of("pyproject.toml"), graph, byName);
    }

    private static void needs(
            Graph graph, Tree entry, Set<String> own, Tree wanted, Scope scope, Map<String, List<String>> byName) {
        Graph.Node from = graph.nodes().get(id(entry));
        for (Tree one : wanted.items()) {
            String name = PythonRequirement.normal(one.text("name"));
            String exact = name + "@" + one.text("version");
            List<String> all = graph.nodes().containsKey(exact) ? List.of(exact) : byName.getOrDefault(name, List.of());
            for (String to : all) {
                if (own.contains(id(entry))) {
                    graph.root(to, scope);
                } else if (from != null) {
                    graph.edge(from, to, scope);
                }
            }
        }
    }

    private static Graph.Node add(Graph graph, Tree entry, String path) {
        String name = PythonRequirement.normal(entry.text("name"));
        boolean registry = !entry.at("source").text("type").equals("git")
                && entry.at("source").text("git").isEmpty();
        String version = entry.text("version");
        // The table itself has no position of its own
        int line = entry.at("name").line();
        return graph.node(id(entry), name, registry ? version : null, Gathered.at(path, line));
    }

    private static String id(Tree entry) {
        return PythonRequirement.normal(entry.text("name")) + "@" + entry.text("version");
    }

    private static List<String> files(Tree files) {
        return files.items().stream().map(one -> one.text("hash")).toList();
    }

    /** Of several files for several platforms nobody knows which was installed. */
    private static void hashes(List<String> hashes, Graph.Node node) {
        if (hashes.size() == 1) {
            Gathered.hash(hashes.getFirst(), node.hashes);
        }
    }

    private static Map<String, List<String>> byName(Graph graph) {
        Map<String, List<String>> byName = new HashMap<>();
        graph.nodes().forEach((id, node) -> byName.computeIfAbsent(node.name, name -> new ArrayList<>())
                .add(id));
        return byName;
    }

    private static Lock lock(SourceFile file, Set<String> governs, Graph graph, Map<String, List<String>> byName) {
        return new Lock(file.path(), Ecosystem.PYPI, governs, graph, (folder, declared) -> Optional.ofNullable(
                        byName.get(declared.name()))
                .map(List::getFirst));
    }
}
