package io.ymera.bench.agent;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.ymera.agent.TaskContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What this agent's handlers did, in a file: lines of {@code begin|end task attempt micros}, the last in microseconds since
 * 1970. A line is with the operating system once it is noted, so killing the agent loses none. Thread-safe.
 */
@Singleton
class Executions {

    /** Not a FileChannel, which an interrupt of one writer would close for all. */
    private final @Nullable FileOutputStream file;

    Executions(@ConfigProperty(name = "bench.executions") Optional<Path> path) {
        try {
            this.file = path.isEmpty() ? null : new FileOutputStream(path.get().toFile(), true);
        } catch (IOException e) {
            throw new UncheckedIOException("EXECUTIONS_FILE can't be written", e);
        }
    }

    /** Notes that the attempt at a task has come to {@code moment}; without a file, nothing. */
    void note(String moment, TaskContext context, long micros) {
        if (file == null) {
            return;
        }
        String line = "%s %s %d %d%n".formatted(moment, context.taskId(), context.attempt(), micros);
        try {
            // One write, so that a line is whole or not there
            file.write(line.getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
