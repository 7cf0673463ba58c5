package io.ymera.examination.analysis;

import io.ymera.examination.source.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The text of lines, one file at a time, for what tells a finding from others though lines move. Not thread-safe. */
final class SourceLines implements BiFunction<String, Integer, String> {

    private static final long LARGE = 4 << 20;

    private final Project project;
    private @Nullable String path;
    private List<String> lines = List.of();

    SourceLines(Project project) {
        this.project = project;
    }

    /** A line, from 1; empty if there is none. */
    @Override
    public String apply(String file, Integer line) {
        if (!file.equals(path)) {
            path = file;
            lines = read(file);
        }
        return line <= lines.size() ? lines.get(line - 1) : "";
    }

    private List<String> read(String file) {
        Path source = project.folder().resolve(file);
        try {
            if (!project.has(file)
                    || !Files.isRegularFile(source, LinkOption.NOFOLLOW_LINKS)
                    || Files.size(source) > LARGE) {
                return List.of();
            }
            return new String(Files.readAllBytes(source), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
