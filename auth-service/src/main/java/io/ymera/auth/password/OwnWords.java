package io.ymera.auth.password;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that somebody who knows a user tries first: the user's names and addresses, and the name of the product. */
final class OwnWords {

    private static final String PRODUCT = "ymera";
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Shorter ones are in too many other words. */
    private static final int SHORTEST = 3;

    /** What is less than this adds nothing. */
    private static final int LEAST_LEFT = 6;

    private final List<String> words;

    OwnWords(List<String> given) {
        this.words = Stream.concat(Stream.of(PRODUCT), given.stream())
                .map(word -> OpaqueString.of(word).toLowerCase(Locale.ROOT))
                .flatMap(word -> Stream.concat(Stream.of(word), Stream.of(NEITHER_LETTER_NOR_DIGIT.split(word))))
                .map(OwnWords::bare)
                .filter(word -> word.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Whether {@code text}, in lower case, is made of these words and hardly more, or of these and something common. */
    boolean makeUp(String text, Predicate<String> isCommon) {
        List<String> readings = Leet.readings(text);
        for (int reading = 0; reading < readings.size(); reading++) {
            String bare = bare(readings.get(reading));
            String left = without(bare, reading);
            if (!left.equals(bare) && (left.length() < LEAST_LEFT || isCommon.test(left))) {
                return true;
            }
        }
        return false;
    }

    private String without(String text, int reading) {
        String left = text;
        for (String word : words) {
            left = left.replace(Leet.readings(word).get(reading), "");
        }
        return left;
    }

    private static String bare(String text) {
        return NEITHER_LETTER_NOR_DIGIT.matcher(text).replaceAll("");
    }
}
