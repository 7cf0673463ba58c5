package io.ymera.scanner.source;

import io.ymera.scanner.finding.Note;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a code base, in the order of their paths. Links are not followed, what is too large, binary or unreadable is left out and
 * named. Not thread-safe while it is being read.
 */
public final class SourceTree {

    /** Folders of tools and of other people's code. */
    private static final Set<String> LEFT_OUT = Set.of(
            ".git",
            ".hg",
            ".svn",
            "node_modules",
            "__pycache__",
            ".venv",
            "venv",
            ".tox",
            ".idea",
            ".gradle",
            "target",
            "site-packages");

    private static final int LOOKED_AT = 8000;

    private final Path root;
    private final List<String> paths;
    private final List<Note> notes;
    private final long mostBytes;

    private SourceTree(Path root, List<String> paths, List<Note> notes, long mostBytes) {
        this.root = root;
        this.paths = paths;
        this.notes = notes;
        this.mostBytes = mostBytes;
    }

    /**
     * Lists the files below {@code root}.
     *
     * @param mostFiles how many at most; what is more is left out and said
     * @param mostBytes how long a file may be
     * @throws IOException if {@code root} can't be read
     */
    public static SourceTree of(Path root, int mostFiles, long mostBytes) throws IOException {
        List<String> paths = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        FileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean out = !folder.equals(root)
                        && LEFT_OUT.contains(folder.getFileName().toString());
                return out ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = root.relativize(file).toString();
                if (attributes.isRegularFile()) {
                    paths.add(path);
                } else if (attributes.isSymbolicLink()) {
                    notes.add(new Note(path, "Is a link, which is not followed"));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                notes.add(new Note(root.relativize(file).toString(), "Can't be read"));
                return FileVisitResult.CONTINUE;
            }
        };
        Files.walkFileTree(root, visitor);
        paths.sort(Comparator.naturalOrder());
        if (paths.size() > mostFiles) {
            notes.add(new Note(
                    null, "Of %,d files, only the first %,d are looked at".formatted(paths.size(), mostFiles)));
            paths.subList(mostFiles, paths.size()).clear();
        }
        return new SourceTree(root, paths, notes, mostBytes);
    }

    /** The folder itself. */
    public Path root() {
        return root;
    }

    /** The paths of all files, sorted, with {@code /}. */
    public List<String> paths() {
        return List.copyOf(paths);
    }

    /** What was left out until now. */
    public List<Note> notes() {
        return List.copyOf(notes);
    }

    /**
     * Reads a file.
     *
     * @return nothing if it is no text, too large, or gone; then there is a note
     */
    public Optional<SourceFile> read(String path) {
        Path file = root.resolve(path);
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            // One more than is allowed: what the file system says of its length may have changed since
            byte[] bytes = in.readNBytes((int) Math.min(mostBytes + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > mostBytes) {
                notes.add(new Note(path, "Is longer than %,d bytes and was not looked at".formatted(mostBytes)));
                return Optional.empty();
            }
            if (binary(bytes)) {
                return Optional.empty();
            }
            return Optional.of(new SourceFile(path, new String(bytes, StandardCharsets.UTF_8), hash(bytes)));
        } catch (IOException e) {
            notes.add(new Note(path, "Can't be read"));
            return Optional.empty();
        }
    }

    /** As git decides it: a NUL among the first bytes. */
    private static boolean binary(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each JVM has SHA-256", e);
        }
    }
}
