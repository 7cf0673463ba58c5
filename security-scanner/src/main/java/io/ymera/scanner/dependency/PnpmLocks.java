package io.ymera.scanner.dependency;

import io.ymera.scanner.source.SourceFile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code pnpm-lock.yaml}, versions 5 to 9. Version 5 names packages {@code /name/version_peers}, 6 {@code /name@version(peers)}, and 9 drops the
 * slash and tells what a package needs apart from what it is.
 */
final class PnpmLocks implements Format {

    @Override
    public boolean reads(String name) {
        return name.equals("pnpm-lock.yaml");
    }

    @Override
    public void read(SourceFile file, Gathered into) {
        Tree yaml = TreeReader.yaml(file.text());
        boolean slashed = yaml.text("lockfileVersion").startsWith("5");
        Graph graph = new Graph(true);
        Tree packages = yaml.at("packages");
        boolean apart = !yaml.at("snapshots").members().isEmpty();
        Tree instances = apart ? yaml.at("snapshots") : packages;
        for (Tree instance : instances.members().values()) {
            String id = plain(instance.name());
            String base = id.indexOf('(') > 0 ? id.substring(0, id.indexOf('(')) : id;
            Tree entry = apart ? packages.at(base) : instance;
            int cut = slashed ? base.lastIndexOf('/') : base.indexOf('@', 1);
            String name = entry.text("name").isEmpty() && cut > 0 ? base.substring(0, cut) : entry.text("name");
            String version =
                    entry.text("version").isEmpty() && cut > 0 ? base.substring(cut + 1) : entry.text("version");
            if (slashed && version.indexOf('_') > 0) {
                version = version.substring(0, version.indexOf('_'));
            }
            if (name.isEmpty() || version.startsWith("file:") || version.startsWith("link:")) {
                continue;
            }
            int line = entry.none() ? instance.line() : entry.line();
            boolean registry = !version.contains("/") && !version.contains(":");
            Graph.Node node = graph.node(id, name, registry ? version : null, Gathered.at(file.path(), line));
            Gathered.hash(entry.at("resolution").text("integrity"), node.hashes);
            node.hint = instance.is("dev") ? Scope.DEV : instance.is("optional") ? Scope.OPTIONAL : Scope.RUNTIME;
        }
        for (Tree instance : instances.members().values()) {
            Graph.Node from = graph.nodes().get(plain(instance.name()));
            if (from != null) {
                edges(graph, from, instance.at("dependencies"), Scope.RUNTIME);
                edges(graph, from, instance.at("optionalDependencies"), Scope.OPTIONAL);
            }
        }
        Map<String, Tree> importers = new LinkedHashMap<>(yaml.at("importers").members());
        importers.putIfAbsent(".", yaml);
        Map<String, String> chosen = new HashMap<>();
        importers.forEach((folder, importer) -> {
            roots(graph, folder, importer.at("dependencies"), Scope.RUNTIME, chosen);
            roots(graph, folder, importer.at("optionalDependencies"), Scope.OPTIONAL, chosen);
            roots(graph, folder, importer.at("devDependencies"), Scope.DEV, chosen);
        });
        into.locks.add(new Lock(file.path(), Ecosystem.NPM, Set.of("package.json"), graph, (folder, declared) -> {
            String importer = folder.isEmpty() ? "." : folder.substring(0, folder.length() - 1);
            return Optional.ofNullable(chosen.get(importer + " " + declared.alias()));
        }));
    }

    private static void roots(Graph graph, String folder, Tree wanted, Scope scope, Map<String, String> chosen) {
        for (Tree one : wanted.members().values()) {
            String version = one.text().isEmpty() ? one.text("version") : one.text();
            String id = resolve(graph, one.name(), version);
            if (id != null) {
                graph.root(id, scope);
                chosen.put(folder + " " + one.name(), id);
            }
        }
    }

    private static void edges(Graph graph, Graph.Node from, Tree wanted, Scope scope) {
        for (Tree one : wanted.members().values()) {
            String id = resolve(graph, one.name(), one.text());
            if (id != null) {
                graph.edge(from, id, scope);
            }
        }
    }

    /** A version of the package of that name, or, for an alias, the whole id of another. */
    private static @Nullable String resolve(Graph graph, String name, String version) {
        for (String id : new String[] {name + "@" + version, name + "/" + version, plain(version)}) {
            if (graph.nodes().containsKey(id)) {
                return id;
            }
        }
        return null;
    }

    private static String plain(String id) {
        return id.startsWith("/") ? id.substring(1) : id;
    }
}
