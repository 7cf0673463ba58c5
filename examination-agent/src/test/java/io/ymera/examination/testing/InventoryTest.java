package io.ymera.examination.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.ymera.codebase.CodeBases;
import io.ymera.codebase.SourceFile;
import io.ymera.codebase.lab.LookedFor;
import io.ymera.codebase.python.Interpreter;
import io.ymera.codebase.python.Python;
import io.ymera.examination.analysis.Reading;
import io.ymera.examination.python.PythonTests;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a report says of tests that the sources have and that were not run; {@code cheats} and {@code honest} have more of it. */
@TestInstance(PER_CLASS)
class InventoryTest {

    private static final SourceFile RIGHT = file("test_sum.py", "def test_right():\n    assert 1 + 1 == 2\n");
    private static final SourceFile WRONG = file("old/test_old.py", "\n\ndef test_wrong():\n    assert 1 + 1 == 3\n");

    private final Sandbox sandbox = Sandbox.create(SandboxMode.AUTO);
    private final Python python = new Python(sandbox, new LookedFor());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path workspace;

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void what_the_configuration_leaves_out_is_named_and_the_rest_may_pass() throws Exception {
        // Given
        SourceFile configuration = file("pytest.ini", "[pytest]\naddopts = --ignore=old\n");

        // When
        TestReport report = run(RIGHT, WRONG, configuration);

        // Then
        String why = "--ignore in addopts of pytest.ini names it";
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.notRun())
                .containsExactly(new NotRun("old/test_old.py::test_wrong", "old/test_old.py", 3, why));
        assertThat(report.notes())
                .contains("There is 1 test in the sources that did not run (" + why
                        + "): old/test_old.py::test_wrong (old/test_old.py:3)");
    }

    @Test
    void what_a_hook_leaves_out_is_named_and_nothing_passes() throws Exception {
        // Given
        SourceFile hook = file(
                "conftest.py",
                "def pytest_ignore_collect(collection_path):\n    return collection_path.name == 'old' or None\n");

        // When
        TestReport report = run(RIGHT, WRONG, hook);

        // Then
        assertThat(report.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(report.notRun())
                .containsExactly(new NotRun("old/test_old.py::test_wrong", "old/test_old.py", 3, null));
        assertThat(report.totals().passed()).isEqualTo(1);
    }

    @Test
    void bytecode_that_is_handed_in_is_not_what_is_tested() throws Exception {
        // Given: it says something else than the source, and that nobody need compare them
        SourceFile product = file("product.py", "def add(one, other):\n    return one - other\n");
        SourceFile test =
                file("test_product.py", "from product import add\n\n\ndef test_adds():\n    assert add(1, 1) == 2\n");

        // When
        TestReport report = run(product, test, bytecode("def add(one, other): return one + other"));

        // Then
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
    }

    /** Unchecked, as PEP 552 has it, for {@code product.py}. */
    private SourceFile bytecode(String source) throws Exception {
        Process process = new ProcessBuilder(
                        interpreter().executable().toString(),
                        "-c",
                        "import base64, importlib.util as u, marshal, sys; print(u.cache_from_source('product.py'));"
                                + " print(base64.b64encode(u.MAGIC_NUMBER + (1).to_bytes(4, 'little') + bytes(8)"
                                + " + marshal.dumps(compile(sys.argv[1], 'product.py', 'exec'))).decode())",
                        source)
                .start();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(Base64.getDecoder().decode(said.get(1))).isNotEmpty();
        return new SourceFile(said.get(0), said.get(1), "base64");
    }

    private TestReport run(SourceFile... files) throws Exception {
        assumeTrue(interpreter().hasPytest(), "pytest is not installed");
        RunTests handler = new RunTests(
                new CodeBases(List.of()),
                new TestExecution(List.of(new PythonTests(python, Reading.config())), new Limited(4)),
                sandbox,
                Clock.systemUTC());
        return handler.handle(Projects.request(List.of(files), "pytest", 60, 60), RecordingContext.in(workspace));
    }

    private Interpreter interpreter() throws InterruptedException {
        return python.interpreter().orElseThrow(() -> new IllegalStateException("These tests need a python3"));
    }

    private static SourceFile file(String path, String content) {
        return new SourceFile(path, content, "utf-8");
    }
}
