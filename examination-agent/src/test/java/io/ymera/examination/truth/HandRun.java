package io.ymera.examination.truth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a person would do with a library: copy it somewhere, and call its tools there. */
final class HandRun {

    private final Path folder;

    /** Copies {@code library} to {@code folder}, which is empty. */
    HandRun(Library library, Path folder) throws IOException {
        this.folder = folder;
        try (Stream<Path> files = Files.walk(library.folder())) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(library.folder().relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    Path folder() {
        return folder;
    }

    /** Both outputs of a program. */
    String run(String... argv) throws IOException, InterruptedException {
        return run(List.of(argv));
    }

    String run(List<String> argv) throws IOException, InterruptedException {
        Path output = Files.createTempFile("ymera-by-hand", ".log");
        Process process = new ProcessBuilder(argv)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile())
                .start();
        process.waitFor();
        String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        Files.delete(output);
        return text;
    }

    /** All files below some folders that end like this, relative to the copy. */
    List<String> files(String end, String... folders) throws IOException {
        return Arrays.stream(folders)
                .map(folder::resolve)
                .filter(Files::isDirectory)
                .flatMap(HandRun::walk)
                .filter(file -> file.toString().endsWith(end))
                .map(file -> folder.relativize(file).toString())
                .sorted()
                .toList();
    }

    /** The number that the last match of {@code pattern} has in its first group, or 0. */
    static int number(String text, String pattern) {
        List<MatchResult> matches =
                Pattern.compile(pattern).matcher(text).results().toList();
        return matches.isEmpty() ? 0 : Integer.parseInt(matches.getLast().group(1));
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
