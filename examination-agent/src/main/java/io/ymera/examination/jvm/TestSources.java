package io.ymera.examination.jvm;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sources of tests that are run alike, as {@code io.ymera.lab.inventory.ListTests} reads them.
 *
 * @param tests their paths
 * @param include test classes, as paths with slashes; null for all that have tests
 * @param exclude those that are no test classes
 * @param untaken what is said of tests in classes that are none by these patterns; null if nothing explains such patterns
 * @param leftOut what explains that none of them is run; null if nothing does
 */
@RegisterForReflection
record TestSources(
        List<String> tests,
        @Nullable String include,
        @Nullable String exclude,
        @Nullable String untaken,
        @Nullable String leftOut) {

    /** Copies the list. */
    TestSources {
        tests = List.copyOf(tests);
    }

    /** Of a project, as it was built. */
    static List<TestSources> of(Project project, boolean maven, List<JUnitRun> runs) {
        if (!maven) {
            return List.of(new TestSources(Layout.of(project).tests(), null, null, null, null));
        }
        return new Poms(project, runs).testSources(project.sources(Language.JAVA));
    }
}
