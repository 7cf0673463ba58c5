package io.ymera.examination.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.ymera.codebase.Project;
import io.ymera.examination.lab.Incident;
import io.ymera.examination.testing.CoverageReport;
import io.ymera.examination.testing.Examined;
import io.ymera.examination.testing.FlakyTest;
import io.ymera.examination.testing.Outcome;
import io.ymera.examination.testing.TestOptions;
import io.ymera.examination.testing.TestReport;
import io.ymera.examination.testing.TestRun;
import io.ymera.examination.testing.Totals;
import io.ymera.examination.testing.Verdict;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(PER_CLASS)
@Timeout(180)
class JavaTestRunnerTest {

    private static final TestOptions ONCE =
            new TestOptions("auto", Duration.ofMinutes(2), Duration.ofSeconds(20), 1, 0, false);

    private final Sandbox sandbox = Sandbox.create(SandboxMode.AUTO);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path workspace;

    @SuppressWarnings("NullAway.Init")
    private JavaBench java;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path shared;

    @SuppressWarnings("NullAway.Init")
    private static Path repository;

    @BeforeAll
    static void mirrorRepository() throws IOException {
        // One below, because a temporary folder is its user's alone
        repository = shared.resolve("repository");
        JavaBench.mirrorRepository(repository);
    }

    @BeforeEach
    void open() {
        java = new JavaBench(sandbox, workspace);
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void tells_of_each_test_of_junit_5_and_4_as_junit_itself_counts_them() throws Exception {
        // When
        Examined examined = java.run(JavaBench.project("projects/java_plain"), ONCE.withCoverage());

        // Then
        TestReport report = examined.report();
        assertThat(outcomes(report))
                .as("%s", report)
                .containsEntry("acme.CalcTest#adds", Outcome.PASSED)
                .containsEntry("acme.CalcTest#failing", Outcome.FAILED)
                .containsEntry("acme.CalcTest#raising", Outcome.ERROR)
                .containsEntry("acme.CalcTest#disabled", Outcome.SKIPPED)
                .containsEntry("acme.CalcTest#aborted", Outcome.SKIPPED)
                .containsEntry("acme.CalcTest#params[1]", Outcome.PASSED)
                .containsEntry("acme.CalcTest#params[3]", Outcome.FAILED)
                .containsEntry("acme.CalcTest#rep[2]", Outcome.PASSED)
                .containsEntry("acme.CalcTest#factory[2][1]", Outcome.FAILED)
                .containsEntry("acme.CalcTest$Inner#in", Outcome.PASSED)
                .containsEntry("acme.CalcTest$Off#two", Outcome.SKIPPED)
                .containsEntry("acme.CalcTest$StaticNestedTest#stat", Outcome.PASSED)
                .containsEntry("acme.BrokenTest", Outcome.ERROR)
                .containsEntry("acme.OldTest#expected", Outcome.PASSED)
                .containsEntry("acme.OldTest#bad", Outcome.FAILED)
                .containsEntry("acme.OldTest#ignored", Outcome.SKIPPED)
                .hasSize(21);
        assertThat(counts(report)).isEqualTo("21 tests, 10 passed, 4 failed, 2 errors, 5 skipped");
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.FAILED);
        assertThat(report.incidents()).isEmpty();
        assertThat(report.notes()).as("where the second witness is").noneMatch(note -> note.contains("not seen"));
        assertThat(report.framework()).isEqualTo("junit");
        assertThat(examined.coverage().orElseThrow().files())
                .containsExactly(new CoverageReport.FileCoverage("src/main/java/acme/Calc.java", 7, 5, 71.43, "11-12"));
    }

    @Test
    void says_the_same_however_it_is_divided() throws Exception {
        // Given
        Project project = JavaBench.project("projects/java_plain");

        // When
        TestReport whole = java.run(project, ONCE).report();
        TestReport parts = new JavaBench(sandbox, Files.createDirectory(workspace.resolve("parts")))
                .run(project, new TestOptions("junit", Duration.ofMinutes(2), Duration.ofSeconds(20), 3, 1, false))
                .report();

        // Then
        assertThat(outcomes(parts)).isEqualTo(outcomes(whole));
        assertThat(parts.flaky()).isEmpty();
    }

    @Test
    void extensions_and_rules_that_swallow_nothing_are_not_accused() throws Exception {
        // When
        TestReport report =
                java.run(JavaBench.project("projects/java_extensions"), ONCE).report();

        // Then
        assertThat(report.incidents()).as("%s", report).isEmpty();
        assertThat(report.notes()).noneMatch(note -> note.contains("reported as passed") || note.contains("not seen"));
        assertThat(counts(report)).as("%s", report).isEqualTo("16 tests, 13 passed, 2 failed, 0 errors, 1 skipped");
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void a_test_that_passes_when_it_is_run_alone_is_flaky() throws Exception {
        // Given
        Project project = java.testClass("""
                @Test void a() { System.setProperty("seen", "yes"); }
                @Test void b() { assertNull(System.getProperty("seen")); }
                @Test void c() { fail(); }
                """);

        // When
        TestReport report = java.run(
                        project, new TestOptions("auto", Duration.ofMinutes(2), Duration.ofSeconds(20), 1, 1, false))
                .report();

        // Then
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.FAILED);
        assertThat(report.flaky()).extracting(FlakyTest::id).containsExactly("acme.ItTest#b");
    }

