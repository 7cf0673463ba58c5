package io.ymera.codebase;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Reads files of a code base as lines of text, one file at a time, to show them, to count them, or to know a place again though lines
 * move. Follows no link. Not thread-safe.
 */
public final class SourceLines implements BiFunction<String, Integer, String> {

    private static final int MOST_BYTES = 4 << 20;
    private static final int LONGEST = 240;

    private final Project project;
    private String path = "";
    private List<String> lines = List.of();

    /** Of a code base. */
    public SourceLines(Project project) {
        this.project = project;
    }

    /** A line, from 1; empty if there is none. */
    @Override
    public String apply(String path, Integer number) {
        List<String> all = lines(path);
        return number >= 1 && number <= all.size() ? all.get(number - 1) : "";
    }

    /** The same, cut where it is too long to be shown. */
    public String shown(String path, int number) {
        String line = apply(path, number);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }

    /** How many lines a file has, in its first 4 MiB; 0 if it is none of the code base's. */
    public int count(String path) {
        return lines(path).size();
    }

    private List<String> lines(String wanted) {
        if (!wanted.equals(path)) {
            path = wanted;
            lines = read(wanted);
        }
        return lines;
    }

    private List<String> read(String wanted) {
        if (!project.has(wanted)) {
            return List.of();
        }
        try (InputStream content = Files.newInputStream(project.folder().resolve(wanted), LinkOption.NOFOLLOW_LINKS)) {
            return new String(content.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            // A file that went away, or became a link, has nothing to show
            return List.of();
        }
    }
}
