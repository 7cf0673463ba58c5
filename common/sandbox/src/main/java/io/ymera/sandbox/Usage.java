package io.ymera.sandbox;

/**
 * What was seen of a program's processes and files while it ran. The numbers come from looks that are some time apart, so
 * that the true ones may be higher.
 *
 * @param peakMemoryBytes the most memory that it was seen to have, counted as {@link Limits#memoryBytes} is
 * @param peakProcesses the most processes and threads
 * @param reachedProcesses whether it was seen to have as many as {@link Limits#processes} allows; any more could not be
 *     started, which is then a likely cause of what went wrong
 * @param workspaceBytes size of the files in its workspace at the last look
 */
public record Usage(long peakMemoryBytes, int peakProcesses, boolean reachedProcesses, long workspaceBytes) {

    /** Nobody looked. */
    public static final Usage UNKNOWN = new Usage(0, 0, false, 0);
}
