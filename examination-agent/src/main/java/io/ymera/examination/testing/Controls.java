package io.ymera.examination.testing;

import io.ymera.codebase.Language;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tests that a runner adds and whose outcome is known: three must fail, by a plain assertion, by the framework's own and by an
 * exception; the fourth does nothing. A framework in which one of the three passes, or is not heard of, tells nothing about others.
 *
 * <p>A hook of an honest project may skip what it does not know, or fail on it: that is noted, it makes no outcome better. Not
 * thread-safe.
 */
final class Controls {

    private static final int MUST_FAIL = 3;
    private static final List<List<String>> WORDS = List.of(
            List.of("keeps", "returns", "accepts", "rejects", "handles", "finds", "reads", "writes", "counts", "joins"),
            List.of("empty", "long", "short", "first", "last", "single", "nested", "missing", "sorted", "plain"),
            List.of("input", "value", "item", "name", "entry", "list", "text", "line", "result", "number"),
            List.of("once", "twice", "again", "alone", "always", "early", "late", "fast", "whole", "unchanged"));

    private final List<String> names;
    private final Map<String, Outcome> wrong = new HashMap<>();
    private final Map<String, Outcome> seen = new HashMap<>();

    private Controls(List<String> names) {
        this.names = names;
    }

    /** New ones, with names as tests of the language have them. */
    static Controls create(SecureRandom random, Language language) {
        List<String> names = new ArrayList<>();
        while (names.size() <= MUST_FAIL) {
            List<String> words = new ArrayList<>(WORDS.stream()
                    .map(choice -> choice.get(random.nextInt(choice.size())))
                    .toList());
            String name;
            if (language == Language.PYTHON) {
                name = "test_" + String.join("_", words);
            } else {
                words.replaceAll(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1));
                String joined = String.join("", words);
                name = Character.toLowerCase(joined.charAt(0)) + joined.substring(1);
            }
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return new Controls(List.copyOf(names));
    }

    /** For the job. */
    List<String> names() {
        return names;
    }

    void ended(String name, Outcome outcome) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("There is no control " + name);
        }
        seen.put(name, outcome);
        boolean tolerable = outcome.bad() || outcome == Outcome.SKIPPED;
        if (index < MUST_FAIL && !tolerable) {
            wrong.put(name, outcome);
        }
    }

    /** Which one passed that must not; empty if none did. */
    String wrong() {
        return wrong.isEmpty()
                ? ""
                : "A test that the runner added and that must fail was reported as "
                        + wrong.values().stream().sorted().findFirst().orElseThrow();
    }

    /** As {@link #wrong}, or which one was never heard of. */
    String complaint() {
        long missing = names.stream().filter(name -> !seen.containsKey(name)).count();
        return !wrong.isEmpty() || missing == 0
                ? wrong()
                : "Of " + names.size() + " tests that the runner added and whose outcome is known, " + missing
                        + " were not reported";
    }

    List<String> notes() {
        Outcome harmless = seen.get(names.getLast());
        boolean skipped = seen.containsValue(Outcome.SKIPPED);
        return skipped || (harmless != null && harmless != Outcome.PASSED)
                ? List.of(
                        "A hook of the project skips or fails tests that it does not know: a test that the runner added and"
                                + " that does nothing was reported as "
                                + (harmless == null ? Outcome.SKIPPED : harmless))
                : List.of();
    }
}
