package io.ymera.scanner.regex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the syntax that Java, Python and JavaScript have in common, and most of what they have for themselves. */
final class PatternReader {

    private static final int DEEPEST = 50;
    private static final int LONGEST = 2_000;

    private final String text;
    private int at;
    private int depth;

    private PatternReader(String text) {
        this.text = text;
    }

    /** The expression; empty if it is broken, too long or too deeply nested. */
    static Optional<Pattern> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            PatternReader reader = new PatternReader(text);
            Pattern pattern = reader.choice();
            return reader.at == text.length() ? Optional.of(pattern) : Optional.empty();
        } catch (BrokenPatternException e) {
            return Optional.empty();
        }
    }

    private Pattern choice() {
        if (++depth > DEEPEST) {
            throw new BrokenPatternException();
        }
        List<Pattern> options = new ArrayList<>(List.of(sequence()));
        while (take('|')) {
            options.add(sequence());
        }
        depth--;
        return options.size() == 1 ? options.getFirst() : new Pattern.Choice(options);
    }

    private Pattern sequence() {
        List<Pattern> parts = new ArrayList<>();
        while (at < text.length() && peek() != '|' && peek() != ')') {
            parts.add(repeated(one()));
        }
        return parts.size() == 1 ? parts.getFirst() : new Pattern.Sequence(parts);
    }

    private Pattern repeated(Pattern one) {
        Pattern pattern = one;
        while (at < text.length()) {
            int start = at;
            int least;
            int most;
            if (take('*')) {
                least = 0;
                most = Pattern.Repeat.UNBOUNDED;
            } else if (take('+')) {
                least = 1;
                most = Pattern.Repeat.UNBOUNDED;
            } else if (take('?')) {
                least = 0;
                most = 1;
            } else if (take('{')) {
                int end = text.indexOf('}', at);
                String bounds = end < 0 ? "" : text.substring(at, end);
                if (!bounds.matches("\\d{0,5}(,\\d{0,5})?") || bounds.isEmpty() || bounds.equals(",")) {
                    at = start + 1;
                    return new Pattern.Sequence(List.of(pattern, new Pattern.One(Characters.of('{'))));
                }
                at = end + 1;
                String[] both = bounds.split(",", -1);
                least = both[0].isEmpty() ? 0 : Integer.parseInt(both[0]);
                most = both.length == 1
                        ? least
                        : both[1].isEmpty() ? Pattern.Repeat.UNBOUNDED : Integer.parseInt(both[1]);
            } else {
                return pattern;
            }
            boolean possessive = take('+');
            if (!possessive) {
                take('?');
            }
            pattern = new Pattern.Repeat(pattern, least, most, possessive);
        }
        return pattern;
    }

    private Pattern one() {
        char next = next();
        return switch (next) {
            case '(' -> group();
            case '[' -> new Pattern.One(set());
            case '.' -> new Pattern.One(Characters.any());
            case '^' -> new Pattern.Empty();
            case '$' -> new Pattern.End();
            case '\\' -> escaped();
            default -> new Pattern.One(Characters.of(next));
        };
    }

    private Pattern group() {
        boolean around = false;
        boolean possessive = false;
        if (take('?')) {
            if (take('#')) {
                int end = text.indexOf(')', at);
                at = end < 0 ? text.length() : end + 1;
                return new Pattern.Empty();
            }
            if (take('P')) {
                if (take('=')) {
                    skipTo(')');
                    return new Pattern.One(Characters.any());
                }
                if (!take('<')) {
                    throw new BrokenPatternException();
                }
                skipTo('>');
            } else if (take('<')) {
                around = take('=') || take('!');
                if (!around) {
                    skipTo('>');
                }
            } else if (take('=') || take('!')) {
                around = true;
            } else if (take('>')) {
                possessive = true;
            } else if (!take(':') && !flags()) {
                return new Pattern.Empty();
            }
        }
        Pattern inner = choice();
        if (!take(')')) {
            throw new BrokenPatternException();
        }
        return around ? new Pattern.Empty() : possessive ? new Pattern.Repeat(inner, 1, 1, true) : inner;
    }

    /** Reads {@code i-m:} or {@code i)}; whether a group follows. */
    private boolean flags() {
        while (at < text.length() && (Character.isLetter(peek()) || peek() == '-')) {
            at++;
        }
        if (take(':')) {
            return true;
        }
        if (take(')')) {
            return false;
        }
        throw new BrokenPatternException();
    }

    private Pattern escaped() {
        char letter = next();
        return switch (letter) {
            case 'b', 'B', 'A', 'G' -> new Pattern.Empty();
            case 'Z', 'z' -> new Pattern.End();
            case 'Q' -> quoted();
            case 'k' -> {
                skipTo('>');
                yield new Pattern.One(Characters.any());
            }
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> new Pattern.One(Characters.any());
            default -> new Pattern.One(escape(letter));
        };
    }

    private Pattern quoted() {
        int end = text.indexOf("\\E", at);
        String words = text.substring(at, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + 2;
        return new Pattern.Sequence(words.chars()
                .<Pattern>mapToObj(each -> new Pattern.One(Characters.of(each)))
                .toList());
    }

    /** What is behind a backslash, in a set or out of one. */
    private BitSet escape(char letter) {
        BitSet named = Characters.named(letter);
        if (named != null) {
            return named;
        }
        return switch (letter) {
            case 'p' -> Characters.property(property());
            case 'P' -> Characters.not(Characters.property(property()));
            case 'n' -> Characters.of('\n');
            case 't' -> Characters.of('\t');
            case 'r' -> Characters.of('\r');
            case 'f' -> Characters.of('\f');
            case '0', 'a', 'e' -> Characters.of(0);
            case 'x' -> Characters.of(code(2));
            case 'u' -> Characters.of(code(4));
            default -> Characters.of(letter);
        };
    }

    private int code(int digits) {
        if (take('{')) {
            int start = at;
            skipTo('}');
            return hexadecimal(text.substring(start, at - 1));
        }
        int end = Math.min(text.length(), at + digits);
        int code = hexadecimal(text.substring(at, end));
        at = end;
        return code;
    }

    private static int hexadecimal(String digits) {
        if (!digits.matches("[0-9a-fA-F]{1,6}")) {
            throw new BrokenPatternException();
        }
        return Integer.parseInt(digits, 16);
    }

    private String property() {
        if (!take('{')) {
            return String.valueOf(next());
        }
        int start = at;
        skipTo('}');
        return text.substring(start, at - 1);
    }

    private BitSet set() {
        boolean negated = take('^');
        BitSet all = new BitSet();
        boolean first = true;
        while (first || at >= text.length() || peek() != ']') {
            first = false;
            char next = next();
            if (next == '[' && take(':')) {
                int start = at;
                skipTo(':');
                all.or(Characters.property(capital(text.substring(start, at - 1))));
                skipTo(']');
                continue;
            }
            @Nullable BitSet several = next == '\\' ? escape(next()) : null;
            if (several != null && several.cardinality() != 1) {
                all.or(several);
                continue;
            }
            int from = several == null ? next : several.nextSetBit(0);
            boolean range = at + 1 < text.length() && peek() == '-' && text.charAt(at + 1) != ']';
            if (!range) {
                all.or(Characters.of(from));
                continue;
            }
            at++;
            char last = next();
            BitSet to = last == '\\' ? escape(next()) : Characters.of(last);
            all.or(Characters.range(from, Math.max(from, to.length() - 1)));
        }
        at++;
        return negated ? Characters.not(all) : all;
    }

    private static String capital(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private void skipTo(char end) {
        int found = text.indexOf(end, at);
        if (found < 0) {
            throw new BrokenPatternException();
        }
        at = found + 1;
    }

    private char peek() {
        return text.charAt(at);
    }

    private char next() {
        if (at >= text.length()) {
            throw new BrokenPatternException();
        }
        return text.charAt(at++);
    }

    private boolean take(char wanted) {
        boolean there = at < text.length() && peek() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    /** Something that no matcher would take. */
    private static final class BrokenPatternException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
