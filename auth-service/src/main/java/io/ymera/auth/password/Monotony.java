package io.ymera.auth.password;

import java.util.List;
import java.util.function.Predicate;

/** Passwords that are long only by saying the same again, or by counting on. */
final class Monotony {

    private static final int SHORT_UNIT = 5;
    private static final List<String> ROWS = List.of("1234567890", "qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm");

    private Monotony() {}

    /** Whether {@code text} is something short over and over, or something that {@code isCommon}. */
    static boolean isRepetition(String text, Predicate<String> isCommon) {
        int[] characters = text.codePoints().toArray();
        for (int period = 1; period <= characters.length / 2; period++) {
            if (hasPeriod(characters, period)) {
                return period <= SHORT_UNIT || isCommon.test(new String(characters, 0, period));
            }
        }
        return false;
    }

    private static boolean hasPeriod(int[] characters, int period) {
        for (int i = period; i < characters.length; i++) {
            if (characters[i] != characters[i - period]) {
                return false;
            }
        }
        return true;
    }

    /** Whether three of four characters of {@code text}, in lower case, follow from the one before. */
    static boolean isSequence(String text) {
        int[] characters = text.codePoints().toArray();
        int steps = characters.length - 1;
        int expected = 0;
        for (int i = 1; i <= steps; i++) {
            expected += follows(characters[i - 1], characters[i]) ? 1 : 0;
        }
        return expected * 4 >= steps * 3;
    }

    /** In the alphabet or in a row of the keyboard, forwards or backwards, or the same again. */
    private static boolean follows(int before, int after) {
        return Math.abs(after - before) <= 1
                || ROWS.stream().anyMatch(row -> {
                    int position = row.indexOf(before);
                    int next = row.indexOf(after);
                    return position >= 0 && next >= 0 && Math.abs(next - position) == 1;
                });
    }
}
