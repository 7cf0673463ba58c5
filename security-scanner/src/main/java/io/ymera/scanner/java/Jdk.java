package io.ymera.scanner.java;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The public types of the JDK, so that {@code import java.util.*} means something. */
final class Jdk {

    private static final Map<String, Set<String>> TYPES = read();

    private Jdk() {}

    /** Whether the package has such a type. */
    static boolean has(String packageName, String simple) {
        return TYPES.getOrDefault(packageName, Set.of()).contains(simple);
    }

    /** The packages whose name begins so ({@code java.} for what {@code import module} gives), in order, with such a type. */
    static List<String> packagesWith(String prefix, String simple) {
        List<String> found = new ArrayList<>();
        TYPES.forEach((name, types) -> {
            if (name.startsWith(prefix) && types.contains(simple)) {
                found.add(name);
            }
        });
        found.sort(null);
        return found;
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> types = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(Jdk.class.getResourceAsStream("jdk-types.txt"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().forEach(line -> {
                String[] words = line.split(" ");
                types.put(words[0], Set.of(words));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return types;
    }
}
