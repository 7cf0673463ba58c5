package io.ymera.security.scanner;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.ymera.codebase.Project;
import io.ymera.codebase.SourceTree;
import io.ymera.codebase.lab.QuietAttempt;
import io.ymera.codebase.lab.Workbench;
import io.ymera.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What tests scan, and with what. */
public final class Scenes {

    /** What counts as now. */
    public static final Clock CLOCK = Clock.systemUTC();

    private Scenes() {}

    /** Lays a code base down: paths and contents in turn. */
    public static Project project(Path folder, String... files) throws Exception {
        Map<String, String> all = new TreeMap<>();
        for (int i = 0; i < files.length; i += 2) {
            all.put(files[i], files[i + 1]);
        }
        for (Map.Entry<String, String> file : all.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.resolveSibling(""));
            Files.writeString(target, file.getValue());
        }
        Project project = new Project(folder, List.copyOf(all.keySet()));
        SourceTree.makeReadable(project);
        return project;
    }

    /** An attempt in a folder of its own. */
    public static Workbench bench(Sandbox sandbox, Path folder) throws IOException {
        return new Workbench(sandbox, QuietAttempt.in(Files.createTempDirectory(folder, "attempt")), CLOCK);
    }

    /** A configuration, by default but for these: names and values in turn. */
    public static <T> T config(Class<T> mapping, String... namesAndValues) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(mapping);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            builder.withDefaultValue(namesAndValues[i], namesAndValues[i + 1]);
        }
        return builder.build().getConfigMapping(mapping);
    }

    /** A clock that stands still. */
    public static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }
}
