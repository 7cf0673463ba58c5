package io.ymera.codebase.python;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Unpacker;
import io.ymera.codebase.lab.Captured;
import io.ymera.codebase.lab.Resources;
import io.ymera.codebase.lab.Texts;
import io.ymera.codebase.lab.Workbench;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Limits;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Unpacks with the standard library's zipfile and tarfile. */
@Singleton
public class PythonUnpacker implements Unpacker {

    private static final String SCRIPT = Resources.text(PythonUnpacker.class, "unpack.py");
    private static final Limits LIMITS = Limits.defaults()
            .withWallTime(Duration.ofMinutes(1))
            .withMemoryBytes(512 << 20)
            .withProcesses(8)
            .withFileBytes(64 << 20)
            .withWorkspaceBytes(320 << 20)
            .withOutputBytes(64 << 10);

    private final Python python;

    /** With this interpreter. */
    public PythonUnpacker(Python python) {
        this.python = python;
    }

    @Override
    public boolean isAvailable() throws InterruptedException {
        return python.interpreter().isPresent();
    }

    @Override
    public void unpack(Path workspace, String format, Workbench bench)
            throws TaskFailedException, InterruptedException {
        Interpreter interpreter =
                python.interpreter().orElseThrow(() -> new IllegalStateException("There is no interpreter"));
        Captured captured = bench.run(new Command(
                List.of(interpreter.executable().toString(), "-I", "-c", SCRIPT, format, ARCHIVE, UNPACKED),
                workspace,
                interpreter.readOnly(),
                interpreter.environment(),
                LIMITS));
        if (!captured.exit().success()) {
            String said = captured.stderr().lines().reduce("", (first, last) -> last);
            throw TaskFailedException.permanent(
                    "invalid_archive",
                    "The archive can't be unpacked: "
                            + (said.isEmpty() ? "it ended with " + captured.exit() : Texts.bounded(said, 500)));
        }
    }
}
