package io.ymera.lab.inventory;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sources of tests that are run alike, by whoever has built them.
 *
 * @param tests paths of files
 * @param include test classes, as paths with slashes and without {@code .class}; null for all that have tests
 * @param exclude those that are no test classes
 * @param untaken what is said of tests in others; null if nothing explains that
 * @param leftOut what explains that none of them is run; null if nothing does
 */
record Module(
        List<String> tests,
        @Nullable Pattern include,
        @Nullable Pattern exclude,
        @Nullable String untaken,
        @Nullable String leftOut) {

    static List<Module> all(@Nullable Object modules) {
        return modules instanceof List<?> list
                ? list.stream().map(each -> of((Map<?, ?>) each)).toList()
                : List.of();
    }

    private static Module of(Map<?, ?> module) {
        return new Module(
                ListTests.texts(module.get("tests")),
                pattern(module.get("include")),
                pattern(module.get("exclude")),
                (String) module.get("untaken"),
                (String) module.get("left_out"));
    }

    /** A test of this module, with what explains that it is not run. */
    DeclaredTests.Declared explained(DeclaredTests.Declared test, SourceType type) {
        if (test.why() != null) {
            return test;
        }
        return test.because(leftOut != null ? leftOut : takes(selected(type)) ? null : untaken);
    }

    /** The class that would be selected to run those of this one. */
    private static SourceType selected(SourceType type) {
        SourceType selected = type;
        while (selected.outer() != null && !selected.standsAlone()) {
            selected = selected.outer();
        }
        return selected;
    }

    private boolean takes(SourceType type) {
        String path = type.name().replace('.', '/');
        return (include == null
                        || (type.outer() == null && include.matcher(path).matches()))
                && (exclude == null || !exclude.matcher(path).matches());
    }

    private static @Nullable Pattern pattern(@Nullable Object regex) {
        return regex instanceof String text ? Pattern.compile(text) : null;
    }
}
