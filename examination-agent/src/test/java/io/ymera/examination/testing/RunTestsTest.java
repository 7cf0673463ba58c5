package io.ymera.examination.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.CodeBases;
import io.ymera.codebase.SourceFile;
import io.ymera.codebase.lab.LookedFor;
import io.ymera.codebase.python.Interpreter;
import io.ymera.codebase.python.Python;
import io.ymera.codebase.python.PythonUnpacker;
import io.ymera.contracts.Json;
import io.ymera.examination.analysis.Reading;
import io.ymera.examination.lab.Incident;
import io.ymera.examination.python.PythonTests;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(PER_CLASS)
@Timeout(120)
class RunTestsTest {

    private final Sandbox sandbox = Sandbox.create(SandboxMode.AUTO);
    private final Limited limits = new Limited(4);
    private final Python python = new Python(sandbox, new LookedFor());
    private final RunTests handler = handler(python);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path workspace;

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void counts_what_unittest_counts_by_hand() throws Exception {
        // Given
        String byHand = ByHand.run(interpreter(), Projects.folder("unittest_style"), "unittest");

        // When
        TestReport report = run(Projects.files("unittest_style"), "unittest");

        // Then
        assertThat(ByHand.unittestSummary(report)).isEqualTo(ByHand.lastLines(byHand));
        assertThat(report.framework()).isEqualTo("unittest");
        assertThat(report.engine()).isEqualTo("builtin");
        assertThat(report.suites()).singleElement().satisfies(suite -> assertThat(suite.runtime())
                .isEqualTo("Python " + interpreter().version()));
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(outcome(report, "tests.test_calc.DivideTest.test_passes")).isEqualTo(Outcome.PASSED);
        assertThat(outcome(report, "tests.test_calc.DivideTest.test_fails")).isEqualTo(Outcome.FAILED);
        assertThat(outcome(report, "tests.test_calc.DivideTest.test_errors")).isEqualTo(Outcome.ERROR);
        assertThat(outcome(report, "tests.test_calc.DivideTest.test_skipped")).isEqualTo(Outcome.SKIPPED);
        assertThat(outcome(report, "tests.test_calc.DivideTest.test_known_bug")).isEqualTo(Outcome.XFAILED);
        assertThat(outcome(report, "tests.test_calc.DivideTest.test_fixed_bug")).isEqualTo(Outcome.XPASSED);
        assertThat(outcome(report, "tests.test_calc.DivideTest.test_subtests")).isEqualTo(Outcome.ERROR);
        assertThat(test(report, "tests.test_calc.DivideTest.test_fails").failure())
                .contains("AssertionError: 0.5 != 1 : half of it");
    }

    @Test
    void counts_what_pytest_counts_by_hand() throws Exception {
        assumeTrue(interpreter().hasPytest(), "pytest is not installed");

        // Given
        String byHand = ByHand.run(interpreter(), Projects.folder("pytest_style"), "pytest");

        // When
        TestReport report = run(Projects.files("pytest_style"), "auto");

        // Then
        assertThat(ByHand.pytestSummary(report)).isEqualTo(ByHand.lastLine(byHand));
        assertThat(report.framework()).isEqualTo("pytest");
        assertThat(outcome(report, "tests/test_words.py::test_longest[words0-bb]"))
                .isEqualTo(Outcome.PASSED);
        assertThat(test(report, "tests/test_words.py::test_of_nothing").failure())
                .contains("ValueError");
        assertThat(outcome(report, "tests/test_words.py::test_with_broken_fixture"))
                .isEqualTo(Outcome.ERROR);
    }

    @Test
    void runs_unittest_style_tests_under_pytest_with_the_same_counts_as_by_hand() throws Exception {
        assumeTrue(interpreter().hasPytest(), "pytest is not installed");

        // Given
        String byHand = ByHand.run(interpreter(), Projects.folder("unittest_style"), "pytest");

        // When
        TestReport report = run(Projects.files("unittest_style"), "pytest");

        // Then: a file that can't be collected keeps pytest from running any
        assertThat(ByHand.pytestSummary(report)).isEqualTo(ByHand.lastLine(byHand));
        assertThat(report.totals().errors()).isEqualTo(1);
    }

