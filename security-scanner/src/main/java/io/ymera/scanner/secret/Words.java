package io.ymera.scanner.secret;

import java.util.List;
import java.util.Set;

/** Long lists of words, written as text. */
final class Words {

    private Words() {}

    /** What stands between blanks, in its order. */
    static List<String> list(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    /** What stands between blanks. */
    static Set<String> set(String text) {
        return Set.copyOf(list(text));
    }
}
