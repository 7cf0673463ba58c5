package io.ymera.local.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files of a project, as the parameters of a task want them: as such, or in an archive where they are many. Leaves out what is
 * not part of a project: version control, caches, virtual environments, what is built, installed or reported, symbolic links, and
 * names that no portable file has.
 */
public final class ProjectFiles {

    /** The most that the contents may have together: the gateway takes requests of 10 MiB. */
    static final long MOST_BYTES = 9L << 20;

    /** The most that an archive may have: in base64 it is a third longer. */
    static final long MOST_ARCHIVED = 7L << 20;

    /** The most that are read, so that a wrong folder does not fill the memory. */
    private static final long MOST_READ = 64L << 20;

    private static final int MOST_FILES = 5000;

    private static final Set<String> SKIPPED = Set.of(
            ".git",
            ".hg",
            ".svn",
            "__pycache__",
            ".venv",
            "venv",
            "node_modules",
            ".tox",
            ".nox",
            ".mypy_cache",
            ".pytest_cache",
            ".ruff_cache",
            ".eggs",
            ".idea",
            ".vscode",
            ".gradle",
            ".nyc_output",
            "ymera-report");

    /** Folders that tools make, each beside a file that tells the tool; elsewhere they may be sources. */
    private static final Map<String, Set<String>> MADE = Map.of(
            "target", Set.of("pom.xml", "Cargo.toml", "build.sbt"),
            "build", Set.of("build.gradle", "build.gradle.kts", "setup.py", "pyproject.toml", "package.json"),
            "dist", Set.of("setup.py", "pyproject.toml", "package.json"),
            "coverage", Set.of("package.json"));

    private static final int BIGGEST_NAMED = 5;

    private final List<File> files = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    private ProjectFiles() {}

    /**
     * Reads the project in {@code folder}.
     *
     * @throws IllegalArgumentException if it is not a Python project or too big; the message says what is wrong
     * @throws IOException if a file cannot be read
     */
    public static ProjectFiles of(Path folder) throws IOException {
        ProjectFiles project = read(folder, MOST_BYTES);
        if (project.files.stream().noneMatch(file -> file.path().endsWith(".py"))) {
            throw new IllegalArgumentException(folder + " has no Python file (*.py)");
        }
        return project;
    }

    /**
     * Reads the project in {@code folder}, whatever it is written in.
     *
     * @throws IllegalArgumentException if there is nothing in it or it is too big; the message says what is wrong
     * @throws IOException if a file cannot be read
     */
    public static ProjectFiles ofAnyLanguage(Path folder) throws IOException {
        ProjectFiles project = read(folder, MOST_READ);
        if (project.files.isEmpty()) {
            throw new IllegalArgumentException(folder + " has no files");
        }
        if (!project.fitsAsFiles() && project.archive().length > MOST_ARCHIVED) {
            throw new IllegalArgumentException(
                    "%s has %,d bytes, which are %,d in an archive; at most %,d can be handed in"
                            .formatted(folder, project.bytes(), project.archive().length, MOST_ARCHIVED));
        }
        return project;
    }

    private static ProjectFiles read(Path folder, long mostBytes) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    Files.exists(folder) ? folder + " is not a folder" : "There is no folder " + folder);
        }
        ProjectFiles project = new ProjectFiles();
        project.collect(folder.toRealPath(), mostBytes);
        return project;
    }

    private void collect(Path root, long mostBytes) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = !folder.equals(root)
                        && (SKIPPED.contains(folder.getFileName().toString())
                                || folder.getFileName().toString().endsWith(".egg-info")
                                || isMade(folder)
                                || Files.exists(folder.resolve("pyvenv.cfg"), LinkOption.NOFOLLOW_LINKS));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = root.relativize(file).toString();
                if (!attributes.isRegularFile() || !isPortable(name)) {
                    left.add(Printable.line(name));
                } else if (!name.endsWith(".pyc")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        requireNotTooBig(root, found, mostBytes);
        found.sort(Comparator.naturalOrder());
        for (Path file : found) {
            files.add(new File(root.relativize(file).toString(), Files.readAllBytes(file)));
        }
    }

    private static boolean isMade(Path folder) {
        return MADE.getOrDefault(folder.getFileName().toString(), Set.of()).stream()
                .anyMatch(file -> Files.isRegularFile(folder.resolveSibling(file)));
    }

    private static boolean isPortable(String name) {
        return name.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == '\\' || c == 0xfffd);
    }

    private static void requireNotTooBig(Path root, List<Path> found, long mostBytes) throws IOException {
        record Sized(Path file, long bytes) {}
        List<Sized> sized = new ArrayList<>();
        for (Path file : found) {
            sized.add(new Sized(file, Files.size(file)));
        }
        long total = sized.stream().mapToLong(Sized::bytes).sum();
        if (total > mostBytes) {
            sized.sort(Comparator.comparingLong(Sized::bytes).reversed());
            StringBuilder message = new StringBuilder(
                    "The project has %,d bytes, and at most %,d can be handed in. Its biggest files are:"
                            .formatted(total, mostBytes));
            for (Sized file : sized.subList(0, Math.min(BIGGEST_NAMED, sized.size()))) {
                message.append("%n  %,12d  %s"
                        .formatted(
                                file.bytes(),
                                Printable.line(root.relativize(file.file()).toString())));
            }
            throw new IllegalArgumentException(message.toString());
        }
    }

    /** How many files there are. */
    public int count() {
        return files.size();
    }

    /** How many bytes they have together. */
    public long bytes() {
        return files.stream().mapToLong(file -> file.content().length).sum();
    }

    /** What was found and left out, symbolic links for instance; names fit for printing. */
    public List<String> leftOut() {
        return List.copyOf(left);
    }

    private boolean fitsAsFiles() {
        return files.size() <= MOST_FILES && bytes() <= MOST_BYTES;
    }

    /** As a zip file, the same each time. */
    private byte[] archive() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (File file : files) {
                ZipEntry entry = new ZipEntry(file.path());
                entry.setLastModifiedTime(FileTime.from(Instant.EPOCH));
                zip.putNextEntry(entry);
                zip.write(file.content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can't be written", e);
        }
        return bytes.toByteArray();
    }

    /** The code base among the parameters of a task. */
    public ObjectNode parameters() {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        if (!fitsAsFiles()) {
            parameters
                    .putObject("archive")
                    .put("format", "zip")
                    .put("content", Base64.getEncoder().encodeToString(archive()));
            return parameters;
        }
        ArrayNode list = parameters.putArray("files");
        for (File file : files) {
            ObjectNode entry = list.addObject().put("path", file.path());
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(file.content()))
                        .toString();
                entry.put("content", text).put("encoding", "utf-8");
            } catch (CharacterCodingException e) {
                entry.put("content", Base64.getEncoder().encodeToString(file.content()))
                        .put("encoding", "base64");
            }
        }
        return parameters;
    }

    @SuppressWarnings("ArrayRecordComponent") // neither compared nor shared
    private record File(String path, byte[] content) {}
}