    @Test
    void without_pytest_runs_what_it_can_and_says_what_is_missing() throws Exception {
        // Given
        Interpreter without = new Interpreter(
                interpreter().executable(),
                interpreter().readOnly(),
                interpreter().version(),
                null,
                null);
        List<SourceFile> all = new ArrayList<>(Projects.files("pytest_style"));
        all.add(new SourceFile(
                "test_plain.py",
                Projects.testCase("def test_a(self): pass").getFirst().content(),
                "utf-8"));

        // When
        TestReport report = handler(new Python(sandbox, new LookedFor(), without))
                .handle(Projects.request(all, "auto", 60, 60), RecordingContext.in(workspace));

        // Then
        assertThat(report.framework()).isEqualTo("unittest");
        assertThat(outcome(report, "test_plain.ItTest.test_a")).isEqualTo(Outcome.PASSED);
        assertThat(report.notes()).anySatisfy(note -> assertThat(note)
                .startsWith("pytest is not installed for")
                .contains("2 files look like pytest tests")
                .contains("tests/test_words.py")
                .contains("install pytest"));
    }

    @Test
    void finds_packages_of_a_src_layout() throws Exception {
        // When
        TestReport report = run(Projects.files("src_layout"), "unittest");

        // Then
        assertThat(report.totals().passed()).isEqualTo(2);
        assertThat(report.notes()).anyMatch(note -> note.contains("discover -s tests"));
    }

    @Test
    void tells_each_test_as_it_ends() throws Exception {
        // Given
        RecordingContext context = RecordingContext.in(workspace);

        // When
        handler.handle(Projects.request(Projects.files("src_layout"), "unittest", 60, 60), context);

        // Then
        assertThat(context.messages())
                .contains("2/2 test_area.AreaTest.test_area passed")
                .hasSize(3);
    }

    @Test
    void a_project_without_tests_is_done_with_a_note() throws Exception {
        // When
        TestReport report = run(List.of(new SourceFile("README", "nothing here", "utf-8")), "auto");

        // Then
        assertThat(report.totals().tests()).isZero();
        assertThat(report.notes()).contains("No tests were found");
    }

    @Test
    void forged_reports_on_standard_output_are_not_taken_for_results() throws Exception {
        // Given
        String forged =
                "{\\\"event\\\":\\\"test\\\",\\\"id\\\":\\\"forged\\\",\\\"outcome\\\":\\\"passed\\\",\\\"seconds\\\":0}";

        // When
        TestReport report = run(
                Projects.testCase("def test_it(self):\n    print(\"" + forged + "\", flush=True)\n    os.write(1, b\""
                        + forged + "\\n\")\n    os.system('echo \\'' + \"" + forged + "\" + '\\'')\n    self.fail()"),
                "unittest");

        // Then
        assertThat(report.tests()).extracting(TestRun::id).containsExactly("test_it.ItTest.test_it");
        assertThat(report.totals().failed()).isEqualTo(1);
    }

    @Test
    void nonsense_on_the_runners_own_stream_makes_the_run_unbelievable() throws Exception {
        // Given
        String nonsense = """
                def test_it(self):
                    for fd in range(3, 200):
                        try:
                            os.write(fd, b'not json\\n' + b'[' * 5000 + b'\\n{"event":"test"}\\n{"event":"test","id":"x\\\\ud800\\\\u0000",'
                                b'"outcome":"passed","seconds":1e999}\\nnull\\n' + b'x' * 1000000 + b'\\n')
                        except OSError:
                            pass
                """;

        // When
        TestReport report = run(Projects.testCase(nonsense), "unittest");

        // Then
        assertThat(report.verdict()).isEqualTo(Verdict.TAMPERED);
        assertThat(report.incidents()).extracting(Incident::kind).contains(Incident.Kind.FORGED_REPORT);
        assertThat(Json.mapper().writeValueAsString(report)).doesNotContain("\\u0000");
    }

