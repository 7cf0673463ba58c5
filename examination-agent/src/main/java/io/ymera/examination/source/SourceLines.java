package io.ymera.examination.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.List;

/** Reads files of a code base as lines of text, to show or to count them. Follows no link. Not thread-safe. */
public final class SourceLines {

    private static final int MOST_BYTES = 1 << 20;
    private static final int LONGEST = 240;

    private final Project project;
    private String path = "";
    private List<String> lines = List.of();

    /** Of a code base. */
    public SourceLines(Project project) {
        this.project = project;
    }

    /** One line, cut where it is long; empty if there is none. */
    public String line(String path, int number) {
        List<String> all = lines(path);
        if (number < 1 || number > all.size()) {
            return "";
        }
        String line = all.get(number - 1);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }

    /** How many lines the first MiB of a file has; 0 if it is none of the code base's. */
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
        try (InputStream content =
                Files.newInputStream(project.folder().resolve(wanted), LinkOption.NOFOLLOW_LINKS)) {
            return new String(content.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            // A file that went away, or became a link, has nothing to show
            return List.of();
        }
    }
}
