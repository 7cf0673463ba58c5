package io.ymera.codebase.lab;

/** Makes text from inside the sandbox fit to be stored and sent on. */
public final class Texts {

    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /** Replaces NUL, which PostgreSQL can't store, and lone surrogates, which UTF-8 can't write. */
    public static String clean(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(i, REPLACEMENT);
            }
        }
        return clean == null ? text : clean.toString();
    }

    /** The beginning of a text, clean and at most {@code max} characters long, plus a note of what was left out. */
    public static String bounded(String text, int max) {
        if (text.length() <= max) {
            return clean(text);
        }
        return clean(text.substring(0, max)) + "\n... " + (text.length() - max) + " characters left out";
    }
}
