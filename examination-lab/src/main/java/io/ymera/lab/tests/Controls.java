package io.ymera.lab.tests;

import io.ymera.lab.controls.AssertedFailure;
import io.ymera.lab.controls.HonestPass;
import io.ymera.lab.controls.PlainFailure;
import io.ymera.lab.controls.RaisedError;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Adds tests whose outcome is known. Each is a class of its own in a package of the project, so that whatever alters the
 * outcome of the project's tests, of all or of those in its packages, alters that of these too.
 */
final class Controls {

    private static final List<Class<?>> TEMPLATES =
            List.of(PlainFailure.class, AssertedFailure.class, RaisedError.class, HonestPass.class);

    /** Of the templates, in their order. */
    private static final List<String> EXPECTED = List.of("failed", "failed", "error", "passed");

    private final List<String> controls;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<String>> outcomes = new HashMap<>();
    private final List<Class<?>> first = new ArrayList<>();
    private final List<Class<?>> last = new ArrayList<>();

    private Controls(List<String> controls) {
        this.controls = controls.subList(0, Math.min(controls.size(), TEMPLATES.size()));
    }

    /**
     * Makes them.
     *
     * @param controls their names, one for each template
     * @param neighbours names of classes of the project, in whose packages they shall be
     * @param jupiter whether tests of JUnit 5 are run
     * @param vintage whether tests of JUnit 4 are run
     */
    static Controls create(List<String> controls, List<String> neighbours, boolean jupiter, boolean vintage)
            throws IOException, ReflectiveOperationException {
        Controls made = new Controls(controls);
        for (int i = 0; i < made.controls.size(); i++) {
            String control = controls.get(i);
            Class<?> neighbour = neighbour(neighbours, i % 2 == 0);
            if (jupiter) {
                made.add(control, neighbour, TEMPLATES.get(i), "Test", Map.of(), i % 2 == 0);
            }
            if (vintage) {
                made.add(
                        control,
                        neighbour,
                        TEMPLATES.get(i),
                        "CaseTest",
                        Map.of(
                                "Lorg/junit/jupiter/api/Test;", "Lorg/junit/Test;",
                                "org/junit/jupiter/api/Assertions", "org/junit/Assert"),
                        i % 2 == 0);
            }
        }
        return made;
    }

    /** Those to run before all others. */
    List<Class<?>> first() {
        return first;
    }

    /** Those to run after all others. */
    List<Class<?>> last() {
        return last;
    }

    /** The control that a test belongs to, or null if it is the project's own. */
    @Nullable
    String control(String id) {
        int end = id.indexOf('#');
        return names.get(end < 0 ? id : id.substring(0, end));
    }

    /** Remembers how one ended. */
    synchronized void ended(String control, String outcome) {
        outcomes.computeIfAbsent(control, name -> new ArrayList<>()).add(outcome);
    }

    /**
     * How each ended that did, in their order. One that ran several times, with several frameworks, did as the first that did
     * not do what it should.
     */
    synchronized Map<String, String> outcomes() {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < controls.size(); i++) {
            String control = controls.get(i);
            String expected = EXPECTED.get(i);
            List<String> seen = outcomes.getOrDefault(control, List.of());
            long runs = names.values().stream().filter(control::equals).count();
            if (seen.size() == runs && !seen.isEmpty()) {
                all.put(
                        control,
                        seen.stream()
                                .filter(outcome -> !outcome.equals(expected))
                                .findFirst()
                                .orElse(expected));
            }
        }
        return all;
    }

    private void add(
            String control,
            @Nullable Class<?> neighbour,
            Class<?> template,
            String suffix,
            Map<String, String> renamed,
            boolean early)
            throws IOException, ReflectiveOperationException {
        String word = control.replaceAll("[^A-Za-z0-9_]", "_");
        String simple = Character.toUpperCase(word.charAt(0)) + word.substring(1) + suffix;
        Map<String, String> names = new HashMap<>(renamed);
        String folder = neighbour == null ? "" : neighbour.getPackageName().replace('.', '/');
        String name = folder.isEmpty() ? simple : folder + "/" + simple;
        names.put(template.getName().replace('.', '/'), name);
        names.put("L" + template.getName().replace('.', '/') + ";", "L" + name + ";");
        names.put("control", word);
        names.put(template.getSimpleName() + ".java", simple + ".java");
        byte[] bytes = ClassNames.replaced(bytes(template), names);
        Class<?> made = neighbour == null
                ? new Loader().define(bytes)
                : MethodHandles.privateLookupIn(neighbour, MethodHandles.lookup())
                        .defineClass(bytes);
        this.names.put(made.getName(), control);
        (early ? first : last).add(made);
    }

    /** Loads a class, but does not initialise it: none of its code runs. */
    private static @Nullable Class<?> neighbour(List<String> names, boolean fromStart) {
        for (String name : fromStart ? names : names.reversed()) {
            try {
                return Class.forName(name, false, ClassLoader.getSystemClassLoader());
            } catch (ClassNotFoundException | LinkageError e) {
                // The framework will say why; the next one may do
            }
        }
        return null;
    }

    private static byte[] bytes(Class<?> template) throws IOException {
        try (InputStream file = template.getResourceAsStream(template.getSimpleName() + ".class")) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }

    private static final class Loader extends ClassLoader {

        Loader() {
            super(ClassLoader.getSystemClassLoader());
        }

        Class<?> define(byte[] bytes) {
            return defineClass(null, bytes, 0, bytes.length);
        }
    }
}
