package io.ymera.scanner.secret;

import java.util.Random;

/**
 * Makes texts that match a pattern, so that no secret has to stand in the repository, where other scanners would find it. Knows as much of
 * RE2's syntax as the detectors use.
 */
final class Sample {

    private final String pattern;
    private final Random random;
    private int at;
    private String secret = "";

    private Sample(String pattern, long seed) {
        this.pattern = pattern.replace("(?i)", "");
        this.random = new Random(seed);
    }

    /**
     * A text and the secret in it.
     *
     * @param text all that the pattern asks for
     * @param secret what its group {@code secret} matches
     */
    record Text(String text, String secret) {}

    static Text of(Detector detector, long seed) {
        Sample sample = new Sample(detector.pattern().pattern(), seed);
        String text = sample.alternatives();
        return new Text(text, sample.secret);
    }

    /** One of the alternatives; the others are read, and thrown away. */
    private String alternatives() {
        String chosen = sequence();
        int count = 1;
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            String before = secret;
            String other = sequence();
            count++;
            if (random.nextInt(count) == 0) {
                chosen = other;
            } else {
                secret = before.isEmpty() ? secret : before;
            }
        }
        return chosen;
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            int start = at;
            String piece = atom();
            int end = at;
            int[] times = times();
            int count = times[0];
            int behind = at;
            for (int i = 0; i < count; i++) {
                at = start;
                text.append(i == 0 ? piece : atom());
                at = end;
            }
            at = behind;
        }
        return text.toString();
    }

    private int[] times() {
        char c = at < pattern.length() ? pattern.charAt(at) : ' ';
        int count = 1;
        if (c == '?') {
            at++;
            count = 0;
        } else if (c == '{') {
            int end = pattern.indexOf('}', at);
            String[] numbers = pattern.substring(at + 1, end).split(",", -1);
            int least = Integer.parseInt(numbers[0]);
            at = end + 1;
            count = least;
        }
        if (at < pattern.length() && pattern.charAt(at) == '?' && (c == '{' || c == '?')) {
            at++;
        }
        return new int[] {count};
    }

    private String atom() {
        char c = pattern.charAt(at++);
        if (c == '(') {
            boolean named = pattern.startsWith("?P<secret>", at);
            at += named ? "?P<secret>".length() : pattern.startsWith("?:", at) ? 2 : 0;
            String inner = alternatives();
            at++;
            secret = named ? inner : secret;
            return inner;
        }
        if (c == '[') {
            return set();
        }
        if (c == '.') {
            return "x";
        }
        if (c == '\\') {
            char escaped = pattern.charAt(at++);
            return escaped == 'b' ? "" : escaped == 's' ? " " : escaped == 'd' ? digit() : String.valueOf(escaped);
        }
        return String.valueOf(c);
    }

    private String digit() {
        return String.valueOf((char) ('0' + random.nextInt(10)));
    }

    private String set() {
        int end = at + 1;
        while (pattern.charAt(end) != ']') {
            end += pattern.charAt(end) == '\\' ? 2 : 1;
        }
        String inner = pattern.substring(at, end);
        at = end + 1;
        if (inner.startsWith("^")) {
            return "Gk4!wz".substring(random.nextInt(6)).substring(0, 1);
        }
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < inner.length(); i++) {
            if (inner.startsWith("\\s", i)) {
                i++;
                all.append(' ');
                continue;
            }
            if (inner.charAt(i) == '\\') {
                i++;
            } else if (i + 2 < inner.length() && inner.charAt(i + 1) == '-') {
                for (char c = inner.charAt(i); c <= inner.charAt(i + 2); c++) {
                    all.append(c);
                }
                i += 2;
                continue;
            }
            all.append(inner.charAt(i));
        }
        String letters = all.toString().replaceAll("[^A-Za-z0-9]", "");
        String from = letters.isEmpty() ? all.toString() : letters;
        return String.valueOf(from.charAt(random.nextInt(from.length())));
    }
}
