package io.ymera.scanner.taint;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Data from outside that some method has put into a field or a variable of a file: what other methods find there. Filled in a first pass, used in a
 * second. Remembers who has read and added what since this was asked last.
 *
 * <p>What was found in one field is not looked for in another: fields are those of all objects of a class, so that in a class that many use, as a
 * cache or a buffer, all data of the program would meet. For the same reason only functions of the field's own file find it there.
 */
final class FieldFacts {

    private final Map<String, List<Taint>> known = new TreeMap<>();
    private final Map<String, List<Taint>> before = new HashMap<>();
    private final Set<String> added = new HashSet<>();

    /** In front of a class's name: what objects of the class or of one below it may have. */
    private static final String BELOW = "\u2193";
    /** In front of a class's name: what was put into what one of its fields holds. */
    private static final String INSIDE = "@";

    static String key(String owner, String name) {
        return owner + "." + name;
    }

    /** The key of what was put into a list or the like that a field holds. */
    static String inside(String owner, String name) {
        return INSIDE + key(owner, name);
    }

    /** What objects of a class may have in a field: what was put there as one of their own class, of one below or of one above. */
    List<Taint> of(Collection<String> withSupertypes, String type, String name) {
        List<Taint> all = of(key(type, name));
        for (String each : withSupertypes) {
            all = Taints.join(all, of(BELOW + key(each, name)));
            all = Taints.join(all, of(inside(each, name)));
        }
        return all;
    }

    /** Data was put into a field of an object that is known to be of this class, which may be one of a class below. */
    void add(Collection<String> withSupertypes, String type, String name, List<Taint> taints) {
        if (!taints.isEmpty()) {
            withSupertypes.forEach(each -> add(key(each, name), taints));
            add(BELOW + key(type, name), taints);
        }
    }

    List<Taint> of(String key) {
        List<Taint> now = known.getOrDefault(key, List.of());
        before.putIfAbsent(key, now);
        return now;
    }

    void add(String key, List<Taint> taints) {
        List<Taint> seen = taints.stream()
                .filter(taint -> !taint.isFound())
                .map(Taint::found)
                .toList();
        if (seen.isEmpty()) {
            return;
        }
        List<Taint> old = of(key);
        List<Taint> now = Taints.join(old, seen);
        if (now.size() != old.size()) {
            put(key, now);
        }
    }

    /** What is known of a field from now on. */
    void put(String key, List<Taint> taints) {
        known.put(key, taints);
        added.add(key);
    }

    /** Begins to remember. */
    void remember() {
        before.clear();
        added.clear();
    }

    /** By field that somebody has asked for, what was known of it then. */
    Map<String, List<Taint>> read() {
        return new TreeMap<>(before);
    }

    /** By field of which more is known now, all that is. */
    Map<String, List<Taint>> written() {
        Map<String, List<Taint>> written = new TreeMap<>();
        added.forEach(key -> written.put(key, known.getOrDefault(key, List.of())));
        return written;
    }

    /** The owners of which something is known. */
    Set<String> owners() {
        Set<String> owners = new TreeSet<>();
        for (String key : known.keySet()) {
            boolean marked = key.startsWith(BELOW) || key.startsWith(INSIDE);
            owners.add(key.substring(marked ? 1 : 0, key.lastIndexOf('.')));
        }
        return owners;
    }
}
