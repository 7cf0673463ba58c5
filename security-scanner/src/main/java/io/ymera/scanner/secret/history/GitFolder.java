package io.ymera.scanner.secret.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The files of {@code .git}. Links are not followed, so that nothing outside is read. */
final class GitFolder {

    private static final int LONGEST_REFERENCE = 4096;
    private static final int LONGEST_PACKED = 16_000_000;
    private static final int MOST_FILES = 20_000;
    private static final int DEEPEST = 16;

    private final Path folder;

    private GitFolder(Path folder) {
        this.folder = folder;
    }

    /** That of {@code root}; nothing if there is none, or only a link or a file that names another place. */
    static Optional<GitFolder> of(Path root) {
        Path folder = root.resolve(".git");
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(new GitFolder(folder))
                : Optional.empty();
    }

    boolean has(String name) {
        return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    /** A regular file without a link in its path. */
    Optional<Path> file(String name) {
        Path path = folder;
        for (String part : name.split("/", -1)) {
            path = path.resolve(part);
            if (Files.isSymbolicLink(path)) {
                return Optional.empty();
            }
        }
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? Optional.of(path) : Optional.empty();
    }

    /** The names of the packs that have an index, without their ends, sorted. */
    List<String> packs() throws IOException {
        Set<String> names = new TreeSet<>();
        Path packs = folder.resolve("objects/pack");
        if (Files.isSymbolicLink(folder.resolve("objects")) || !Files.isDirectory(packs, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(packs, "*.idx")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                names.add("objects/pack/" + name.substring(0, name.length() - ".idx".length()));
            }
        }
        return List.copyOf(names);
    }

    /** The ids to which branches, tags, stashes and {@code HEAD} point, sorted. */
    Set<String> tips() throws IOException {
        Set<String> tips = new TreeSet<>();
        add(tips, text("HEAD", LONGEST_REFERENCE));
        for (String line : text("packed-refs", LONGEST_PACKED).split("\n", -1)) {
            add(tips, line.startsWith("^") ? line.substring(1) : line);
        }
        for (Path file : references()) {
            add(tips, text(folder.relativize(file).toString(), LONGEST_REFERENCE));
        }
        return tips;
    }

    private static void add(Set<String> tips, String line) {
        String id = line.strip().split("[ \n]", 2)[0];
        if (Id.valid(id)) {
            tips.add(id);
        }
    }

    private List<Path> references() throws IOException {
        List<Path> files = new ArrayList<>();
        Path references = folder.resolve("refs");
        if (!Files.isDirectory(references, LinkOption.NOFOLLOW_LINKS)) {
            return files;
        }
        Files.walkFileTree(references, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    /** The beginning of a file; empty if it is none. */
    String text(String name, int most) throws IOException {
        Optional<Path> file = file(name);
        if (file.isEmpty()) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file.get(), LinkOption.NOFOLLOW_LINKS)) {
            return new String(in.readNBytes(most), StandardCharsets.ISO_8859_1);
        }
    }
}
