package io.ymera.scanner.incremental;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is not as it was: which files, and which names mean something else than they did. */
public final class Changes {

    private final Set<String> files = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private boolean loads;
    private boolean mentions;

    private Changes() {}

    /**
     * Compares.
     *
     * @param ownName gives the names of the classes that are meant by one that may be incomplete, before and now
     */
    public static Changes between(Memory before, Memory now, Function<String, List<String>> ownName) {
        Changes changes = new Changes();
        changes.loads = loads(before) || loads(now);
        Map<String, FileRecord> old = byPath(before);
        Map<String, FileRecord> fresh = byPath(now);
        Set<String> all = new HashSet<>(old.keySet());
        all.addAll(fresh.keySet());
        for (String path : all) {
            FileRecord was = old.get(path);
            FileRecord is = fresh.get(path);
            if (was == is) {
                continue;
            }
            changes.files.add(path);
            changes.mentions |= was == null || is == null || !was.mentions().equals(is.mentions());
            if (was == null || is == null || !was.outline().equals(is.outline())) {
                changes.outline(was, ownName);
                changes.outline(is, ownName);
            }
        }
        changes.assigned(before, now);
        changes.settings(before.settings(), now.settings());
        return changes;
    }

    private static Map<String, FileRecord> byPath(Memory memory) {
        Map<String, FileRecord> files = new HashMap<>();
        memory.files().forEach(file -> files.put(file.path(), file));
        return files;
    }

    private static boolean loads(Memory memory) {
        return memory.files().stream().anyMatch(file -> file.outline().hasBody());
    }

    private void outline(@Nullable FileRecord file, Function<String, List<String>> ownName) {
        if (file == null) {
            return;
        }
        name(file.outline().module());
        for (Outline.Type type : file.outline().types()) {
            name(type.name());
            for (String above : type.supertypes()) {
                name(above);
                ownName.apply(above).forEach(this::name);
            }
        }
    }

    private void name(String name) {
        names.add(name);
        names.add(name.substring(name.lastIndexOf('.') + 1));
    }

    private void assigned(Memory before, Memory now) {
        Set<String> old = assigned(before);
        Set<String> fresh = assigned(now);
        names.addAll(different(old, fresh));
    }

    /** All members that some file assigns to. */
    public static Set<String> assigned(Memory memory) {
        return memory.files().stream().flatMap(file -> file.assigned().stream()).collect(Collectors.toSet());
    }

    private void settings(Map<String, String> old, Map<String, String> fresh) {
        List<String> keys = new ArrayList<>(old.keySet());
        keys.addAll(fresh.keySet());
        keys.stream()
                .filter(key -> !Objects.equals(old.get(key), fresh.get(key)))
                .forEach(names::add);
    }

    /** What is in one of them only. */
    public static Set<String> different(Set<String> one, Set<String> other) {
        Set<String> different = new HashSet<>();
        one.stream().filter(each -> !other.contains(each)).forEach(different::add);
        other.stream().filter(each -> !one.contains(each)).forEach(different::add);
        return different;
    }

    /** Whether there is nothing new at all. */
    public boolean none() {
        return files.isEmpty() && names.isEmpty();
    }

    /** Whether there are files that do something when they are loaded, of which others may see the result. */
    public boolean loads() {
        return loads;
    }

    /** Whether functions mention other names than they did. */
    public boolean mentions() {
        return mentions;
    }

    /** Takes a file for changed. */
    public void add(String path) {
        files.add(path);
    }

    /** Whether what came of it may be something else now. */
    public boolean concern(TaskRecord task) {
        return task.files().stream().anyMatch(files::contains) || task.asked().any(names);
    }
}
