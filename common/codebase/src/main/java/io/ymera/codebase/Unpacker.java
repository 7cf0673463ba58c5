package io.ymera.codebase;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.lab.Workbench;
import java.nio.file.Path;

/** Unpacks archives by a program in the sandbox. Thread-safe. */
public interface Unpacker {

    /** Whether its program is there; checked for each archive. */
    boolean isAvailable() throws InterruptedException;

    /** The name of the file that {@link #unpack} expects in the workspace. */
    String ARCHIVE = "archive";

    /** The name of the folder that {@link #unpack} makes in the workspace. */
    String UNPACKED = "unpacked";

    /**
     * Unpacks {@link #ARCHIVE} of a workspace to {@link #UNPACKED}. It need not be believed: what came out is looked at again.
     *
     * @param format as in {@link Archive}
     * @throws TaskFailedException permanent, {@code invalid_archive}, naming what is wrong with it
     */
    void unpack(Path workspace, String format, Workbench bench) throws TaskFailedException, InterruptedException;
}
