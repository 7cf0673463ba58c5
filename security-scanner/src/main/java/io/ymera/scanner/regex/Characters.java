package io.ymera.scanner.regex;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Sets of characters: those of ASCII by their codes, and one that stands for all others. */
final class Characters {

    private static final int OTHERS = 128;

    private Characters() {}

    static BitSet of(int character) {
        BitSet one = new BitSet();
        one.set(Math.clamp(character, 0, OTHERS));
        return one;
    }

    /** From one to another, both included. */
    static BitSet range(int from, int to) {
        BitSet all = new BitSet();
        all.set(Math.clamp(from, 0, OTHERS), Math.clamp(to, 0, OTHERS) + 1);
        return all;
    }

    static BitSet not(BitSet characters) {
        BitSet all = range(0, OTHERS);
        all.andNot(characters);
        return all;
    }

    /** What {@code .} matches. */
    static BitSet any() {
        return not(of('\n'));
    }

    /** What a class like {@code \w} matches, by its letter; null if it is the letter itself that is meant. */
    static @Nullable BitSet named(char letter) {
        return switch (letter) {
            case 'd' -> range('0', '9');
            case 'D' -> not(range('0', '9'));
            case 'w' -> word();
            case 'W' -> not(word());
            case 's', 'h', 'v' -> space();
            case 'S', 'H', 'V' -> not(space());
            case 'N' -> any();
            default -> null;
        };
    }

    /** What {@code \p{name}} matches, roughly: a set that is too small finds too little. */
    static BitSet property(String name) {
        return switch (name) {
            case "Digit", "Nd", "IsDigit", "N" -> range('0', '9');
            case "Space", "IsWhite_Space", "Z", "Zs" -> space();
            case "Punct", "P", "IsPunctuation" -> punctuation();
            case "Upper", "Lu", "IsUppercase" -> range('A', 'Z');
            case "Lower", "Ll", "IsLowercase" -> range('a', 'z');
            default -> {
                BitSet letters = range('A', 'Z');
                letters.or(range('a', 'z'));
                letters.set(OTHERS);
                yield letters;
            }
        };
    }

    private static BitSet word() {
        BitSet word = range('0', '9');
        word.or(range('A', 'Z'));
        word.or(range('a', 'z'));
        word.set('_');
        return word;
    }

    private static BitSet space() {
        BitSet space = range('\t', '\r');
        space.set(' ');
        return space;
    }

    private static BitSet punctuation() {
        BitSet signs = range('!', '~');
        signs.andNot(word());
        signs.set('_');
        return signs;
    }
}
