package io.ymera.auth.password;

import java.util.List;

/** Undoes the letters written as digits and signs: {@code p@55w0rd}. */
final class Leet {

    private static final String SIGNS = "0134578@$!";
    private static final String LETTERS_WITH_I = "oieastbasi";
    private static final String LETTERS_WITH_L = "oleastbasi";

    private Leet() {}

    /** {@code text} as it is and in the two ways to read it: 1 may stand for i or for l. */
    static List<String> readings(String text) {
        return List.of(text, read(text, LETTERS_WITH_I), read(text, LETTERS_WITH_L));
    }

    private static String read(String text, String letters) {
        StringBuilder read = new StringBuilder(text);
        for (int i = 0; i < read.length(); i++) {
            int sign = SIGNS.indexOf(read.charAt(i));
            if (sign >= 0) {
                read.setCharAt(i, letters.charAt(sign));
            }
        }
        return read.toString();
    }
}
