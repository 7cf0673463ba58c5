package io.ymera.examination.javascript;

import io.ymera.codebase.lab.LookedFor;
import java.nio.file.Path;
import java.util.Optional;

/** The packages of Node.js that {@code TEST_NODE_MODULES} names. */
public final class Packages {

    private Packages() {}

    public static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty("ymera.tools.node-modules", System.getenv("TEST_NODE_MODULES")))
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }

    /** Tools with these packages. */
    public static LookedFor tools() {
        return tools(folder());
    }

    static LookedFor tools(Optional<Path> modules) {
        LookedFor none = new LookedFor();
        return new LookedFor(
                none.home(),
                none.python(),
                none.javaHome(),
                none.node(),
                modules,
                none.mavenRepository(),
                none.mavenHome());
    }
}
