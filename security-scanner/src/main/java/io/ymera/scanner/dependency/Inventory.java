package io.ymera.scanner.dependency;

import io.ymera.scanner.finding.Note;
import io.ymera.scanner.source.SourceFile;
import io.ymera.scanner.source.SourceTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that a code base says it is made of. Goes in: a {@link SourceTree}, of which the manifests and lock files of Maven, Gradle, npm, pnpm, yarn,
 * pip, Poetry, uv, Pipenv, Go and Cargo are read. Comes out: one {@link Project} per lock file, or per manifest that has none, with its
 * {@link Component}s, and notes on what could not be read or is not written down. A lock file wins over its manifest; where they disagree a note
 * names both. Deterministic; never throws for what it reads.
 *
 * @param projects by path
 */
public record Inventory(List<Project> projects, List<Note> notes) {

    /** Copies the lists. */
    public Inventory {
        projects = List.copyOf(projects);
        notes = List.copyOf(notes);
    }

    /** Reads the tree. */
    public static Inventory of(SourceTree tree) {
        Gathered gathered = new Gathered();
        List<Format> formats = List.of(
                new Poms(),
                new GradleFiles(),
                new NpmManifests(),
                new NpmLocks(),
                new PnpmLocks(),
                new YarnLocks(),
                new PythonManifests(),
                new PythonLocks(),
                new Requirements(),
                new GoModules(),
                new CargoFiles());
        for (String path : tree.paths()) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            for (Format format : formats) {
                if (format.reads(name)) {
                    tree.read(path).ifPresent(file -> read(format, file, gathered));
                }
            }
        }
        for (Format format : formats) {
            attempt(() -> format.finish(gathered), null, gathered);
        }
        List<Project> projects = assemble(gathered);
        return new Inventory(projects, gathered.notes);
    }

    private static void read(Format format, SourceFile file, Gathered into) {
        attempt(() -> format.read(file, into), file.path(), into);
    }

    /** Readers are written not to fail; should one do so on what nobody thought of, the others go on. */
    private static void attempt(Runnable reading, @Nullable String path, Gathered into) {
        try {
            reading.run();
        } catch (TreeReader.Unreadable e) {
            into.notes.add(new Note(path, "This manifest " + e.getMessage() + " and was not looked at"));
        } catch (RuntimeException | StackOverflowError e) {
            into.notes.add(new Note(
                    path, "This manifest can't be read: " + e.getClass().getSimpleName()));
        }
    }

    private static List<Project> assemble(Gathered gathered) {
        Map<String, Project> projects = new TreeMap<>();
        Set<Manifest> governed = new HashSet<>();
        Map<String, List<Manifest>> byLock = new HashMap<>();
        for (Manifest manifest : gathered.manifests) {
            for (String path : nearest(manifest, gathered.locks)) {
                byLock.computeIfAbsent(path, key -> new ArrayList<>()).add(manifest);
            }
        }
        Set<String> folders = new HashSet<>();
        for (Lock lock : gathered.locks) {
            // Two lock files of one project, as of npm and yarn: one is out of date, nobody knows which
            if (!lock.governs().isEmpty()
                    && !folders.add(lock.ecosystem() + " " + lock.governs() + " " + lock.folder())) {
                gathered.note(lock.path(), "Is a second lock file of the same project; both are taken");
            }
            List<Manifest> mine = byLock.getOrDefault(lock.path(), List.of());
            governed.addAll(mine);
            projects.put(lock.path(), new Joining(lock, gathered).project(mine));
        }
        for (Manifest manifest : gathered.manifests) {
            if (!governed.contains(manifest)) {
                projects.put(manifest.path(), Joining.alone(manifest));
            }
        }
        return projects.values().stream()
                .map(project -> TestMaterial.is(project.path()) ? TestMaterial.lowered(project) : project)
                .toList();
    }

    /** The lock files for a manifest: those in its folder, or in the nearest above that has some. */
    private static List<String> nearest(Manifest manifest, List<Lock> locks) {
        String name = manifest.path().substring(manifest.folder().length());
        List<Lock> fitting = locks.stream()
                .filter(lock -> lock.ecosystem() == manifest.ecosystem()
                        && lock.governs().contains(name)
                        && manifest.folder().startsWith(lock.folder()))
                .toList();
        Optional<String> folder = fitting.stream().map(Lock::folder).max(Comparator.comparingInt(String::length));
        return fitting.stream()
                .filter(lock -> folder.isPresent() && lock.folder().equals(folder.get()))
                .map(Lock::path)
                .toList();
    }

    /** All components of all projects, each once, in the order of their package URLs. */
    public List<Component> components() {
        Map<String, Component> byKey = new TreeMap<>();
        List<Component> all = new ArrayList<>();
        projects.forEach(project -> all.addAll(project.components()));
        all.forEach(component -> byKey.merge(component.key(), component, Merging::merge));
        return List.copyOf(byKey.values());
    }
}
