package io.ymera.bench.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A vulnerable code base and its safe twin, which differ in little else.
 *
 * @param language as in {@code java}
 * @param cwe the weakness of the vulnerable one
 * @param variant what is hard about it, as in {@code loop}
 * @param name all of the path below the corpus
 */
record Pair(String language, int cwe, String variant, String name, Path vulnerable, Path safe) {

    private static final Pattern WEAKNESS = Pattern.compile("cwe-(\\d+)-.+");
    private static final Pattern VARIANT = Pattern.compile("([a-z]+)-.+");

    /**
     * All of a corpus, in the order of their names.
     *
     * @throws IOException if a folder is not laid out as {@code language/cwe-NNN-slug/variant-slug/{vulnerable,safe}}
     */
    static List<Pair> in(Path corpus) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (Path language : folders(corpus)) {
            for (Path weakness : folders(language)) {
                int cwe = Integer.parseInt(part(WEAKNESS, weakness));
                for (Path pair : folders(weakness)) {
                    Path vulnerable = pair.resolve("vulnerable");
                    Path safe = pair.resolve("safe");
                    if (!Files.isDirectory(vulnerable) || !Files.isDirectory(safe)) {
                        throw new IOException(pair + " has no folders 'vulnerable' and 'safe'");
                    }
                    String name = corpus.relativize(pair).toString();
                    pairs.add(new Pair(
                            language.getFileName().toString(), cwe, part(VARIANT, pair), name, vulnerable, safe));
                }
            }
        }
        return pairs;
    }

    private static String part(Pattern pattern, Path folder) throws IOException {
        Matcher matcher = pattern.matcher(folder.getFileName().toString());
        if (!matcher.matches()) {
            throw new IOException(folder + " should be named as " + pattern);
        }
        return matcher.group(1);
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }
}
