package io.ymera.scanner.dependency;

import java.util.List;
import java.util.Optional;

/** Brings a lock file together with the manifests that it was made from. */
final class Joining {

    private static final int MOST_NOTES = 50;

    private final Lock lock;
    private final Gathered gathered;
    private int disagreements;

    Joining(Lock lock, Gathered gathered) {
        this.lock = lock;
        this.gathered = gathered;
    }

    Project project(List<Manifest> manifests) {
        Graph graph = lock.graph();
        for (Manifest manifest : manifests) {
            String folder = Gathered.relative(lock.folder(), manifest.folder());
            for (Declared declared : manifest.declared()) {
                Optional<String> found = lock.finder().find(folder, declared);
                Graph.Node node = found.map(graph.nodes()::get).orElse(null);
                if (found.isPresent() && node != null) {
                    graph.root(found.get(), declared.scope());
                    // The manifest is where one changes it
                    if (node.locations.size() < 2) {
                        node.locations.addFirst(declared.location());
                    }
                    node.requirement = node.requirement.isEmpty() ? declared.requirement() : node.requirement;
                    compare(manifest, declared, node);
                } else {
                    missing(manifest, declared, graph);
                }
            }
        }
        Manifest named = manifests.stream()
                .filter(manifest -> manifest.folder().equals(lock.folder()))
                .findFirst()
                .orElse(manifests.isEmpty() ? null : manifests.getFirst());
        return new Project(
                lock.path(),
                lock.ecosystem(),
                named == null || named.name().isEmpty() ? folderName(lock.path()) : named.name(),
                named == null ? null : named.version(),
                named == null ? null : named.licence(),
                true,
                new Resolution(lock.ecosystem(), graph).components());
    }

    private void compare(Manifest manifest, Declared declared, Graph.Node node) {
        String version = node.version;
        if (version != null && !Ranges.fits(lock.ecosystem(), declared.requirement(), version)) {
            disagree(
                    manifest,
                    "Asks for %s %s, but %s has %s, which is taken"
                            .formatted(declared.name(), declared.requirement(), lock.path(), version));
        }
    }

    private void missing(Manifest manifest, Declared declared, Graph graph) {
        // Optional ones are left out of lock files of other platforms, and build tools are in no lock file of Python's
        if (declared.scope() != Scope.RUNTIME) {
            return;
        }
        disagree(
                manifest,
                "Asks for %s %s, which is not in %s".formatted(declared.name(), declared.requirement(), lock.path()));
        String id = "manifest " + declared.name() + " " + declared.requirement();
        Graph.Node node = graph.node(id, declared.name(), declared.version(), declared.location());
        node.requirement = declared.requirement();
        graph.root(id, declared.scope());
    }

    private void disagree(Manifest manifest, String text) {
        if (++disagreements <= MOST_NOTES) {
            gathered.note(manifest.path(), text);
        }
    }

    /** A manifest without a lock file: only what it names itself, and mostly only ranges. */
    static Project alone(Manifest manifest) {
        Graph graph = new Graph(false);
        for (Declared declared : manifest.declared()) {
            String id = declared.name() + " " + declared.requirement();
            Graph.Node node = graph.node(id, declared.name(), declared.version(), declared.location());
            node.requirement = declared.requirement();
            graph.root(id, declared.scope());
        }
        return new Project(
                manifest.path(),
                manifest.ecosystem(),
                manifest.name().isEmpty() ? folderName(manifest.path()) : manifest.name(),
                manifest.version(),
                manifest.licence(),
                false,
                new Resolution(manifest.ecosystem(), graph).components());
    }

    private static String folderName(String path) {
        String folder = Gathered.folder(path);
        if (folder.isEmpty()) {
            return "root";
        }
        String plain = folder.substring(0, folder.length() - 1);
        return plain.substring(plain.lastIndexOf('/') + 1);
    }
}
