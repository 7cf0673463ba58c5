package io.ymera.bench.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * A copy of the sources that are scanned, which may be changed.
 *
 * @param files that the scanner reads, in order
 * @param lines of all of them, with those that are empty or comments
 */
record CodeBase(Path root, List<Path> files, long lines) {

    private static final List<String> READ = List.of(".java", ".py", ".js", ".mjs", ".cjs", ".jsx", ".ts", ".tsx");

    /** Copies what is below {@code from} to {@code to}, which must not exist. */
    static CodeBase copy(Path from, Path to) throws IOException {
        List<Path> files = new ArrayList<>();
        long[] lines = {0};
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.getFileName().toString();
                if (attributes.isRegularFile() && READ.stream().anyMatch(name::endsWith)) {
                    Path copy = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    byte[] bytes = Files.readAllBytes(file);
                    Files.write(copy, bytes);
                    files.add(copy);
                    for (byte each : bytes) {
                        lines[0] += each == '\n' ? 1 : 0;
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return new CodeBase(to, files, lines[0]);
    }

    /** Changes one of its files so that the scanner has to read it again; each round another one. */
    void change(int round, int rounds) throws IOException {
        Path file = files.get((int) ((long) files.size() * (2L * round + 1) / (2L * rounds)));
        String comment = file.toString().endsWith(".py") ? "# " : "// ";
        Files.writeString(
                file,
                Files.readString(file, StandardCharsets.ISO_8859_1) + "\n" + comment + "changed\n",
                StandardCharsets.ISO_8859_1);
    }
}
