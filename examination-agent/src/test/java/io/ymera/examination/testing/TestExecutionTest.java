package io.ymera.examination.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.ymera.codebase.CodeBases;
import io.ymera.codebase.SourceFile;
import io.ymera.codebase.lab.LookedFor;
import io.ymera.codebase.lab.Workbench;
import io.ymera.codebase.python.Interpreter;
import io.ymera.codebase.python.Python;
import io.ymera.contracts.Json;
import io.ymera.examination.analysis.Reading;
import io.ymera.examination.python.PythonTests;
import io.ymera.examination.report.JUnitXml;
import io.ymera.examination.testing.CoverageReport.FileCoverage;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxMode;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

@TestInstance(PER_CLASS)
@Timeout(180)
class TestExecutionTest {

    private static final String CALC = """
            \"""Sums.\"""


            def add(
                a,
                b,
            ):
                \"""Adds.\"""
                return (
                    a
                    + b
                )


            def unused(a):  # pragma: no cover
                return a


            class Calc:
                \"""Counts.\"""

                zero = 0

                @property
                def one(self):
                    if self.zero:
                        return 2
                    else:
                        return 1

                def never(self):
                    for i in range(3):
                        print(i)
            """;
    private static final String TEST = """
            import unittest

            from calc import Calc, add


            class CalcTest(unittest.TestCase):
                def test_adds(self):
                    self.assertEqual(add(1, 2), 3)

                def test_one(self):
                    self.assertEqual(Calc().one, 1)
            """;

