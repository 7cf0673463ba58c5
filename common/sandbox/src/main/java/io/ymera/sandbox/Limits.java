package io.ymera.sandbox;

import java.time.Duration;

/**
 * What a program may use. Those marked "each process" are Linux resource limits (setrlimit(2)), which the kernel keeps per
 * process; the others hold for the whole tree.
 *
 * @param wallTime until the tree is killed
 * @param cpuTime processor time, each process; at least a second
 * @param memoryBytes resident memory, of all processes together, and what is in {@code /tmp} and {@code /dev/shm}; looked at
 *     several times a second, so that a program may have more for a moment; at least 16 MiB
 * @param addressSpaceBytes address space, each process; at least 16 MiB. Runtimes that reserve far more than they use (Java,
 *     Node) need {@link #UNLIMITED}
 * @param processes processes and threads together; not enforced by {@link SandboxMode#NONE}, where the count would include
 *     everything else that the agent's user runs
 * @param fileBytes size of a file that is written, each file
 * @param workspaceBytes size of all files in the workspace together, those that were there before included; looked at
 *     while the program runs, the more seldom the longer a look takes, and once more at its end
 * @param openFiles open file descriptors, each process
 * @param outputBytes standard output and error together
 * @param scratchBytes size of {@code /tmp} and of {@code /dev/shm}, which live in memory, each
 * @param workspaceFiles files, folders and links in the workspace, in {@code /tmp} and in {@code /dev/shm} together
 */
public record Limits(
        Duration wallTime,
        Duration cpuTime,
        long memoryBytes,
        long addressSpaceBytes,
        int processes,
        long fileBytes,
        long workspaceBytes,
        int openFiles,
        long outputBytes,
        long scratchBytes,
        int workspaceFiles) {

    /** No limit. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    private static final long MIB = 1L << 20;
    private static final int FILES = 200_000;

    /** Checks every value; an {@link IllegalArgumentException} names the one that is out of range. */
    public Limits {
        if (wallTime.isNegative() || wallTime.isZero()) {
            throw new IllegalArgumentException("wallTime is " + wallTime + ", but must be positive");
        }
        atLeast("cpuTime in seconds", cpuTime.toSeconds(), 1);
        atLeast("memoryBytes", memoryBytes, 16 * MIB);
        atLeast("addressSpaceBytes", addressSpaceBytes, 16 * MIB);
        atLeast("processes", processes, 1);
        atLeast("fileBytes", fileBytes, 0);
        atLeast("workspaceBytes", workspaceBytes, 0);
        atLeast("openFiles", openFiles, 16);
        atLeast("outputBytes", outputBytes, 0);
        atLeast("scratchBytes", scratchBytes, 4096);
        atLeast("workspaceFiles", workspaceFiles, 1);
    }

    /** With 200,000 files. */
    public Limits(
            Duration wallTime,
            Duration cpuTime,
            long memoryBytes,
            long addressSpaceBytes,
            int processes,
            long fileBytes,
            long workspaceBytes,
            int openFiles,
            long outputBytes,
            long scratchBytes) {
        this(
                wallTime,
                cpuTime,
                memoryBytes,
                addressSpaceBytes,
                processes,
                fileBytes,
                workspaceBytes,
                openFiles,
                outputBytes,
                scratchBytes,
                FILES);
    }

    /**
     * Ten minutes, 2 GiB of memory and of address space, 256 processes, files of 256 MiB, 1 GiB and
     * 200,000 files in the workspace, 1024 open files, 16 MiB of output, 256 MiB of scratch space.
     */
    public static Limits defaults() {
        return new Limits(
                Duration.ofMinutes(10),
                Duration.ofMinutes(10),
                2048 * MIB,
                2048 * MIB,
                256,
                256 * MIB,
                1024 * MIB,
                1024,
                16 * MIB,
                256 * MIB,
                FILES);
    }

    /** These limits with another wall time. */
    public Limits withWallTime(Duration wallTime) {
        return new Limits(
                wallTime,
                cpuTime,
                memoryBytes,
                addressSpaceBytes,
                processes,
                fileBytes,
                workspaceBytes,
                openFiles,
                outputBytes,
                scratchBytes,
                workspaceFiles);
    }

    /** These limits with another processor time. */
    public Limits withCpuTime(Duration cpuTime) {
        return new Limits(
                wallTime,
                cpuTime,
                memoryBytes,
                addressSpaceBytes,
                processes,
                fileBytes,
                workspaceBytes,
                openFiles,
                outputBytes,
                scratchBytes,
                workspaceFiles);
    }

    /** These limits with another amount of memory. */
    public Limits withMemoryBytes(long memoryBytes) {
        return new Limits(
                wallTime,
                cpuTime,
                memoryBytes,
                addressSpaceBytes,
                processes,
                fileBytes,
                workspaceBytes,
                openFiles,
                outputBytes,
                scratchBytes,
                workspaceFiles);
    }

    /** These limits with another address space. */
    public Limits withAddressSpaceBytes(long addressSpaceBytes) {
        return new Limits(
                wallTime,
                cpuTime,
                memoryBytes,
                addressSpaceBytes,
                processes,
                fileBytes,
                workspaceBytes,
                openFiles,
                outputBytes,
                scratchBytes,
                workspaceFiles);
    }

    /** These limits with another number of processes. */
    public Limits withProcesses(int processes) {
        return new Limits(
                wallTime,
                cpuTime,
                memoryBytes,
                addressSpaceBytes,
                processes,
                fileBytes,
                workspaceBytes,
                openFiles,
                outputBytes,
                scratchBytes,
                workspaceFiles);
    }

    /** These limits with another file size. */
    public Limits withFileBytes(long fileBytes) {
        return new Limits(
                wallTime,
                cpuTime,
                memoryBytes,
                addressSpaceBytes,
                processes,
                fileBytes,
                workspaceBytes,
                openFiles,
                outputBytes,
                scratchBytes,
                workspaceFiles);
    }

    /** These limits with another size of the workspace. */
    public Limits withWorkspaceBytes(long workspaceBytes) {
        return new Limits(
                wallTime,
                cpuTime,
                memoryBytes,
                addressSpaceBytes,
                processes,
                fileBytes,
                workspaceBytes,
                openFiles,
                outputBytes,
                scratchBytes,
                workspaceFiles);
    }

    /** These limits with another amount of output. */
    public Limits withOutputBytes(long outputBytes) {
        return new Limits(
                wallTime,
                cpuTime,
                memoryBytes,
                addressSpaceBytes,
                processes,
                fileBytes,
                workspaceBytes,
                openFiles,
                outputBytes,
                scratchBytes,
                workspaceFiles);
    }

    /** These limits with another amount of scratch space. */
    public Limits withScratchBytes(long scratchBytes) {
        return new Limits(
                wallTime,
                cpuTime,
                memoryBytes,
                addressSpaceBytes,
                processes,
                fileBytes,
                workspaceBytes,
                openFiles,
                outputBytes,
                scratchBytes,
                workspaceFiles);
    }

    /** These limits with another number of files. */
    public Limits withWorkspaceFiles(int workspaceFiles) {
        return new Limits(
                wallTime,
                cpuTime,
                memoryBytes,
                addressSpaceBytes,
                processes,
                fileBytes,
                workspaceBytes,
                openFiles,
                outputBytes,
                scratchBytes,
                workspaceFiles);
    }

    private static void atLeast(String name, long value, long minimum) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be at least " + minimum);
        }
    }
}
