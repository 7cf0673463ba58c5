package io.ymera.scanner.dependency;

import io.ymera.scanner.source.SourceFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code package-lock.json} and {@code npm-shrinkwrap.json} in all three versions. Their packages are named by the folder into which they are
 * installed, and what one needs is looked for as Node.js does it: beside it, then ever further up.
 */
final class NpmLocks implements Format {

    private static final String MODULES = "node_modules/";
    /** Folders in folders are looked through one by one. */
    private static final int LONGEST_PATH = 2000;

    @Override
    public boolean reads(String name) {
        return name.equals("package-lock.json") || name.equals("npm-shrinkwrap.json");
    }

    @Override
    public void read(SourceFile file, Gathered into) {
        Tree json = TreeReader.json(file.text());
        Map<String, Tree> packages = new LinkedHashMap<>(json.at("packages").members());
        boolean old = packages.isEmpty();
        if (old) {
            flatten(json.at("dependencies"), packages);
        }
        Graph graph = new Graph(true);
        for (Map.Entry<String, Tree> one : packages.entrySet()) {
            String path = one.getKey();
            Tree entry = one.getValue();
            if (path.length() > LONGEST_PATH) {
                into.note(file.path(), "Has packages that are nested too deeply; they are left out");
                continue;
            }
            int cut = path.lastIndexOf(MODULES);
            if (cut >= 0 && !entry.is("link") && !NpmManifests.local(entry.text("version"))) {
                add(graph, path, path.substring(cut + MODULES.length()), entry, file.path());
            }
        }
        for (Map.Entry<String, Tree> one : packages.entrySet()) {
            if (old) {
                edges(graph, one.getKey(), one.getValue().at("requires"), Scope.RUNTIME);
            } else {
                edges(graph, one.getKey(), one.getValue().at("dependencies"), Scope.RUNTIME);
                edges(graph, one.getKey(), one.getValue().at("peerDependencies"), Scope.RUNTIME);
                edges(graph, one.getKey(), one.getValue().at("optionalDependencies"), Scope.OPTIONAL);
                if (!one.getKey().contains(MODULES)) {
                    edges(graph, one.getKey(), one.getValue().at("devDependencies"), Scope.DEV);
                }
            }
        }
        into.locks.add(new Lock(
                file.path(),
                Ecosystem.NPM,
                Set.of("package.json"),
                graph,
                (folder, declared) -> Optional.ofNullable(resolve(graph, folder, declared.alias()))));
    }

    /** Version 1 nests what later versions name by path. */
    private static void flatten(Tree dependencies, Map<String, Tree> into) {
        record Level(String prefix, Tree dependencies) {}
        Deque<Level> levels = new ArrayDeque<>();
        levels.add(new Level("", dependencies));
        while (!levels.isEmpty()) {
            Level level = levels.poll();
            for (Tree entry : level.dependencies.members().values()) {
                String path = level.prefix + MODULES + entry.name();
                into.put(path, entry);
                levels.add(new Level(path + "/", entry.at("dependencies")));
            }
        }
    }

    private static void add(Graph graph, String path, String installed, Tree entry, String file) {
        // An alias is installed under another name: `name` in versions 2 and 3, `npm:` in version 1
        String name = entry.text("name").isEmpty() ? installed : entry.text("name");
        String version = entry.text("version");
        if (version.startsWith("npm:")) {
            int cut = version.lastIndexOf('@');
            name = cut > 4 ? version.substring(4, cut) : name;
            version = cut > 4 ? version.substring(cut + 1) : "";
        }
        // A package from git or from an address has that in place of the version
        boolean registry = !version.contains("/") && !version.contains(":");
        Graph.Node node = graph.node(path, name, registry ? version : null, Gathered.at(file, entry.line()));
        String licence = NpmManifests.licence(entry);
        if (licence != null) {
            node.licences.add(licence);
        }
        for (String hash : entry.text("integrity").split(" ", 4)) {
            Gathered.hash(hash, node.hashes);
        }
        node.hint = entry.is("dev") || entry.is("devOptional")
                ? Scope.DEV
                : entry.is("optional") ? Scope.OPTIONAL : Scope.RUNTIME;
    }

    private static void edges(Graph graph, String path, Tree wanted, Scope scope) {
        Graph.Node from = graph.nodes().get(path);
        boolean project = !path.contains(MODULES);
        for (String name : wanted.members().keySet()) {
            String to = resolve(graph, path.isEmpty() ? "" : path + "/", name);
            if (to != null && from != null) {
                graph.edge(from, to, scope);
            } else if (to != null && project) {
                graph.root(to, scope);
            }
        }
    }

    private static @Nullable String resolve(Graph graph, String folder, String name) {
        String at = folder;
        while (true) {
            String candidate = at + MODULES + name;
            if (graph.nodes().containsKey(candidate)) {
                return candidate;
            }
            if (at.isEmpty()) {
                return null;
            }
            at = at.substring(0, at.lastIndexOf('/', at.length() - 2) + 1);
        }
    }
}
