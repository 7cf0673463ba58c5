package io.ymera.examination.lab;

import java.nio.file.Path;
import java.util.Optional;

/** Tools of which none is named: they are looked for. */
public record LookedFor(
        Optional<Path> home,
        Optional<Path> python,
        Optional<Path> javaHome,
        Optional<Path> node,
        Optional<Path> nodeModules,
        Optional<Path> mavenRepository,
        Optional<Path> mavenHome)
        implements ToolsConfig {

    /** All of them. */
    public LookedFor() {
        this(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
