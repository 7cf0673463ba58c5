package io.ymera.auth.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * The 30,000 most common passwords, as Dropbox counted them for zxcvbn in leaked lists. Only few of them are long enough to
 * be refused for this alone; most are here for what people make of them, such as {@code Password2026!}. Some 3 MiB.
 */
@Singleton
final class CommonPasswords {

    /** Digits after digits that make nothing new. */
    private static final int FEW = 4;

    private final Set<String> all;
    private final int longest;

    CommonPasswords() {
        try {
            this.all = Set.copyOf(StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of common passwords is a part of zxcvbn", e);
        }
        this.longest = all.stream().mapToInt(String::length).max().orElseThrow();
    }

    Set<String> all() {
        return all;
    }

    /**
     * Whether {@code text}, in lower case, is one of them, read as leet or not, with or without the digits, punctuation and
     * spaces around it.
     */
    boolean isOneOrDecorated(String text) {
        int coreEnd = endOfCore(text);
        int coreBegin = beginningOfCore(text);
        if (coreEnd == 0) {
            // No letters: all but the last few are what is decorated
            coreEnd = Math.max(0, text.length() - FEW);
        }
        for (int begin = 0; begin <= coreBegin; begin++) {
            int last = Math.min(text.length(), begin + longest);
            for (int end = coreEnd; end <= last; end++) {
                if (isOne(text.substring(begin, end))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@code text} without the digits, punctuation and spaces around it. */
    static String core(String text) {
        return text.substring(beginningOfCore(text), endOfCore(text));
    }

    private static int endOfCore(String text) {
        int end = text.length();
        while (end > 0 && isDecoration(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** Never after {@link #endOfCore}. */
    private static int beginningOfCore(String text) {
        int end = endOfCore(text);
        int begin = 0;
        while (begin < end && isDecoration(text.charAt(begin))) {
            begin++;
        }
        return begin;
    }

    private boolean isOne(String text) {
        return Leet.readings(text).stream().anyMatch(all::contains);
    }

    private static boolean isDecoration(char c) {
        return !Character.isLetter(c) && !Character.isSurrogate(c);
    }
}
