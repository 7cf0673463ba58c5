package io.ymera.codebase.lab;

import java.nio.file.Path;
import java.util.Optional;

/** Tools of which only the built ones are named: the others are looked for. */
public record LookedFor(
        Optional<Path> home,
        Optional<Path> python,
        Optional<Path> javaHome,
        Optional<Path> node,
        Optional<Path> nodeModules,
        Optional<Path> mavenRepository,
        Optional<Path> mavenHome)
        implements ToolsConfig {

    /** All of them; those in Java are where the build puts them. */
    public LookedFor() {
        this(
                Optional.of(Path.of(System.getProperty("ymera.tools.home", "target/tools"))
                        .toAbsolutePath()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
