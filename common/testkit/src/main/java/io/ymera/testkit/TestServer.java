package io.ymera.testkit;

import io.ymera.local.process.Part;
import io.ymera.local.process.PartFailedException;
import io.ymera.local.process.PartProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A server of this test JVM, which runs; tests may crash it and start it again, on the same port and data.
 *
 * @param <P> which server
 */
public final class TestServer<P extends Part> {

    private static final Duration READY = Duration.ofSeconds(60);

    private final P part;
    private final PartProcess process;

    TestServer(P part, Path folder) {
        this.part = part;
        this.process = new PartProcess(part, folder.resolve("run"), folder.resolve("log"));
    }

    /** The server: its port, and how clients connect. */
    public P part() {
        return part;
    }

    /** Crashes it (SIGKILL) and returns when it is gone; does nothing if it is down. */
    public void kill9() {
        try {
            process.kill9();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Stops it in good order; does nothing if it is down. */
    public void stop() {
        try {
            process.stop();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Starts it if it is down, and returns when it is ready.
     *
     * @throws IllegalStateException if it does not start; the message has the end of its log
     */
    public void restart() {
        try {
            process.start();
            process.awaitReady(READY);
        } catch (PartFailedException e) {
            throw new IllegalStateException(e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Makes it hang (SIGSTOP): connections to it stay, and nothing is answered. {@link #thaw} must follow. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets it go on after {@link #freeze}. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        ProcessHandle server =
                process.process().orElseThrow(() -> new IllegalStateException(part.name() + " does not run"));
        try {
            int failed = new ProcessBuilder("kill", "-" + name, Long.toString(server.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (failed != 0) {
                throw new IllegalStateException("%s can't be sent SIG%s".formatted(part.name(), name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    boolean isRunning() {
        return process.process().isPresent();
    }

    /** Ends it with the JVM: its data is of no use to anybody after that. */
    void killAtExit() {
        process.process(); // loads the classes that the hook needs: at exit their class loader may be closed
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> process.process().ifPresent(ProcessHandle::destroyForcibly), "stop " + part.name()));
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
