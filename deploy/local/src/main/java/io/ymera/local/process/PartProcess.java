package io.ymera.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The process of a {@link Part}. All that is known of it is in its pid file, so another run of this program can go on where
 * this one ended. Not for use by two threads at a time.
 */
public final class PartProcess {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration KILL = Duration.ofSeconds(10);
    private static final int LINES_OF_LOG = 25;

    private final Part part;
    private final Path logDirectory;
    private final Path log;
    private final PidFile pidFile;

    /**
     * @param part what runs
     * @param runDirectory where the pid file goes
     * @param logDirectory where the log goes
     */
    public PartProcess(Part part, Path runDirectory, Path logDirectory) {
        this.part = part;
        this.logDirectory = logDirectory;
        this.log = logDirectory.resolve(part.name() + ".log");
        this.pidFile = new PidFile(runDirectory.resolve(part.name() + ".pid"));
    }

    /** What runs, or would run. */
    public Part part() {
        return part;
    }

    /** The file that has what the process printed. */
    public Path log() {
        return log;
    }

    /** The process, if it is alive. */
    public Optional<ProcessHandle> process() {
        return pidFile.read();
    }

    /** What a person would want to know: down, starting (or not answering), or ready. */
    public State state() {
        if (process().isEmpty()) {
            return State.DOWN;
        }
        return part.isReady() ? State.READY : State.STARTING;
    }

    /**
     * Starts the process; does nothing if it is alive.
     *
     * @throws PartFailedException if it cannot be started, for instance because its port is taken
     */
    public void start() throws PartFailedException, InterruptedException {
        if (process().isPresent()) {
            return;
        }
        requireFreePort();
        try {
            part.prepare();
            Launch launch = part.launch();
            OwnerOnly.folder(logDirectory);
            ProcessBuilder builder = new ProcessBuilder(inOwnSession(launch.command()))
                    .directory(launch.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().keySet().removeAll(Launch.NOT_INHERITED);
            builder.environment().putAll(launch.environment());
            pidFile.write(builder.start().toHandle());
        } catch (IOException e) {
            throw new PartFailedException("%s cannot be started: %s".formatted(part.name(), e.getMessage()), e);
        }
    }

    private void requireFreePort() throws PartFailedException {
        if (!Ports.isFree(part.port())) {
            throw new PartFailedException(
                    "%s needs port %d, which is taken by %s. Stop that, or move every port with YMERA_PORT_OFFSET=1000 (or another number)."
                            .formatted(
                                    part.name(),
                                    part.port(),
                                    PortOwner.of(part.port())
                                            .map(PortOwner::toString)
                                            .orElse("a process that cannot be seen from here")));
        }
    }

    /** A Ctrl-C at the terminal goes to a whole group of processes, and the platform is not to be in it. */
    private static List<String> inOwnSession(List<String> command) {
        Optional<Path> setsid = Programs.onPath("setsid");
        if (setsid.isEmpty()) {
            return command;
        }
        List<String> all = new ArrayList<>();
        all.add(setsid.get().toString());
        all.addAll(command);
        return all;
    }

    /**
     * Waits until the part answers.
     *
     * @throws PartFailedException if the process ends meanwhile, or the time is up
     */
    public void awaitReady(Duration atMost) throws PartFailedException, InterruptedException {
        Instant deadline = Instant.now().plus(atMost);
        while (!part.isReady()) {
            if (process().isEmpty()) {
                throw new PartFailedException("%s ended before it was ready.%s".formatted(part.name(), endOfLog()));
            }
            if (Instant.now().isAfter(deadline)) {
                throw new PartFailedException(
                        "%s was not ready within %d s.%s".formatted(part.name(), atMost.toSeconds(), endOfLog()));
            }
            Thread.sleep(POLL);
        }
    }

    private String endOfLog() {
        return " The end of %s:%n%s"
                .formatted(log, String.join(System.lineSeparator(), LogTail.lines(log, LINES_OF_LOG)));
    }

    /**
     * Asks the process to end, and ends it and its children by force if it has not within its grace period.
     *
     * @return how that went; a part that is down stays so
     */
    public Stopped stop() throws InterruptedException {
        Optional<ProcessHandle> running = process();
        if (running.isEmpty()) {
            forget();
            return Stopped.WAS_DOWN;
        }
        Stopped how = requestStop(running.get()) ? Stopped.BY_ITSELF : Stopped.BY_FORCE;
        if (how == Stopped.BY_FORCE) {
            killTree(running.get());
        }
        forget();
        return how;
    }

    private boolean requestStop(ProcessHandle process) throws InterruptedException {
        try {
            part.requestStop(process);
        } catch (IOException e) {
            return false;
        }
        return endsWithin(process, part.grace());
    }

    private static void killTree(ProcessHandle root) throws InterruptedException {
        List<ProcessHandle> tree =
                Stream.concat(Stream.of(root), root.descendants()).toList();
        tree.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : tree) {
            endsWithin(process, KILL);
        }
    }

    /** Crashes the process, for tests: SIGKILL to it and not to its children; returns when it is gone. */
    public void kill9() throws InterruptedException {
        Optional<ProcessHandle> running = process();
        if (running.isPresent()) {
            running.get().destroyForcibly();
            endsWithin(running.get(), KILL);
        }
    }

    /** Ends, by force, every process that has a pid file in {@code runDirectory}. */
    public static void killAll(Path runDirectory) throws IOException, InterruptedException {
        if (!Files.isDirectory(runDirectory)) {
            return;
        }
        try (Stream<Path> files = Files.list(runDirectory)) {
            for (Path file : files.toList()) {
                Optional<ProcessHandle> running = new PidFile(file).read();
                if (running.isPresent()) {
                    killTree(running.get());
                }
            }
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration time) throws InterruptedException {
        Instant deadline = Instant.now().plus(time);
        CompletableFuture<ProcessHandle> exit = process.onExit();
        while (ProcessIdentity.of(process).isPresent()) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            try {
                exit.get(POLL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // A child of nobody that reaps stays a zombie for ever: the loop's condition sees that, onExit does not
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        return true;
    }

    private void forget() {
        try {
            pidFile.delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a part is doing. */
    public enum State {
        DOWN,
        STARTING,
        READY
    }

    /** How a part was stopped. */
    public enum Stopped {
        WAS_DOWN,
        BY_ITSELF,
        BY_FORCE
    }
}
