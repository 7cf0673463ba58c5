package io.ymera.examination.javascript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.examination.lab.Incident;
import io.ymera.examination.testing.CoverageReport;
import io.ymera.examination.testing.Outcome;
import io.ymera.examination.testing.TestOptions;
import io.ymera.examination.testing.TestReport;
import io.ymera.examination.testing.TestRun;
import io.ymera.examination.testing.Totals;
import io.ymera.examination.testing.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(PER_CLASS)
class JavaScriptTestsTest {

    private static final TestOptions ONCE =
            new TestOptions(TestOptions.AUTO, Duration.ofMinutes(3), Duration.ofMinutes(1), 1, 0, false);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Lab lab;

    @BeforeAll
    void open() {
        lab = new Lab(folder);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    void counts_as_node_does() throws Exception {
        // Given
        Project project = lab.project("/projects/js_node");
        Counts byHand = counts(Lab.byHand(project, "node", "--test"), "^# (\\w+) (\\d+)$");

        // When
        TestReport report = lab.run(project, ONCE).report();

        // Then
        Totals totals = report.totals();
        assertThat(totals.tests()).isEqualTo(byHand.get("tests"));
        assertThat(totals.passed()).isEqualTo(byHand.get("pass"));
        // A suite whose hook fails is an error and no test
        assertThat(totals.failed() + totals.errors() - 1).isEqualTo(byHand.get("fail") + byHand.get("cancelled"));
        assertThat(totals.skipped() + totals.xfailed() + totals.xpassed())
                .isEqualTo(byHand.get("skipped") + byHand.get("todo"));
        assertThat(report.framework()).isEqualTo("node");
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.incidents()).isEmpty();
        assertThat(outcome(report, "test/a.test.js > parent > child 2")).isEqualTo(Outcome.FAILED);
        assertThat(outcome(report, "test/syntax.test.js")).isEqualTo(Outcome.ERROR);
        assertThat(outcome(report, "test/b.test.mjs > rejects later")).isEqualTo(Outcome.FAILED);
    }

    @Test
    void counts_as_mocha_does() throws Exception {
        // Given
        Lab.assumePackages();
        Project project = lab.project("/projects/js_mocha");
        Counts byHand = swapped(Lab.byHand(project, "node_modules/.bin/mocha"), "^ *(\\d+) (passing|pending|failing)");

        // When
        TestReport report = lab.run(project, ONCE).report();

        // Then
        Totals totals = report.totals();
        assertThat(totals.passed()).isEqualTo(byHand.get("passing"));
        assertThat(totals.skipped()).isEqualTo(byHand.get("pending"));
        assertThat(totals.failed() + totals.errors()).isEqualTo(byHand.get("failing"));
        assertThat(report.framework()).isEqualTo("mocha");
        assertThat(report.incidents()).isEmpty();
        assertThat(outcome(report, "test/a.js > sum > done err")).isEqualTo(Outcome.FAILED);
    }

    @Test
    void counts_as_jest_does() throws Exception {
        // Given
        Lab.assumePackages();
        Project project = lab.project("/projects/js_jest");
        String output = Lab.byHand(project, "node_modules/.bin/jest", "--rootDir", ".");
        Counts byHand = swapped(
                output.lines().filter(line -> line.startsWith("Tests:")).collect(Collectors.joining()),
                "(\\d+) (\\w+)");

        // When
        TestReport report = lab.run(project, ONCE).report();

        // Then
        Totals totals = report.totals();
        assertThat(totals.tests()).isEqualTo(byHand.get("total"));
        assertThat(totals.passed()).isEqualTo(byHand.get("passed"));
        assertThat(totals.failed()).isEqualTo(byHand.get("failed"));
        assertThat(totals.skipped()).isEqualTo(byHand.get("skipped") + byHand.get("todo"));
        assertThat(report.incidents()).isEmpty();
        assertThat(outcome(report, "test/syntax.test.js")).isEqualTo(Outcome.ERROR);
        assertThat(outcome(report, "test/empty.test.js")).isEqualTo(Outcome.ERROR);
    }