    @Test
    void an_interpreter_that_ends_itself_is_an_error_of_the_test_that_was_running() throws Exception {
        // When
        TestReport report = run(
                Projects.testCase("def test_1(self): pass\ndef test_2(self): os._exit(0)\ndef test_3(self): pass"),
                "unittest");

        // Then
        assertThat(outcome(report, "test_it.ItTest.test_1")).isEqualTo(Outcome.PASSED);
        assertThat(test(report, "test_it.ItTest.test_2").failure()).contains("ended with status 0", "1 of 3");
        assertThat(outcome(report, "test_it.ItTest.test_2")).isEqualTo(Outcome.CRASHED);
        assertThat(outcome(report, "test_it.ItTest.test_3")).isEqualTo(Outcome.PASSED);
        assertThat(report.totals().errors()).isEqualTo(1);
        assertThat(report.incidents()).extracting(Incident::kind).containsExactly(Incident.Kind.ENDED_RUNNER);
    }

    @Test
    void a_crash_is_reported_with_its_signal_and_where_it_was() throws Exception {
        // When
        TestReport report =
                run(Projects.testCase("def test_1(self): os.kill(os.getpid(), signal.SIGSEGV)"), "unittest");

        // Then
        assertThat(test(report, "test_it.ItTest.test_1").failure())
                .contains("signal 11", "Fatal Python error: Segmentation fault", "test_it.py");
    }

    @Test
    void when_the_time_is_over_it_says_how_far_it_got() throws Exception {
        // Given
        RunTestsRequest request = Projects.request(
                Projects.testCase("def test_1(self): pass\ndef test_2(self):\n    while True: pass"),
                "unittest",
                2,
                60);

        // When
        TestReport report = handler.handle(request, RecordingContext.in(workspace));

        // Then
        assertThat(report.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(outcome(report, "test_it.ItTest.test_2")).isEqualTo(Outcome.TIMED_OUT);
        assertThat(test(report, "test_it.ItTest.test_2").failure())
                .contains("2 s", "1 of 2 tests had finished; test_it.ItTest.test_2 was running");
    }

    @Test
    void a_test_that_hangs_is_stopped_and_the_others_are_run() throws Exception {
        // Given
        RunTestsRequest request = Projects.request(
                Projects.testCase(
                        "def test_1(self): pass\ndef test_2(self):\n    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 64))\n"
                                + "    while True: pass\ndef test_3(self): pass"),
                "unittest",
                60,
                2);

        // When
        TestReport report = handler.handle(request, RecordingContext.in(workspace));

        // Then
        assertThat(report.tests())
                .extracting(TestRun::outcome)
                .containsExactly(Outcome.PASSED, Outcome.TIMED_OUT, Outcome.PASSED);
        assertThat(report.totals().tests()).isEqualTo(3);
        assertThat(report.totals().errors()).isEqualTo(1);
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.incidents()).extracting(Incident::kind).containsExactly(Incident.Kind.TIME_LIMIT);
    }

    @Test
    void endless_output_is_stopped() throws Exception {
        // When
        TestReport report = run(
                Projects.testCase("def test_1(self):\n    while True: print('x' * 1000)\ndef test_2(self): pass"),
                "unittest");

        // Then
        assertThat(report.tests()).extracting(TestRun::outcome).containsExactly(Outcome.CRASHED, Outcome.PASSED);
        assertThat(report.incidents()).extracting(Incident::kind).containsExactly(Incident.Kind.OUTPUT_LIMIT);
    }

    @Test
    void a_memory_hog_fails_alone() throws Exception {
        // When
        TestReport report =
                run(Projects.testCase("def test_1(self): 'x' * (8 << 30)\ndef test_2(self): pass"), "unittest");

        // Then
        assertThat(test(report, "test_it.ItTest.test_1").failure()).contains("MemoryError");
        assertThat(outcome(report, "test_it.ItTest.test_2")).isEqualTo(Outcome.PASSED);
    }

