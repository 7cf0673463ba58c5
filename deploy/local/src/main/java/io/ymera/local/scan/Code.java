package io.ymera.local.scan;

import io.ymera.local.demo.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines of the files that were scanned, to be shown. A path that leads out of the folder has none. */
final class Code {

    private static final int MOST_BYTES = 4 << 20;
    private static final int LONGEST = 140;

    private final Path root;
    private final Map<String, List<String>> files = new HashMap<>();

    Code(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** A line, from 1, without the space around it; empty if there is none. */
    String line(String path, int number) {
        List<String> lines = files.computeIfAbsent(path, this::read);
        String line =
                number >= 1 && number <= lines.size() ? lines.get(number - 1).strip() : "";
        return Printable.line(line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …");
    }

    private List<String> read(String path) {
        try {
            Path file = root.resolve(path).normalize();
            if (!file.startsWith(root) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return List.of();
            }
            try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                return new String(content.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            }
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
    }
}
