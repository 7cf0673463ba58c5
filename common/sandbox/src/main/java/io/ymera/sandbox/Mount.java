package io.ymera.sandbox;

import java.nio.file.Path;

/**
 * A file or folder that a confined program may read. {@link SandboxMode#NONE} can't move anything: a program that is not
 * confined finds it at {@code host}.
 *
 * @param host where it is
 * @param inside where the program finds it
 */
public record Mount(Path host, Path inside) {

    /** Checks both; an {@link IllegalArgumentException} names the one that is not absolute. */
    public Mount {
        Command.absolute("readOnly", host);
        Command.absolute("readOnly", inside);
    }

    /** At the same place. */
    public Mount(Path path) {
        this(path, path);
    }
}
