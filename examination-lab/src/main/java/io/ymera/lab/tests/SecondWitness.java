package io.ymera.lab.tests;

import io.ymera.lab.agent.Calls;
import io.ymera.lab.agent.Posting;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Compares what a test's own method did with what is reported of it: a project's extensions and rules can swallow what only its
 * own tests throw, which no control sees. Tests without a method (those of factories, and of other engines) have no such witness.
 */
final class SecondWitness {

    private static final String EXTENSION = "org/junit/jupiter/api/extension/";
    private static final String HANDLER = EXTENSION + "TestExecutionExceptionHandler";
    private static final String LIFECYCLE = EXTENSION + "LifecycleMethodExecutionExceptionHandler";
    private static final String INTERCEPTOR = EXTENSION + "InvocationInterceptor";
    private static final String JUPITER = "[engine:junit-jupiter]";
    /** What of an interceptor concerns what has no witness. */
    private static final List<String> HIDDEN = List.of(
            "interceptDynamicTest",
            "interceptBeforeAllMethod",
            "interceptBeforeEachMethod",
            "interceptAfterEachMethod",
            "interceptAfterAllMethod");

    private static final int MAX_GAPS = 10;
    private static final String CLASS = ".class";

    /** Where tests run side by side, JUnit does not run them on this one. */
    private final Thread launcher = Thread.currentThread();

    private final Set<String> own = new HashSet<>();
    private final List<String> handlers = new ArrayList<>();
    private final List<String> interceptors = new ArrayList<>();
    private final List<String> unseen = new ArrayList<>();

    private SecondWitness() {}

    /**
     * What speaks against a report that a test has passed.
     *
     * @param accuses whether code of the project itself has to do with it
     */
    record Objection(boolean accuses, String text) {}

    /** Looks for what of the project can come between a test and its report; nothing is loaded. */
    static SecondWitness of(Suite suite) throws IOException {
        SecondWitness witness = new SecondWitness();
        for (Path folder :
                Stream.concat(suite.tests().stream(), suite.product().stream()).toList()) {
            for (String path : TestClasses.files(folder)) {
                if (path.endsWith(CLASS)) {
                    witness.read(folder, path);
                }
            }
        }
        return witness;
    }

    private void read(Path folder, String path) throws IOException {
        String name = path.substring(0, path.length() - CLASS.length()).replace('/', '.');
        String bytes = new String(Files.readAllBytes(folder.resolve(path)), StandardCharsets.ISO_8859_1);
        own.add(name);
        if (bytes.contains(HANDLER)) {
            handlers.add(name);
        }
        if (bytes.contains(INTERCEPTOR)) {
            interceptors.add(name);
        }
        if (bytes.contains(LIFECYCLE)
                || bytes.contains(INTERCEPTOR) && HIDDEN.stream().anyMatch(bytes::contains)) {
            unseen.add(name);
        }
    }

    /** What it can't see, for people. */
    List<String> gaps(boolean jupiter, boolean vintage) {
        List<String> gaps = new ArrayList<>();
        if (jupiter && !Posting.isAt(Posting.JUPITER)) {
            gaps.add("Failures that code of the project swallows are not seen with this version of JUnit 5");
        }
        if (vintage && !Posting.isAt(Posting.VINTAGE)) {
            gaps.add("Failures that code of the project swallows are not seen with this version of JUnit 4");
        }
        unseen.stream()
                .limit(MAX_GAPS)
                .forEach(name -> gaps.add("The project's " + name
                        + " can swallow, unseen, what tests of factories or methods before and after tests throw"));
        return gaps;
    }

    /**
     * Looks at a test that is said to have passed.
     *
     * @param before the number of calls when it began
     */
    Optional<Objection> against(TestIdentifier test, long before) {
        boolean jupiter = test.getUniqueId().startsWith(JUPITER);
        @Nullable Method method = test.getUniqueId().contains("[dynamic-") ? null : method(test);
        if (method == null || !Posting.isAt(jupiter ? Posting.JUPITER : Posting.VINTAGE)) {
            return Optional.empty();
        }
        Calls.@Nullable Call call = Calls.last(method, isLauncher());
        if (call == null || call.number() < before) {
            return notCalled(method, jupiter);
        }
        if (call.thrown() == null || !jupiter && expects(method)) {
            return Optional.empty();
        }
        String text = "It is reported as passed, but its method threw " + call.thrown();
        return Optional.of(call.around().stream()
                .filter(own::contains)
                .findFirst()
                .or(() -> jupiter ? handlers.stream().findFirst() : Optional.empty())
                .map(name -> new Objection(true, text + "; the project's " + name + " can swallow that"))
                .orElseGet(() -> new Objection(false, text + ", which a library takes as it is")));
    }

    private Optional<Objection> notCalled(Method method, boolean jupiter) {
        boolean elsewhere =
                !isLauncher() || method.getDeclaringClass().getClassLoader() != ClassLoader.getSystemClassLoader();
        if (!jupiter || elsewhere || interceptors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Objection(
                true,
                "It is reported as passed, but its method was not called; the project's " + interceptors.getFirst()
                        + " can skip that"));
    }

    private boolean isLauncher() {
        return Thread.currentThread().equals(launcher);
    }

    private static @Nullable Method method(TestIdentifier test) {
        try {
            return test.getSource().orElse(null) instanceof MethodSource source ? source.getJavaMethod() : null;
        } catch (RuntimeException | LinkageError e) {
            return null;
        }
    }

    /** JUnit 4 has tests that have to throw. */
    private static boolean expects(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            if (annotation.annotationType().getName().equals("org.junit.Test") && expectsBy(annotation)) {
                return true;
            }
        }
        for (Class<?> type = method.getDeclaringClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getType().getName().equals("org.junit.rules.ExpectedException")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean expectsBy(Annotation annotation) {
        try {
            return annotation.annotationType().getMethod("expected").invoke(annotation) instanceof Class<?> type
                    && !type.getName().equals("org.junit.Test$None");
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
