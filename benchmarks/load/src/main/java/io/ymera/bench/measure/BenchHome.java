package io.ymera.bench.measure;

import io.ymera.local.process.PartProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder that a measured platform lives in: emptied before each run, so that runs do not see each other. */
public final class BenchHome {

    private final Path path;

    private BenchHome(Path path) {
        this.path = path;
    }

    /** An empty one, {@code name} in {@code checkout}'s benchmarks; ends what a run that was killed has left in it. */
    public static BenchHome empty(Path checkout, String name) throws IOException, InterruptedException {
        Path path = checkout.resolve("benchmarks/load/target").resolve(name);
        PartProcess.killAll(path.resolve("run"));
        for (String folder : List.of("data", "run", "logs", "secrets")) {
            deleteTree(path.resolve(folder));
        }
        Files.createDirectories(path);
        return new BenchHome(path);
    }

    public Path path() {
        return path;
    }

    /** The kind of file system that the data is on. */
    public String fileSystem() throws IOException {
        return Files.getFileStore(path).type();
    }

    /** Deletes the data; the logs stay until the next run. */
    public void deleteData() throws IOException {
        deleteTree(path.resolve("data"));
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
