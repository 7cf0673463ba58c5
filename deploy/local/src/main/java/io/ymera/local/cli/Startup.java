package io.ymera.local.cli;

import io.ymera.local.platform.PlatformLock;
import io.ymera.local.platform.PlatformParts;
import io.ymera.local.platform.Settings;
import io.ymera.local.platform.Start;
import io.ymera.local.process.PartFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/** Brings the platform up for a command, and takes down again what it started if the command is interrupted (Ctrl-C). */
final class Startup {

    private final Settings settings;
    private final Terminal terminal;
    private final AtomicBoolean finished = new AtomicBoolean();
    private final AtomicBoolean undoing = new AtomicBoolean();

    Startup(Settings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    /**
     * Returns when everything is ready.
     *
     * @throws PartFailedException if a part does not start; what was started has been stopped again
     */
    void run() throws IOException, PartFailedException, InterruptedException {
        try (PlatformLock lock = PlatformLock.take(
                settings.home(),
                pid -> terminal.line(
                        "Process %s is starting or stopping this platform: waiting for it …".formatted(pid)))) {
            Instant from = Instant.now();
            Start start = new Start(new PlatformParts(settings).all(), terminal);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> undoUnlessFinished(start), "undo"));
            try {
                start.run();
            } catch (PartFailedException e) {
                if (undoing.get()) {
                    Thread.currentThread().join(); // interrupted: what failed was stopped, and the exit is under way
                }
                undo(start);
                finished.set(true);
                throw e;
            }
            terminal.line(String.format(
                    Locale.ROOT,
                    "Ready in %.1f s.",
                    Duration.between(from, Instant.now()).toMillis() / 1000.0));
            tellHowToSetUp();
        }
    }

    private void tellHowToSetUp() {
        if (Files.exists(settings.setupToken())) {
            terminal.line("""
                    There is no administrator yet. To be it: curl %s/api/v1/auth/setup -H 'Content-Type: application/json' \
                    -d '{"setup_token": "'$(cat %s)'", "username": "…", "email": "…", "password": "…"}'""".formatted(settings.gateway(), settings.setupToken()));
        }
    }

    /** From here on an interruption leaves the platform running. */
    void keep() {
        finished.set(true);
    }

    private void undoUnlessFinished(Start start) {
        if (!finished.get() && start.hasStartedSomething()) {
            undo(start);
        }
    }

    private void undo(Start start) {
        try {
            if (!undoing.getAndSet(true)) { // an interruption makes the start fail too
                terminal.line("Stopping what was started:");
            }
            start.undo();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