    @Test
    void counts_as_vitest_does() throws Exception {
        // Given
        Lab.assumePackages();
        Project project = lab.project("/projects/js_vitest");
        String output = Lab.byHand(project, "node_modules/.bin/vitest", "run");
        Counts byHand = swapped(
                output.lines().filter(line -> line.contains("Tests ")).collect(Collectors.joining()),
                "(\\d+) (failed|passed|expected|skipped|todo)");

        // When
        TestReport report = lab.run(project, ONCE).report();

        // Then
        Totals totals = report.totals();
        assertThat(totals.passed()).isEqualTo(byHand.get("passed") + byHand.get("expected"));
        assertThat(totals.failed()).isEqualTo(byHand.get("failed"));
        assertThat(totals.skipped()).isEqualTo(byHand.get("skipped") + byHand.get("todo"));
        assertThat(report.incidents()).isEmpty();
        assertThat(report.notes()).anyMatch(note -> note.contains("harder to vouch for"));
    }

    @Test
    void counts_as_tap_does() throws Exception {
        // Given
        Lab.assumePackages();
        Project project = lab.project("/projects/js_tap");
        String output = Lab.byHand(project, "node_modules/.bin/tap", "--disable-coverage", "--allow-empty-coverage");
        Counts byHand = counts(
                output.lines().filter(line -> line.startsWith("# {")).collect(Collectors.joining()), "(\\w+): (\\d+)");

        // When
        TestReport report = lab.run(project, ONCE).report();

        // Then
        Totals totals = report.totals();
        assertThat(totals.tests()).isEqualTo(byHand.get("total"));
        assertThat(totals.passed()).isEqualTo(byHand.get("pass"));
        assertThat(totals.failed()).isEqualTo(byHand.get("fail"));
        assertThat(totals.skipped()).isEqualTo(byHand.get("skip"));
        assertThat(totals.xfailed() + totals.xpassed()).isEqualTo(byHand.get("todo"));
        assertThat(report.incidents()).isEmpty();
    }

    @Test
    void lines_that_were_executed_are_those_of_c8() throws Exception {
        // Given
        Lab.assumePackages();
        Project project = lab.project("/projects/js_node");
        String byHand = Lab.byHand(
                project,
                "node_modules/.bin/c8",
                "--all",
                "--reporter",
                "text",
                "--temp-directory",
                "/tmp/c8-" + ProcessHandle.current().pid(),
                "node",
                "--test");

        // When
        CoverageReport coverage =
                lab.run(project, ONCE.withCoverage()).coverage().orElseThrow();

        // Then
        assertThat(coverage.files()).hasSize(3);
        for (CoverageReport.FileCoverage file : coverage.files()) {
            Matcher line = Pattern.compile("(?m)^ *" + Pattern.quote(file.path()) + " *\\| *([0-9.]+) \\|")
                    .matcher(byHand);
            assertThat(line.find()).as(file.path() + " in\n" + byHand).isTrue();
            assertThat(file.percent()).as(file.path()).isCloseTo(Double.parseDouble(line.group(1)), within(1.0));
        }
    }

    @Test
    void jest_and_vitest_measure_by_themselves() throws Exception {
        // Given
        Lab.assumePackages();

        // When
        CoverageReport jest = lab.run(lab.project("/projects/js_jest"), ONCE.withCoverage())
                .coverage()
                .orElseThrow();
        CoverageReport vitest = lab.run(lab.project("/projects/js_vitest"), ONCE.withCoverage())
                .coverage()
                .orElseThrow();

        // Then
        assertThat(jest.files()).anyMatch(file -> file.path().equals("sum.js") && file.percent() == 60.0);
        assertThat(vitest.files())
                .anyMatch(file -> file.path().equals("sum.ts") && file.missed().equals("3"));
    }

