package io.ymera.scanner.taint;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** What of a program has been looked at since this was asked last: the files, and the names that were looked up. */
final class Dependencies {

    private final Set<String> files = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> families = new HashSet<>();

    void clear() {
        files.clear();
        names.clear();
        families.clear();
    }

    /** Somebody looks into a file. */
    void file(String path) {
        files.add(path);
    }

    /** Somebody wants to know whether there is something of this name. */
    void name(String name) {
        names.add(name);
    }

    /** Somebody wants to know all supertypes of a type. */
    void family(String type) {
        families.add(type);
    }

    Set<String> files() {
        return new TreeSet<>(files);
    }

    Set<String> names() {
        return names;
    }

    Set<String> families() {
        return families;
    }
}
