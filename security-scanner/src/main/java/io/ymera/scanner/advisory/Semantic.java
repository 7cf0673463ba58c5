package io.ymera.scanner.advisory;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A version as Semantic Versioning 2.0 orders it, for npm, crates and Go. A leading {@code v} and missing numbers are forgiven; what is behind a
 * plus sign does not count. Go's pseudo-versions are pre-releases with a time in them, so this orders them too.
 *
 * @param numbers three
 * @param pre the parts of the pre-release; empty for a release
 */
record Semantic(List<BigInteger> numbers, List<String> pre) implements Comparable<Semantic> {

    static Optional<Semantic> of(String text) {
        String plain = text.strip();
        if (plain.startsWith("v") || plain.startsWith("=") || plain.startsWith("V")) {
            plain = plain.substring(1);
        }
        int plus = plain.indexOf('+');
        plain = plus < 0 ? plain : plain.substring(0, plus);
        int hyphen = plain.indexOf('-');
        String core = hyphen < 0 ? plain : plain.substring(0, hyphen);
        List<BigInteger> numbers = new ArrayList<>();
        for (String part : core.split("\\.", -1)) {
            if (!digits(part)) {
                return Optional.empty();
            }
            numbers.add(new BigInteger(part));
        }
        if (numbers.size() > 3) {
            return Optional.empty();
        }
        while (numbers.size() < 3) {
            numbers.add(BigInteger.ZERO);
        }
        List<String> pre =
                hyphen < 0 ? List.of() : List.of(plain.substring(hyphen + 1).split("\\.", -1));
        return pre.contains("") ? Optional.empty() : Optional.of(new Semantic(numbers, pre));
    }

    private static boolean digits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public int compareTo(Semantic other) {
        for (int i = 0; i < 3; i++) {
            int by = numbers.get(i).compareTo(other.numbers.get(i));
            if (by != 0) {
                return by;
            }
        }
        if (pre.isEmpty() || other.pre.isEmpty()) {
            return Boolean.compare(pre.isEmpty(), other.pre.isEmpty());
        }
        for (int i = 0; i < Math.min(pre.size(), other.pre.size()); i++) {
            String mine = pre.get(i);
            String theirs = other.pre.get(i);
            boolean number = digits(mine);
            // Numbers come before words
            int by = number != digits(theirs)
                    ? (number ? -1 : 1)
                    : number ? new BigInteger(mine).compareTo(new BigInteger(theirs)) : mine.compareTo(theirs);
            if (by != 0) {
                return by;
            }
        }
        return Integer.compare(pre.size(), other.pre.size());
    }
}
