package io.ymera.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One way to start a program apart from the rest of the machine. Immutable. */
sealed interface Confinement permits Bubblewrap, Unshare, Unconfined {

    /**
     * Written to standard error by the last trusted stage, so that what stands before it is the set-up's trouble and what
     * follows is the program's own.
     */
    byte READY = 0;

    SandboxMode mode();

    /** The process to start; its only environment is {@link #environment}. */
    List<String> launch(Command command, Account account);

    /** Given to the trusted stages; the program's own is set by the last of them. */
    Map<String, String> environment(Command command, Account account);

    /**
     * Where this JVM finds the program's root folder.
     *
     * @param firstProcess the folder in {@code /proc} of the namespace's first process
     */
    Path rootSeenBy(Path firstProcess);

    /** Whether {@link #READY} will come, the program has its own user and its tree dies with its first process. */
    default boolean confined() {
        return mode() != SandboxMode.NONE;
    }
}
