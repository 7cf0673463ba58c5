package io.ymera.bench.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A copy of the sources that are scanned, which may be changed.
 *
 * @param files that the scanner reads, in order
 * @param lines of all of them, with those that are empty or comments
 */
record CodeBase(Path root, List<Path> files, long lines) {

    private static final Pattern WORD = Pattern.compile("\\w+");
    /** The beginning of a method of Java that has a modifier. */
    private static final Pattern METHOD =
            Pattern.compile("(?m)^[ \\t]+(?:public|private|protected)[ \\t][^;={}()]+\\([^;={}()]*\\)[^;={}()]*\\{$");

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

    /** A file of medium size; each round another one. */
    Path medium(int round) throws IOException {
        List<Path> bySize = new ArrayList<>(files);
        Map<Path, Long> sizes = new HashMap<>();
        for (Path file : files) {
            sizes.put(file, Files.size(file));
        }
        bySize.sort(Comparator.comparing(file -> sizes.getOrDefault(file, 0L)));
        return bySize.get(Math.min(bySize.size() / 2 + round, bySize.size() - 1));
    }

    /** The file whose name most of the others mention. */
    Path mostUsed() throws IOException {
        Map<String, Integer> mentions = new HashMap<>();
        files.forEach(file -> mentions.put(name(file), 0));
        for (Path file : files) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            WORD.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .forEach(word -> mentions.computeIfPresent(word, (known, count) -> count + 1));
        }
        // A class that is called as a word of the language is, or as one that each program has, is not meant
        return files.stream()
                .filter(file -> name(file).length() > 6)
                .max(Comparator.comparing(file -> mentions.getOrDefault(name(file), 0)))
                .orElseThrow();
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** Changes a file as a programmer does: the body of a method in Java where there is one, else a line at the end. */
    static void change(Path file, int round) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Matcher method = METHOD.matcher(text);
        String changed;
        if (file.toString().endsWith(".java") && method.find()) {
            changed = text.substring(0, method.end()) + " int changed" + round + " = " + round + ";"
                    + text.substring(method.end());
        } else {
            changed = text + "\n" + (file.toString().endsWith(".py") ? "# " : "// ") + "changed " + round + "\n";
        }
        Files.writeString(file, changed, StandardCharsets.ISO_8859_1);
    }
}
