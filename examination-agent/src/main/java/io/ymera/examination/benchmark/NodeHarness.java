package io.ymera.examination.benchmark;

import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.Resources;
import io.ymera.codebase.node.Node;
import io.ymera.codebase.node.NodeRuntime;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Limits;
import io.ymera.sandbox.Mount;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Functions {@code bench*()} that {@code *.bench.js} exports. */
@Singleton
final class NodeHarness implements Harness {

    private static final Script SCRIPT =
            new Script("bench_node.cjs", Resources.text(NodeHarness.class, "bench_node.cjs"));
    private static final Pattern FILE = Pattern.compile("(?:.*/)?[^/]*\\.bench\\.[cm]?js");

    private final Node node;

    NodeHarness(Node node) {
        this.node = node;
    }

    @Override
    public String language() {
        return "JavaScript";
    }

    @Override
    public List<String> files(Project project) {
        return project.sources(Language.JAVASCRIPT).stream()
                .filter(path -> FILE.matcher(path).matches())
                .toList();
    }

    @Override
    public String example() {
        return "functions bench*() without arguments, exported by *.bench.js, *.bench.cjs or *.bench.mjs";
    }

    @Override
    public Found find() throws InterruptedException {
        Optional<NodeRuntime> found = node.runtime();
        return found.isPresent() ? new Runs(found.get()) : new Absent(Node.missing("benchmarks in JavaScript"));
    }

    private record Runs(NodeRuntime node) implements Present {

        @Override
        public String program() {
            return "Node.js";
        }

        @Override
        public String version() {
            return node.version();
        }

        @Override
        public Script script() {
            return SCRIPT;
        }

        /** Node can't move its standard output away from the project's code, so a shell does, before it starts. */
        @Override
        public Command command(Path workspace, Path script, String job, Limits limits) {
            Command plain = node.command(script, workspace, List.of(new Mount(script)), job, limits);
            List<String> argv = Stream.concat(
                            Stream.of("/bin/sh", "-c", "exec \"$@\" 3>&1 1>/dev/null", "sh"), plain.argv().stream())
                    .toList();
            return new Command(
                    argv, plain.workspace(), plain.readOnly(), plain.environment(), plain.limits(), plain.stdin());
        }
    }
}
