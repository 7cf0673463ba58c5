package io.ymera.lab.inventory;

import io.ymera.lab.inventory.SourceType.Marker;
import io.ymera.lab.inventory.SourceType.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Takes methods for tests as JUnit does. */
final class DeclaredTests {

    private static final String JUPITER = "org.junit.jupiter.";
    private static final Set<String> JUPITER_TESTS = Set.of(
            JUPITER + "api.Test",
            JUPITER + "api.RepeatedTest",
            JUPITER + "api.TestTemplate",
            JUPITER + "params.ParameterizedTest");
    private static final String FACTORY = JUPITER + "api.TestFactory";
    private static final String NESTED = JUPITER + "api.Nested";
    private static final Set<String> TEMPLATES =
            Set.of(JUPITER + "api.ClassTemplate", JUPITER + "params.ParameterizedClass");
    private static final String VINTAGE_TEST = "org.junit.Test";
    private static final String RUN_WITH = "org.junit.runner.RunWith";
    private static final String TEST_CASE = "junit.framework.TestCase";
    /** Runners that take all methods with {@code @Test} for tests, under their names. */
    private static final Set<String> PLAIN_RUNNERS = Set.of(
            "JUnit4",
            "BlockJUnit4ClassRunner",
            "Parameterized",
            "Theories",
            "MockitoJUnitRunner",
            "SpringRunner",
            "SpringJUnit4ClassRunner");

    /** Stands for any text in a name; see {@code TestPattern} of the agent. */
    private static final char ANY = '\u0001';

    private final ProjectTypes types;

    DeclaredTests(ProjectTypes types) {
        this.types = types;
    }

    /**
     * A test.
     *
     * @param id as {@code TestIds} has it
     * @param also what it may be called instead
     * @param scopes the classes around it
     * @param why what its source says against its being reported
     */
    record Declared(
            String path,
            int line,
            String id,
            List<String> also,
            List<String> scopes,
            @Nullable String why) {

        Declared because(@Nullable String reason) {
            return new Declared(path, line, id, also, scopes, reason);
        }

        Map<String, @Nullable Object> told() {
            Map<String, @Nullable Object> told = new LinkedHashMap<>();
            told.put("path", path);
            told.put("line", line);
            told.put("id", id);
            told.put("also", also);
            told.put("scopes", scopes);
            told.put("why", why);
            return told;
        }
    }

    /** Those of a class; none if it is no class whose methods are run. */
    List<Declared> of(SourceType type) {
        Map<String, Declared> tests = new LinkedHashMap<>();
        if (!isInstantiated(type)) {
            return List.of();
        }
        boolean testCase = types.inherits(type, TEST_CASE) && runner(type).isEmpty();
        List<Method> seen = new ArrayList<>();
        for (SourceType owner : types.lineage(type)) {
            for (Method method : owner.methods()) {
                if (seen.stream().noneMatch(method::sameAs)) {
                    seen.add(method);
                    if (testCase ? isNamedTest(method) : isTest(method, owner)) {
                        Declared test = declared(type, owner, method);
                        tests.putIfAbsent(test.id(), test);
                    }
                }
            }
        }
        return List.copyOf(tests.values());
    }

    private boolean isInstantiated(SourceType type) {
        if (type.isInterface() || type.is(Modifier.ABSTRACT) || (type.outer() != null && type.is(Modifier.PRIVATE))) {
            return false;
        }
        return type.standsAlone() || (isNested(type) && type.outer() != null && isInstantiated(type.outer()));
    }

    private boolean isNested(SourceType type) {
        return types.marker(type.markers(), type, NESTED::equals).isPresent();
    }

    private static boolean isNamedTest(Method method) {
        return method.name().startsWith("test")
                && method.parameters().isEmpty()
                && method.is(Modifier.PUBLIC)
                && !method.is(Modifier.STATIC)
                && method.returnsNothing();
    }

    private boolean isTest(Method method, SourceType owner) {
        boolean body = !method.is(Modifier.ABSTRACT)
                && (!owner.isInterface() || method.is(Modifier.DEFAULT))
                && !method.is(Modifier.STATIC)
                && !method.is(Modifier.PRIVATE);
        if (!body) {
            return false;
        }
        if (method.returnsNothing()
                && types.marker(method.markers(), owner, JUPITER_TESTS::contains)
                        .isPresent()) {
            return true;
        }
        return isFactory(method, owner)
                || method.returnsNothing()
                        && method.is(Modifier.PUBLIC)
                        && method.parameters().isEmpty()
                        && types.marker(method.markers(), owner, VINTAGE_TEST::equals)
                                .isPresent();
    }

    private boolean isFactory(Method method, SourceType owner) {
        return types.marker(method.markers(), owner, FACTORY::equals).isPresent();
    }

    private Declared declared(SourceType type, SourceType owner, Method method) {
        String id = type.name() + "#" + method.name();
        List<String> also = new ArrayList<>();
        List<String> scopes = new ArrayList<>();
        boolean several = false;
        for (SourceType around = type; around != null; around = around.outer()) {
            scopes.add(around.name());
            several |=
                    types.marker(around.markers(), around, TEMPLATES::contains).isPresent();
        }
        if (several) {
            also.add(type.name().replace("$", ANY + "$") + ANY + "#" + method.name());
        }
        if (type.outer() != null && type.standsAlone()) {
            // By a runner of the class around it
            also.add(type.outer().name() + "#" + method.name());
        }
        boolean here = type.path().equals(owner.path());
        return new Declared(
                type.path(), here ? method.line() : type.line(), id, also, scopes, why(type, owner, method));
    }

    private @Nullable String why(SourceType type, SourceType owner, Method method) {
        if (isFactory(method, owner)) {
            return "it is a factory, and made no test";
        }
        if (method.markers().stream()
                .map(Marker::arguments)
                .anyMatch(text -> text.contains("allowZeroInvocations=true"))) {
            return "its source allows that it is called with nothing";
        }
        boolean suite =
                type.methods().stream().anyMatch(each -> each.name().equals("suite") && each.is(Modifier.STATIC));
        if (suite) {
            return "its class says which tests it has, by suite()";
        }
        return runner(type)
                .filter(runner -> !PLAIN_RUNNERS.contains(runner))
                .map(runner -> "its class is run by " + runner + ", which is not the project's")
                .orElse(null);
    }

    /** The simple name of the library's class by which a class is run, also if it inherits that; empty for one of the project's. */
    private Optional<String> runner(SourceType type) {
        for (SourceType each : types.lineage(type)) {
            Optional<Marker> marker = types.marker(each.markers(), each, RUN_WITH::equals);
            if (marker.isPresent()) {
                String written = marker.get()
                        .arguments()
                        .replaceFirst("^(?:value=)?", "")
                        .replaceFirst("\\.class.*$", "");
                return types.find(written, each).isPresent()
                        ? Optional.empty()
                        : Optional.of(written.substring(written.lastIndexOf('.') + 1));
            }
        }
        return Optional.empty();
    }
}
