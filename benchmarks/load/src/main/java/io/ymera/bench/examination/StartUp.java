package io.ymera.bench.examination;

import io.ymera.bench.measure.Spread;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Exit;
import io.ymera.sandbox.Limits;
import io.ymera.sandbox.OutputListener;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxMode;
import io.ymera.sandbox.SandboxUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** How long it takes to run {@code true}: not confined, and in each confinement that works here. */
final class StartUp {

    private static final int WARM_UP = 20;

    private StartUp() {}

    /**
     * The cost of one start.
     *
     * @param confinement how the program is confined
     * @param files in its workspace, each of a kibibyte
     * @param millis from before it is set up until its last process is gone
     */
    record Result(String confinement, int files, Spread millis) {}

    static List<Result> measure(int runs, List<Integer> sizes, Consumer<String> out)
            throws IOException, InterruptedException {
        List<Result> results = new ArrayList<>();
        for (SandboxMode mode : List.of(SandboxMode.NONE, SandboxMode.BUBBLEWRAP, SandboxMode.UNSHARE)) {
            try (Sandbox sandbox = Sandbox.create(mode)) {
                for (int files : sizes) {
                    Result result = new Result(mode.toString(), files, millis(sandbox, files, runs));
                    results.add(result);
                    out.accept(
                            "start-up       %-11s %5d files: %s ms".formatted(mode, files, oneDigit(result.millis())));
                }
            } catch (SandboxUnavailableException e) {
                out.accept("start-up       %-11s can't be had here: %s".formatted(mode, e.getMessage()));
            }
        }
        return results;
    }

    private static Spread millis(Sandbox sandbox, int files, int runs) throws IOException, InterruptedException {
        Path workspace = Files.createTempDirectory("ymera-bench-workspace");
        try {
            for (int i = 0; i < files; i++) {
                Files.writeString(workspace.resolve("file" + i), "x".repeat(1024));
            }
            Command command = new Command(List.of("true"), workspace, List.of(), Map.of(), Limits.defaults());
            double[] millis = new double[runs];
            for (int i = -WARM_UP; i < runs; i++) {
                Exit exit = sandbox.run(command, OutputListener.DISCARD);
                if (!exit.success()) {
                    throw new IllegalStateException("\"true\" ended with " + exit);
                }
                if (i >= 0) {
                    millis[i] = exit.wallTime().toNanos() / 1e6;
                }
            }
            return Spread.of(millis);
        } finally {
            try (Stream<Path> all = Files.walk(workspace)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    static String oneDigit(Spread spread) {
        return "%.1f (%.1f to %.1f)".formatted(spread.median(), spread.min(), spread.max());
    }
}
