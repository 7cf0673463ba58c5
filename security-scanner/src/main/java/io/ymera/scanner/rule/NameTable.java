package io.ymera.scanner.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Things by the names of what is called, read or written: exact ones, those of any receiver ({@code *.name}), those of a receiver of which nothing
 * is known ({@code ?.name}), and all members of a type ({@code type.*}). Filled once, then read by any thread.
 */
public final class NameTable<T> {

    private final Map<String, List<T>> exact = new HashMap<>();
    private final Map<String, List<T>> anywhere = new HashMap<>();
    private final Map<String, List<T>> unknown = new HashMap<>();
    private final Map<String, List<T>> members = new HashMap<>();

    void add(String name, T thing) {
        Map<String, List<T>> table = exact;
        String key = name;
        if (name.startsWith("*.")) {
            table = anywhere;
            key = name.substring(2);
        } else if (name.startsWith("?.")) {
            table = unknown;
            key = name.substring(2);
        } else if (name.endsWith(".*")) {
            table = members;
            key = name.substring(0, name.length() - 2);
        }
        table.computeIfAbsent(key, fresh -> new ArrayList<>(1)).add(thing);
    }

    /** Everything for {@code callee}, the most exact first. */
    public List<T> of(Callee callee) {
        List<T> found = List.of();
        for (String name : callee.names()) {
            found = join(found, exact.get(name));
        }
        if (!members.isEmpty()) {
            for (String name : callee.names()) {
                found = join(found, members.get(name.substring(0, Math.max(0, name.lastIndexOf('.')))));
            }
        }
        if (callee.receiverUnknown()) {
            found = join(found, unknown.get(callee.simpleName()));
        }
        return join(found, anywhere.get(callee.simpleName()));
    }

    /** What is behind the last dot of all names. */
    Set<String> simpleNames() {
        Set<String> names = new HashSet<>(anywhere.keySet());
        names.addAll(unknown.keySet());
        exact.keySet()
                .forEach(name -> names.add(name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf(' ')) + 1)));
        return names;
    }

    /** A table of those things only that {@code wanted} lets through. */
    NameTable<T> only(Predicate<T> wanted) {
        NameTable<T> some = new NameTable<>();
        exact.forEach((name, things) -> things.stream().filter(wanted).forEach(thing -> some.add(name, thing)));
        anywhere.forEach(
                (name, things) -> things.stream().filter(wanted).forEach(thing -> some.add("*." + name, thing)));
        unknown.forEach(
                (name, things) -> things.stream().filter(wanted).forEach(thing -> some.add("?." + name, thing)));
        members.forEach(
                (name, things) -> things.stream().filter(wanted).forEach(thing -> some.add(name + ".*", thing)));
        return some;
    }

    private static <T> List<T> join(List<T> found, @org.jspecify.annotations.Nullable List<T> more) {
        if (more == null) {
            return found;
        }
        if (found.isEmpty()) {
            return more;
        }
        List<T> all = new ArrayList<>(found);
        all.addAll(more);
        return all;
    }
}
