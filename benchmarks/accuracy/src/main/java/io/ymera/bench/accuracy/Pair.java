package io.ymera.bench.accuracy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

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

    /**
     * Whether nobody may look at what the scanner makes of this one. Half of the pairs are for mending the scanner, by names and details;
     * of the other half only sums are told, so that these say how well the mending serves code that nobody had in mind. A pair is in the
     * one half or the other by its name's CRC-32, and stays there.
     */
    boolean heldBack() {
        CRC32 sum = new CRC32();
        sum.update(name.replace(File.separatorChar, '/').getBytes(StandardCharsets.UTF_8));
        return sum.getValue() % 2 == 1;
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
