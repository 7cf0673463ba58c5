package io.ymera.scanner.secret.history;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A commit, as far as it is needed.
 *
 * @param id in hexadecimal
 * @param tree its root folder's id
 * @param parents the ids of those before
 * @param committed seconds since 1970
 * @param authored when its author wrote it, as in ISO 8601 with the author's offset; empty if it doesn't say
 */
public record Commit(String id, String tree, List<String> parents, long committed, String authored) {

    private static final int MOST_PARENTS = 64;

    /** Copies the list. */
    public Commit {
        parents = List.copyOf(parents);
    }

    /** Reads one; nothing if it is malformed. */
    static Optional<Commit> parse(String id, byte[] bytes) {
        String tree = "";
        List<String> parents = new ArrayList<>();
        long committed = 0;
        String authored = "";
        for (String line : new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            if (line.isEmpty()) {
                break;
            }
            if (line.startsWith("tree ")) {
                tree = line.substring("tree ".length());
            } else if (line.startsWith("parent ") && parents.size() < MOST_PARENTS) {
                parents.add(line.substring("parent ".length()));
            } else if (line.startsWith("author ")) {
                authored = date(line);
            } else if (line.startsWith("committer ")) {
                committed = seconds(line);
            }
        }
        boolean sound = Id.valid(tree) && parents.stream().allMatch(Id::valid);
        return sound ? Optional.of(new Commit(id, tree, parents, committed, authored)) : Optional.empty();
    }

    private static long seconds(String line) {
        String[] words = line.substring(line.lastIndexOf('>') + 1).strip().split(" ", 2);
        try {
            return Long.parseLong(words[0]);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String date(String line) {
        String zone = line.substring(line.lastIndexOf(' ') + 1);
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    Instant.ofEpochSecond(seconds(line)).atOffset(ZoneOffset.of(zone)));
        } catch (DateTimeException e) {
            return "";
        }
    }
}
