package io.ymera.sandbox;

import io.ymera.sandbox.Exit.Ended;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Watches one program from the moment when it may start: what its processes and its files come to, and what it tries to
 * reach. Ends it where it has too much.
 */
final class Watch implements AutoCloseable {

    private final Inside inside;
    private final Optional<NetworkCounters> network;
    private final Path workspace;
    private final Limits limits;
    private final int mostProcesses;
    private final long pageSize;
    private final CompletableFuture<Ended> ended;
    private final long spaceAtStart;
    private final Reserve memory;
    private final Reserve space;
    private final Watcher watcher = new Watcher();

    private volatile long unnamedInMemory;
    private volatile long peakMemory;
    private volatile int peakProcesses;
    private volatile long workspaceBytes;
    private volatile boolean over;

    /**
     * @param mostProcesses how many processes and threads it can have, the namespace's first left out
     * @param ended completed when it has too much
     */
    Watch(
            Inside inside,
            Optional<NetworkCounters> network,
            Command command,
            int mostProcesses,
            long pageSize,
            CompletableFuture<Ended> ended) {
        this.inside = inside;
        this.network = network;
        this.workspace = command.workspace();
        this.limits = command.limits();
        this.mostProcesses = mostProcesses;
        this.pageSize = pageSize;
        this.ended = ended;
        this.spaceAtStart = workspace.toFile().getFreeSpace();
        this.memory = Reserve.ofMemory(limits.memoryBytes());
        this.space = Reserve.ofSpace(workspace, limits.workspaceBytes());
    }

    void begin() {
        watcher.processes(() -> look(this::atProcesses));
        watcher.files(() -> look(this::atFiles));
    }

    Usage usage() {
        return new Usage(peakMemory, peakProcesses, peakProcesses >= mostProcesses, workspaceBytes);
    }

    /** When nothing of it runs any more. */
    Optional<NetworkAttempts> networkAttempts(long refused) {
        return network.flatMap(counters -> counters.read(refused));
    }

    /** When nothing of it runs any more: whether it left more files than it may have. */
    boolean leftTooManyFiles() {
        FilesLook look = FilesLook.after(workspace, limits.workspaceBytes(), limits.workspaceFiles());
        workspaceBytes = look.bytes();
        return look.tooMuch();
    }

    /** Ends the looks; one that is under way does no harm. */
    @Override
    public void close() {
        over = true;
        watcher.close();
        network.ifPresent(NetworkCounters::close);
    }

    private boolean look(Runnable look) {
        if (over) {
            return false;
        }
        try {
            atReserves();
            look.run();
            return !ended.isDone();
        } catch (Throwable e) {
            // Nobody runs unwatched
            ended.completeExceptionally(e);
            return false;
        }
    }

    /** Both kinds of looks ask, so that one that is kept waiting does not blind the other. */
    private void atReserves() {
        if (memory.gone(Reserve.memoryLeft())) {
            ended.complete(Ended.MEMORY);
        }
        if (space.gone(workspace.toFile().getUsableSpace())) {
            ended.complete(Ended.DISK);
        }
    }

    private void atProcesses() {
        MemoryLook look = MemoryLook.at(inside, limits.memoryBytes(), pageSize, unnamedInMemory);
        peakMemory = Math.max(peakMemory, look.bytes());
        peakProcesses = Math.max(peakProcesses, look.processes());
        if (look.bytes() > limits.memoryBytes()) {
            ended.complete(Ended.MEMORY);
        }
    }

    /** Of the whole file system since the start: says more than no look at all where folders are locked. */
    private long spaceTaken() {
        return spaceAtStart - workspace.toFile().getFreeSpace();
    }

    private void atFiles() {
        UnnamedFiles unnamed = UnnamedFiles.of(inside);
        unnamedInMemory = unnamed.memory();
        long mostBytes = Math.max(0, limits.workspaceBytes() - unnamed.disk());
        FilesLook look = FilesLook.during(workspace, mostBytes, limits.workspaceFiles());
        workspaceBytes = look.bytes() + unnamed.disk();
        int files = look.files();
        boolean tooMuch = look.tooMuch() || look.locked() && spaceTaken() > limits.workspaceBytes();
        for (Path scratch : inside.scratch()) {
            FilesLook below = FilesLook.during(scratch, Limits.UNLIMITED, Math.max(0, limits.workspaceFiles() - files));
            files += below.files();
            tooMuch |= below.tooMuch();
        }
        if (tooMuch || unnamed.disk() > limits.workspaceBytes()) {
            ended.complete(Ended.DISK);
        }
    }
}
