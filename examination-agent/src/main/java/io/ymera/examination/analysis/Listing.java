package io.ymera.examination.analysis;

import java.util.List;
import java.util.stream.Collectors;

/** Names things in a sentence, a few of them. */
final class Listing {

    private static final int NAMED = 10;

    private Listing() {}

    /** For example {@code a.py, b.py and 3 more}. */
    static String of(List<String> names) {
        String named = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() <= NAMED ? named : named + " and " + (names.size() - NAMED) + " more";
    }

    /** For example {@code 1 file} or {@code 3 files}. */
    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