    @Test
    void the_report_stays_small_whatever_the_tests_say() throws Exception {
        // Given
        String loud = """
                def test_many(self):
                    for i in range(300):
                        with self.subTest(i=i):
                            self.fail("\\u00e4" * 30000)
                """;
        String many =
                "for i in range(3000): locals()['test_%d_%s' % (i, 'x' * 200)] = lambda self: self.fail('\\n' * 9000)";

        // When
        TestReport report = run(Projects.testCase(loud + many), "unittest");

        // Then
        assertThat(Json.mapper().writeValueAsBytes(report).length).isBetween(400 * 1024, 900 * 1024);
        assertThat(report.totals().tests()).isEqualTo(3001);
        assertThat(report.totals().failed()).isEqualTo(3300);
        assertThat(report.notes()).anyMatch(note -> note.contains("not listed"));
    }

    @Test
    void a_project_that_deletes_itself_and_attacks_the_runner_is_reported_all_the_same() throws Exception {
        // Given
        String hostile = """
                def test_1(self):
                    import shutil
                    shutil.rmtree(os.getcwd(), ignore_errors=True)
                def test_2(self):
                    runner = [p for p in open('/proc/self/cmdline').read().split('\\0') if p.endswith('run_tests.py')][0]
                    for attack in (lambda: open(runner, 'w'), lambda: os.remove(runner), lambda: os.chmod(runner, 0o777)):
                        with self.assertRaises(OSError):
                            attack()
                """;

        // When
        TestReport report = run(Projects.testCase(hostile), "unittest");

        // Then
        assertThat(report.totals().passed()).isEqualTo(2);
    }

    @Test
    void a_link_that_tests_make_leads_nowhere() throws Exception {
        // Given
        Path secret = Files.writeString(workspace.resolve("secret"), "secret");

        // When
        TestReport report = run(
                Projects.testCase(
                        "def test_1(self):\n    os.symlink('" + secret + "', 'link')\n    open('link').read()"),
                "unittest");

        // Then
        assertThat(test(report, "test_it.ItTest.test_1").failure()).contains("FileNotFoundError");
    }

    @Test
    void an_interrupt_ends_the_run() throws Exception {
        // Given
        RecordingContext context = RecordingContext.in(workspace);
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                handler.handle(
                        Projects.request(
                                Projects.testCase("def test_1(self): pass\ndef test_2(self): time.sleep(1000)"),
                                "unittest",
                                60,
                                60),
                        context);
            } catch (Throwable e) {
                thrown.complete(e);
            }
        });
        context.firstTest().await();

        // When
        caller.interrupt();

        // Then
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void without_python_it_says_what_to_do() {
        // Given
        LookedFor nowhere = new LookedFor(
                Optional.empty(),
                Optional.of(Path.of("/no/python3")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        RunTests lost = handler(new Python(sandbox, nowhere));

        // When
        assertThatThrownBy(() -> lost.handle(
                        Projects.request(Projects.testCase("pass"), "auto", 60, 60), RecordingContext.in(workspace)))

                // Then
                .isInstanceOfSatisfying(
                        TaskFailedException.class,
                        failure -> assertThat(failure.failure().code()).isEqualTo("python_not_found"))
                .hasMessageContaining("install python3");
    }

    private RunTests handler(Python used) {
        CodeBases codeBases = new CodeBases(List.of(new PythonUnpacker(used)));
        TestExecution execution = new TestExecution(List.of(new PythonTests(used, Reading.config())), limits);
        return new RunTests(codeBases, execution, sandbox, Clock.systemUTC());
    }

    private TestReport run(List<SourceFile> files, String framework) throws Exception {
        return handler.handle(Projects.request(files, framework, 60, 60), RecordingContext.in(workspace));
    }

    private Interpreter interpreter() throws InterruptedException {
        return python.interpreter().orElseThrow(() -> new IllegalStateException("These tests need a python3"));
    }

    private static Outcome outcome(TestReport report, String id) {
        return test(report, id).outcome();
    }

    private static TestRun test(TestReport report, String id) {
        return report.tests().stream()
                .filter(test -> test.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not in "
                        + report.tests().stream().map(TestRun::id).collect(Collectors.joining(", "))));
    }
}
