package io.ymera.scanner.taint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Data from outside that some method has put into a field or a variable of a file: what other methods find there. Filled in a first pass, used in a
 * second.
 */
final class FieldFacts {

    private final Map<String, List<Taint>> known = new TreeMap<>();
    private final Set<String> fresh = new TreeSet<>();

    static String key(String owner, String name) {
        return owner + "." + name;
    }

    List<Taint> of(String key) {
        return known.getOrDefault(key, List.of());
    }

    void add(String key, List<Taint> taints) {
        if (taints.isEmpty()) {
            return;
        }
        List<Taint> before = of(key);
        List<Taint> now = Taints.join(before, taints);
        if (now.size() != before.size()) {
            known.put(key, now);
            fresh.add(key);
        }
    }

    /** The owners of which something has become known since this was asked last. */
    Set<String> fresh() {
        Set<String> owners = new TreeSet<>();
        fresh.forEach(key -> owners.add(key.substring(0, key.lastIndexOf('.'))));
        fresh.clear();
        return owners;
    }
}
