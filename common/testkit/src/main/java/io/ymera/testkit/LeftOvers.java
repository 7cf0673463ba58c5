package io.ymera.testkit;

import io.ymera.local.process.PartProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Ends the servers, and removes the data, of earlier test JVMs of this module that are gone; one that was killed had no time to. */
final class LeftOvers {

    private LeftOvers() {}

    static void remove() {
        try (Stream<Path> runs = Files.list(TestRun.root())) {
            for (Path run :
                    runs.filter(folder -> !folder.equals(TestRun.folder())).toList()) {
                long pid = Long.parseLong(run.getFileName().toString().split("-", 2)[0]);
                if (ProcessHandle.of(pid).isEmpty()) {
                    PartProcess.killAll(run.resolve("run"));
                    deleteTree(run);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
