package io.ymera.examination.benchmark;

import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.Resources;
import io.ymera.codebase.python.Interpreter;
import io.ymera.codebase.python.Python;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Limits;
import io.ymera.sandbox.Mount;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Functions {@code bench_*()} of Python, measured much as {@code timeit} does. */
@Singleton
final class PythonHarness implements Harness {

    private static final Script SCRIPT =
            new Script("bench_python.py", Resources.text(PythonHarness.class, "bench_python.py"));
    private static final Pattern FILE =
            Pattern.compile("(?:.*/)?(?:bench_[^/]*\\.py|[^/]*_bench\\.py|benchmarks/(?!__init__)[^/]*\\.py)");

    private final Python python;

    PythonHarness(Python python) {
        this.python = python;
    }

    @Override
    public String language() {
        return "Python";
    }

    @Override
    public List<String> files(Project project) {
        return project.sources(Language.PYTHON).stream()
                .filter(path -> FILE.matcher(path).matches())
                .toList();
    }

    @Override
    public String example() {
        return "functions bench_*() without arguments in bench_*.py, *_bench.py or benchmarks/*.py";
    }

    @Override
    public Found find() throws InterruptedException {
        Optional<Interpreter> found = python.interpreter();
        return found.isPresent()
                ? new Runs(found.get())
                : new Absent(new MissingTool(
                        "Python",
                        "benchmarks in Python",
                        "install python3 (3.8 or newer), or name one by TEST_PYTHON"));
    }

    private record Runs(Interpreter interpreter) implements Present {

        @Override
        public String program() {
            return "Python";
        }

        @Override
        public String version() {
            return interpreter.version();
        }

        @Override
        public Script script() {
            return SCRIPT;
        }

        @Override
        public Command command(Path workspace, Path script, String job, Limits limits) {
            return new Command(
                    List.of(interpreter.executable().toString(), script.toString()),
                    workspace,
                    Stream.concat(interpreter.readOnly().stream(), Stream.of(script))
                            .map(Mount::new)
                            .toList(),
                    interpreter.environment(),
                    limits,
                    job);
        }
    }
}
