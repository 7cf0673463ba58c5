package io.ymera.scanner.taint;

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
 */
final class FieldFacts {

    private final Map<String, List<Taint>> known = new TreeMap<>();
    private final Map<String, List<Taint>> before = new HashMap<>();
    private final Set<String> added = new HashSet<>();

    static String key(String owner, String name) {
        return owner + "." + name;
    }

    List<Taint> of(String key) {
        List<Taint> now = known.getOrDefault(key, List.of());
        before.putIfAbsent(key, now);
        return now;
    }

    void add(String key, List<Taint> taints) {
        if (taints.isEmpty()) {
            return;
        }
        List<Taint> old = of(key);
        List<Taint> now = Taints.join(old, taints);
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
        known.keySet().forEach(key -> owners.add(key.substring(0, key.lastIndexOf('.'))));
        return owners;
    }
}
