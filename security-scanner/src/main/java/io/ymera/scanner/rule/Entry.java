package io.ymera.scanner.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map in a YAML file, read strictly: what is missing, of the wrong type or not known is an error that says where. */
final class Entry {

    private final String place;
    private final Map<String, Object> members = new LinkedHashMap<>();

    /** @param value must be a map whose keys are in {@code known} */
    Entry(String place, @Nullable Object value, Set<String> known) {
        this.place = place;
        if (!(value instanceof Map<?, ?> map)) {
            throw new RuleException(place + ": expected members (" + String.join(", ", known) + "), found " + value);
        }
        map.forEach((key, member) -> members.put(String.valueOf(key), member));
        members.keySet().stream()
                .filter(key -> !known.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new RuleException(place + ": '" + key + "' is not known here; known are "
                            + String.join(", ", known.stream().sorted().toList()));
                });
    }

    String place() {
        return place;
    }

    boolean has(String key) {
        return members.containsKey(key);
    }

    @Nullable
    Object get(String key) {
        return members.get(key);
    }

    String text(String key) {
        Object value = members.get(key);
        if (value == null) {
            throw new RuleException(place + ": '" + key + "' is missing");
        }
        return String.valueOf(value);
    }

    String text(String key, String preset) {
        return has(key) ? text(key) : preset;
    }

    boolean flag(String key, boolean preset) {
        Object value = members.getOrDefault(key, preset);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new RuleException(place + ": '" + key + "' is true or false, not " + value);
    }

    /** One or several; none if it is missing. */
    List<Object> list(String key) {
        Object value = members.get(key);
        return value == null ? List.of() : value instanceof Collection<?> many ? List.copyOf(many) : List.of(value);
    }

    List<String> texts(String key) {
        return list(key).stream().map(String::valueOf).toList();
    }

    /** Names with their braces expanded; an error if there is none. */
    List<String> names(String key) {
        List<String> names =
                texts(key).stream().flatMap(name -> expand(name).stream()).toList();
        if (names.isEmpty()) {
            throw new RuleException(place + ": '" + key + "' is missing");
        }
        return names;
    }

    /** {@code {a,b}.c} is {@code a.c} and {@code b.c}. */
    static List<String> expand(String name) {
        int open = name.indexOf('{');
        int close = name.indexOf('}', open);
        if (open < 0 || close < 0) {
            return List.of(name);
        }
        List<String> all = new ArrayList<>();
        for (String part : Arrays.asList(name.substring(open + 1, close).split(",", -1))) {
            all.addAll(expand(name.substring(0, open) + part.strip() + name.substring(close + 1)));
        }
        return all;
    }
}