    private final Sandbox sandbox = Sandbox.create(SandboxMode.AUTO);
    private final Python python = new Python(sandbox, new LookedFor());
    private final TestExecution execution =
            new TestExecution(List.of(new PythonTests(python, Reading.config())), new Limited(4));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path workspace;

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void a_test_that_passes_only_now_and_then_is_flaky_and_counted_as_it_first_ended() throws Exception {
        // When
        TestReport report = run(List.of(new SourceFile("test_it.py", """
                                import unittest

                                ran = []


                                class ItTest(unittest.TestCase):
                                    def test_first(self):
                                        ran.append(1)

                                    def test_needs_to_be_alone(self):
                                        self.assertEqual(ran, [])

                                    def test_wrong(self):
                                        self.fail()
                                """, "utf-8")), options("unittest"))
                .report();

        // Then
        assertThat(report.flaky())
                .containsExactly(new FlakyTest("test_it.ItTest.test_needs_to_be_alone", Outcome.FAILED, 2));
        assertThat(report.totals().failed()).isEqualTo(2);
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void parts_come_to_the_same_as_the_whole() throws Exception {
        // Given
        List<SourceFile> files = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d", "e")) {
            files.add(new SourceFile(
                    "test_" + name + ".py",
                    Projects.testCase("def test_1(self): pass\ndef test_2(self): self.assertTrue(__name__ != 'test_c')")
                            .getFirst()
                            .content(),
                    "utf-8"));
        }
        TestOptions whole = options("unittest");
        TestOptions parts = new TestOptions("unittest", whole.timeout(), whole.testTimeout(), 3, 0, false);

        // When
        TestReport one = run(files, whole).report();
        TestReport three = run(files, parts).report();

        // Then
        assertThat(three.tests())
                .extracting(test -> test.id() + " " + test.outcome())
                .containsExactlyInAnyOrderElementsOf(one.tests().stream()
                        .map(test -> test.id() + " " + test.outcome())
                        .toList());
        assertThat(three.tests().getFirst().id()).isEqualTo("test_a.ItTest.test_1");
        assertThat(three.totals().tests()).isEqualTo(10);
        assertThat(three.verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void coverage_is_what_coverage_py_says_by_hand_with_it_and_without_it() throws Exception {
        // Given
        List<SourceFile> files = List.of(
                new SourceFile("calc.py", CALC, "utf-8"),
                new SourceFile("first_line.py", "def one():\n    return 1\n", "utf-8"),
                new SourceFile("never_loaded.py", "x = 1\nif x:\n    y = 2\n", "utf-8"),
                new SourceFile("test_calc.py", TEST, "utf-8"),
                new SourceFile("test_first_line.py", """
                        import unittest
                        from first_line import one

                        class OneTest(unittest.TestCase):
                            def test_one(self):
                                self.assertEqual(one(), 1)
                        """, "utf-8"));
        List<Interpreter> interpreters = new ArrayList<>();
        python.interpreter().ifPresent(interpreters::add);
        Python systems = new Python(
                sandbox,
                new LookedFor(
                        Optional.empty(),
                        Optional.of(Path.of("/usr/bin/python3")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        systems.interpreter().ifPresent(interpreters::add);

        for (Interpreter interpreter : interpreters) {
            // When
            TestExecution with = new TestExecution(
                    List.of(new PythonTests(new Python(sandbox, new LookedFor(), interpreter), Reading.config())),
                    new Limited(4));
            CoverageReport coverage = examined(with, files, options("unittest").withCoverage())
                    .coverage()
                    .orElseThrow();

            // Then: coverage.py 6.5 says "calc.py 12 3 75% 27, 32-33"
            FileCoverage calc = coverage.files().getFirst();
            assertThat(calc.path()).isEqualTo("calc.py");
            assertThat(calc.missed()).as(interpreter.toString()).isEqualTo("27, 32-33");
            assertThat(calc.percent()).isEqualTo(75);
            assertThat(coverage.files().get(1)).isEqualTo(new FileCoverage("first_line.py", 2, 2, 100, ""));
            assertThat(coverage.files().getLast()).isEqualTo(new FileCoverage("never_loaded.py", 3, 0, 0, "1-3"));
            assertThat(coverage.files()).extracting(FileCoverage::path).doesNotContain("test_calc.py");
        }
    }

    @Test
    void junit_xml_can_be_read_whatever_the_tests_are_called() throws Exception {
        // Given
        TestReport report = run(
                        Projects.testCase(
                                "def test_1(self): self.fail('<&\"\\x00\\x1b]]>\\u00e4')\ndef test_2(self): self.skipTest('no')"
                                        + "\ndef test_3(self): pass"),
                        options("unittest"))
                .report();

        // When
        String xml = JUnitXml.of(report);

        // Then
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        assertThat(document.getDocumentElement().getAttribute("tests")).isEqualTo("3");
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(3);
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("skipped").getLength()).isEqualTo(1);
    }

    @Test
    void the_same_code_gives_the_same_report() throws Exception {
        // Given
        List<SourceFile> files = Projects.files("unittest_style");

        // When
        String first = withoutTimes(run(files, options("unittest")).report());
        String second = withoutTimes(run(files, options("unittest")).report());

        // Then
        assertThat(second).isEqualTo(first);
    }

    private static String withoutTimes(TestReport report) throws Exception {
        return Json.mapper()
                .writeValueAsString(report)
                .replaceAll("\"duration_seconds\":[0-9.E-]+", "")
                .replaceAll("0x[0-9a-f]+", "");
    }

    private static TestOptions options(String framework) {
        return new TestOptions(framework, Duration.ofSeconds(60), Duration.ofSeconds(60), 1, 2, false);
    }

    private Examined run(List<SourceFile> files, TestOptions options) throws Exception {
        return examined(execution, files, options);
    }

    private Examined examined(TestExecution with, List<SourceFile> files, TestOptions options) throws Exception {
        Path attempt = Files.createTempDirectory(workspace, "attempt");
        Workbench bench = new Workbench(sandbox, RecordingContext.in(attempt), Clock.systemUTC());
        return with.run(
                new CodeBases(List.of()).project(Projects.request(files, "auto", 60, 60), bench), options, bench);
    }
}
