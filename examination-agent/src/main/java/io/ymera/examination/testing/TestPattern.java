package io.ymera.examination.testing;

/**
 * Names of tests of which parts are not written in the source: {@link #ANY} stands for any text, {@link #DIGIT} for one digit. No
 * regular expression, because both sides come from submitted code, which could make one that takes forever.
 */
public final class TestPattern {

    /** Any text, also none. */
    public static final char ANY = '\u0001';

    /** One of 0 to 9. */
    public static final char DIGIT = '\u0002';

    private TestPattern() {}

    /** Whether there is anything in it that stands for something else. */
    static boolean is(String name) {
        return name.indexOf(ANY) >= 0 || name.indexOf(DIGIT) >= 0;
    }

    /** For people. */
    static String shown(String pattern) {
        return pattern.replace(ANY, '*').replace(DIGIT, '0');
    }

    /** Whether a name is one of the pattern's. In time that grows with the product of both lengths. */
    static boolean matches(String pattern, String name) {
        int at = 0;
        int from = 0;
        int any = -1;
        int retry = 0;
        while (from < name.length()) {
            if (at < pattern.length() && pattern.charAt(at) == ANY) {
                any = at++;
                retry = from;
            } else if (at < pattern.length() && fits(pattern.charAt(at), name.charAt(from))) {
                at++;
                from++;
            } else if (any >= 0) {
                at = any + 1;
                from = ++retry;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == ANY) {
            at++;
        }
        return at == pattern.length();
    }

    private static boolean fits(char wanted, char found) {
        return wanted == found || (wanted == DIGIT && found >= '0' && found <= '9');
    }
}
