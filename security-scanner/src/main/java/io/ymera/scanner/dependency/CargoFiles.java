package io.ymera.scanner.dependency;

import io.ymera.scanner.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semver4j.Semver;

/** {@code Cargo.toml} and {@code Cargo.lock}. */
final class CargoFiles implements Format {

    private final Map<String, Tree> tomls = new LinkedHashMap<>();

    @Override
    public boolean reads(String name) {
        return name.equals("Cargo.toml") || name.equals("Cargo.lock");
    }

    @Override
    public void read(SourceFile file, Gathered into) {
        Tree toml = TreeReader.toml(file.text());
        if (file.name().equals("Cargo.toml")) {
            tomls.put(file.path(), toml);
        } else {
            lock(file.path(), toml, into);
        }
    }

    @Override
    public void finish(Gathered into) {
        tomls.forEach((path, toml) -> {
            Tree inherited = workspace(path);
            List<Declared> declared = new ArrayList<>();
            List<Tree> places = new ArrayList<>(List.of(toml));
            places.addAll(toml.at("target").members().values());
            for (Tree place : places) {
                read(place.at("dependencies"), Scope.RUNTIME, path, inherited, declared);
                read(place.at("build-dependencies"), Scope.DEV, path, inherited, declared);
                read(place.at("dev-dependencies"), Scope.TEST, path, inherited, declared);
            }
            Tree named = toml.at("package");
            Tree defaults = workspacePackage(path);
            into.manifests.add(new Manifest(
                    path,
                    Ecosystem.CRATES,
                    named.text("name"),
                    inherit(named, defaults, "version"),
                    inherit(named, defaults, "license"),
                    declared));
        });
    }

    private static @Nullable String inherit(Tree named, Tree defaults, String member) {
        String own = named.text(member);
        String text = own.isEmpty() && named.at(member).is("workspace") ? defaults.text(member) : own;
        return text.isEmpty() ? null : text;
    }

    private Tree workspace(String path) {
        return nearest(path).at("workspace", "dependencies");
    }

    private Tree workspacePackage(String path) {
        return nearest(path).at("workspace", "package");
    }

    /** The nearest file above, or this one, that says what its workspace shares. */
    private Tree nearest(String path) {
        String folder = Gathered.folder(path);
        while (true) {
            Tree toml = tomls.getOrDefault(folder + "Cargo.toml", Tree.NONE);
            if (!toml.at("workspace").none() || folder.isEmpty()) {
                return toml;
            }
            folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
        }
    }

    private static void read(Tree table, Scope scope, String path, Tree inherited, List<Declared> into) {
        for (Tree member : table.members().values()) {
            Tree wanted = member.is("workspace") ? inherited.at(member.name()) : member;
            String range = wanted.text().isEmpty() ? wanted.text("version") : wanted.text();
            boolean local = !wanted.text("path").isEmpty();
            if (local) {
                continue;
            }
            String name = wanted.text("package").isEmpty() ? member.name() : wanted.text("package");
            String exact = range.startsWith("=") ? range.substring(1).strip() : "";
            boolean optional = member.is("optional");
            into.add(new Declared(
                    member.name(),
                    name,
                    range,
                    exact.length() <= 100 && Semver.parse(exact) != null ? exact : null,
                    optional ? Scope.OPTIONAL.within(scope) : scope,
                    Gathered.at(path, member.line())));
        }
    }

    /** Packages that come from nowhere are those of the workspace; {@code name} or {@code name version} says what one needs. */
    private static void lock(String path, Tree toml, Gathered into) {
        List<Tree> packages = toml.at("package").items();
        Graph graph = new Graph(true);
        Map<String, List<String>> byName = new HashMap<>();
        for (Tree entry : packages) {
            String source = entry.text("source");
            if (source.isEmpty()) {
                continue;
            }
            String id = entry.text("name") + " " + entry.text("version");
            boolean registry = source.startsWith("registry+") || source.startsWith("sparse+");
            Graph.Node node = graph.node(
                    id,
                    entry.text("name"),
                    registry ? entry.text("version") : null,
                    Gathered.at(path, entry.at("name").line()));
            Gathered.hash("sha256:" + entry.text("checksum"), node.hashes);
            byName.computeIfAbsent(entry.text("name"), name -> new ArrayList<>())
                    .add(id);
        }
        for (Tree entry : packages) {
            Graph.Node from = graph.nodes().get(entry.text("name") + " " + entry.text("version"));
            for (Tree wanted : entry.at("dependencies").items()) {
                String[] words = wanted.text().split(" ", 4);
                List<String> known = byName.getOrDefault(words[0], List.of());
                String exact = words[0] + " " + (words.length > 1 ? words[1] : "");
                List<String> all = known.contains(exact) ? List.of(exact) : known;
                if (from != null && !entry.text("source").isEmpty()) {
                    all.forEach(to -> graph.edge(from, to, Scope.RUNTIME));
                }
            }
        }
        into.locks.add(new Lock(path, Ecosystem.CRATES, Set.of("Cargo.toml"), graph, (folder, declared) -> {
            List<String> all = byName.getOrDefault(declared.name(), List.of());
            return all.stream()
                    .filter(id ->
                            Ranges.fits(Ecosystem.CRATES, declared.requirement(), id.substring(id.indexOf(' ') + 1)))
                    .findFirst()
                    .or(() -> all.stream().findFirst());
        }));
    }
}