    @Test
    void a_test_that_hangs_is_stopped_and_the_others_are_run() throws Exception {
        // Given
        Project project = written(Map.of("it.test.js", """
            const { test } = require('node:test');
            test('before', () => {});
            test('hangs', () => { for (;;) { } });
            test('after', () => {});
            """));
        TestOptions options = new TestOptions("auto", Duration.ofMinutes(2), Duration.ofSeconds(4), 1, 0, false);

        // When
        TestReport report = lab.run(project, options).report();

        // Then
        assertThat(report.tests())
                .extracting(TestRun::id, TestRun::outcome)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("it.test.js > before", Outcome.PASSED),
                        org.assertj.core.groups.Tuple.tuple("it.test.js > hangs", Outcome.TIMED_OUT),
                        org.assertj.core.groups.Tuple.tuple("it.test.js > after", Outcome.PASSED));
        assertThat(report.incidents()).extracting(Incident::kind).containsExactly(Incident.Kind.TIME_LIMIT);
    }

    @Test
    void parts_hold_each_test_once() throws Exception {
        // Given
        Project project = lab.project("/projects/js_node");
        TestOptions options = new TestOptions("auto", Duration.ofMinutes(2), Duration.ofMinutes(1), 3, 0, false);

        // When
        TestReport parts = lab.run(project, options).report();

        // Then
        TestReport whole = lab.run(project, ONCE).report();
        assertThat(parts.tests().stream().map(TestRun::id)).doesNotHaveDuplicates();
        assertThat(parts.tests().stream().map(TestRun::id).sorted())
                .containsExactlyElementsOf(
                        whole.tests().stream().map(TestRun::id).sorted().toList());
    }

    @Test
    void a_framework_that_is_not_installed_is_named() throws Exception {
        // Given
        Project project = lab.project("/projects/js_mocha");
        JavaScriptTests without = new JavaScriptTests(lab.nodeWithoutPackages());

        // When
        assertThatThrownBy(() -> without.plan(project, "auto"))

                // Then
                .isInstanceOfSatisfying(
                        TaskFailedException.class,
                        failure -> assertThat(failure.failure().code()).isEqualTo("mocha_not_found"))
                .hasMessageContaining("npm install mocha")
                .hasMessageContaining("TEST_NODE_MODULES");
    }

    @Test
    void packages_that_are_not_installed_are_named() throws Exception {
        // Given
        Project project = written(Map.of(
                "package.json", "{\"devDependencies\": {\"no-such-thing\": \"1\", \"not-used\": \"1\"}}",
                "it.test.js",
                        "const thing = require('no-such-thing/part');\nrequire('node:test').test('x', () => {});\n"));

        // When
        assertThatThrownBy(() -> lab.run(project, ONCE))

                // Then
                .hasMessageContaining("npm install no-such-thing ")
                .hasMessageNotContaining("not-used");
    }

    @Test
    void a_framework_that_nobody_here_can_run_is_named() throws Exception {
        // Given
        Project project = written(Map.of(
                "package.json", "{\"scripts\": {\"test\": \"karma start\"}}", "it.test.js", "it('x', () => {});\n"));

        // When
        assertThatThrownBy(() -> lab.run(project, ONCE))

                // Then
                .hasMessageContaining("karma")
                .hasMessageContaining("node --test, jest, mocha, tap and vitest");
    }

    @Test
    void code_without_tests_is_nothing_to_run() throws Exception {
        // When
        TestReport report =
                lab.run(written(Map.of("it.js", "exports.x = 1;\n")), ONCE).report();

        // Then
        assertThat(report.verdict()).isEqualTo(Verdict.NO_TESTS);
    }

    private Project written(Map<String, String> files) throws Exception {
        Path project = Files.createTempDirectory(folder, "written");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(project.resolve(file.getKey()), file.getValue());
        }
        return new Project(project, List.copyOf(files.keySet()));
    }

    private static Outcome outcome(TestReport report, String id) {
        return report.tests().stream()
                .filter(test -> test.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not in "
                        + report.tests().stream().map(TestRun::id).collect(Collectors.joining(", "))))
                .outcome();
    }

    private static Counts counts(String output, String pattern) {
        return matches(output, pattern, 1, 2);
    }

    private static Counts swapped(String output, String pattern) {
        return matches(output, pattern, 2, 1);
    }

    private static Counts matches(String output, String pattern, int name, int number) {
        Map<String, Integer> counts = new TreeMap<>();
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(output);
        while (matcher.find()) {
            if (matcher.group(number).matches("\\d+")) {
                counts.put(matcher.group(name), Integer.parseInt(matcher.group(number)));
            }
        }
        assertThat(counts).as(output).isNotEmpty();
        return new Counts(counts);
    }

    /** What a framework prints at its end. */
    private record Counts(Map<String, Integer> said) {

        /** 0 for what it does not mention. */
        int get(String name) {
            return said.getOrDefault(name, 0);
        }
    }
}
