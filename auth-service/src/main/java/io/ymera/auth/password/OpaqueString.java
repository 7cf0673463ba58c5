package io.ymera.auth.password;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * RFC 8265's OpaqueString: makes the same password of what different keyboards send for it. Spaces of every kind become
 * U+0020, and letters with accents take their composed form (NFC). Case and everything else stays.
 */
final class OpaqueString {

    private static final Pattern SPACE = Pattern.compile("\\p{Zs}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}]");
    private static final Pattern HALF_CHARACTER = Pattern.compile("\\p{Cs}");

    private OpaqueString() {}

    static String of(String typed) {
        return Normalizer.normalize(SPACE.matcher(typed).replaceAll(" "), Normalizer.Form.NFC);
    }

    static boolean hasControlCharacters(String text) {
        return CONTROL.matcher(text).find();
    }

    /** Whether {@code text} has no UTF-8, in which unpaired surrogates would all be the same question mark. */
    static boolean isBroken(String text) {
        return HALF_CHARACTER.matcher(text).find();
    }
}