    @Test
    void code_that_does_not_compile_is_broken_and_the_compiler_says_why() throws Exception {
        // When
        TestReport report = java.run(java.testClass("@Test void x() { undefined(); }"), ONCE)
                .report();

        // Then
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.BROKEN);
        assertThat(report.suites().getFirst().build().log())
                .contains("src/test/java/acme/ItTest.java:5: error: cannot find symbol");
    }

    @Test
    void sources_without_any_order_and_jars_in_lib_are_found() throws Exception {
        // Given
        Project project = java.project(Map.of(
                "Money.java", "public class Money { int cents = 3; }",
                "MoneyTest.java",
                        "import org.junit.Test; public class MoneyTest { @Test public void has() {"
                                + " org.junit.Assert.assertEquals(3, new Money().cents); } }",
                "notes.txt", "x"));

        // When
        TestReport report = java.run(project, ONCE).report();

        // Then
        assertThat(outcomes(report)).as("%s", report).containsExactly(Map.entry("MoneyTest#has", Outcome.PASSED));
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_test_that_hangs_is_stopped_and_the_others_are_run() throws Exception {
        // Given
        Project project = java.testClass("""
                @Test void before() {}
                @org.junit.jupiter.params.ParameterizedTest @org.junit.jupiter.params.provider.ValueSource(ints = {1, 2, 3})
                void each(int number) throws Exception { if (number == 2) { new java.util.concurrent.CountDownLatch(1).await(); } }
                """);

        // When
        TestReport report = java.run(
                        project, new TestOptions("auto", Duration.ofMinutes(2), Duration.ofSeconds(3), 1, 0, false))
                .report();

        // Then
        assertThat(outcomes(report))
                .as("%s", report)
                .containsOnly(
                        Map.entry("acme.ItTest#before", Outcome.PASSED),
                        Map.entry("acme.ItTest#each[1]", Outcome.PASSED),
                        Map.entry("acme.ItTest#each[2]", Outcome.TIMED_OUT),
                        Map.entry("acme.ItTest#each[3]", Outcome.PASSED));
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.FAILED);
    }

    @Test
    void a_test_that_ends_the_process_is_an_error_and_the_others_are_run() throws Exception {
        // Given
        Project project = java.testClass("""
                @Test void a() {}
                @Test void b() { System.exit(0); }
                @Test void c() {}
                """);

        // When
        TestReport report = java.run(project, ONCE).report();

        // Then
        assertThat(outcomes(report))
                .as("%s", report)
                .containsOnly(
                        Map.entry("acme.ItTest#a", Outcome.PASSED),
                        Map.entry("acme.ItTest#b", Outcome.CRASHED),
                        Map.entry("acme.ItTest#c", Outcome.PASSED));
        assertThat(report.incidents()).extracting(Incident::kind).containsExactly(Incident.Kind.ENDED_RUNNER);
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.FAILED);
    }

    @Test
    void threads_that_tests_leave_behind_keep_nothing() throws Exception {
        // When
        TestReport report = java.run(java.testClass("""
                @Test void leaves() {
                    new Thread(() -> { while (true) { Thread.onSpinWait(); } }).start();
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) { Thread.onSpinWait(); } }));
                }
                """), ONCE).report();

        // Then
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_project_without_tests_has_none() throws Exception {
        // When
        TestReport report = java.run(java.project(Map.of("src/main/java/A.java", "class A {}")), ONCE)
                .report();

        // Then
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.NO_TESTS);
    }

    @Test
    void a_maven_project_of_two_modules_is_built_offline_and_each_module_tested_in_its_folder() throws Exception {
        // When
        Examined examined =
                java.run(JavaBench.project("projects/java_maven"), ONCE.withCoverage(), Optional.of(repository));

        // Then
        TestReport report = examined.report();
        assertThat(outcomes(report))
                .as("%s", report)
                .containsExactly(
                        Map.entry("acme.core.PriceTest#doubles", Outcome.PASSED),
                        Map.entry("acme.app.CartTest#sums", Outcome.PASSED),
                        Map.entry("acme.app.CartTest#wrong", Outcome.FAILED));
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.FAILED);
        assertThat(report.incidents()).isEmpty();
        assertThat(examined.coverage().orElseThrow().percent()).isBetween(50.0, 100.0);
    }

    @Test
    void what_maven_lacks_offline_is_named() throws Exception {
        // Given
        Map<String, String> files = new LinkedHashMap<>();
        Project shop = JavaBench.project("projects/java_maven");
        for (String path : shop.paths()) {
            files.put(path, Files.readString(shop.folder().resolve(path)));
        }
        files.compute("pom.xml", (path, pom) -> String.valueOf(pom).replace("5.13.4", "5.0.99"));

        // When
        TestReport report =
                java.run(java.project(files), ONCE, Optional.of(repository)).report();

        // Then
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.BROKEN);
        assertThat(report.suites().getFirst().build().log())
                .contains("org.junit.jupiter:junit-jupiter")
                .contains("5.0.99")
                .contains("dependency:go-offline", "TEST_MAVEN_REPOSITORY");
    }

    private static Map<String, Outcome> outcomes(TestReport report) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (TestRun test : report.tests()) {
            assertThat(outcomes.put(test.id(), test.outcome())).as(test.id()).isNull();
        }
        return outcomes;
    }

    private static String counts(TestReport report) {
        Totals totals = report.totals();
        return "%d tests, %d passed, %d failed, %d errors, %d skipped"
                .formatted(totals.tests(), totals.passed(), totals.failed(), totals.errors(), totals.skipped());
    }
}
