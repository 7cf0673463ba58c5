package io.ymera.scanner.regex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The position automaton of an expression (Glushkov 1961), which also knows in how many ways one position follows another: in {@code (a+)+} the
 * {@code a} follows itself in two, as another turn of the inner loop and as one of the outer. More than two are counted as two.
 */
final class Positions {

    private static final int MOST = 300;
    /** A repetition with a higher bound is as bad as one without. */
    private static final int MANY = 10;

    private static final int MOST_COPIES = 3;

    private final List<BitSet> labels = new ArrayList<>();
    private final List<Map<Integer, Integer>> follow = new ArrayList<>();
    private final Set<Integer> last = new HashSet<>();

    private Positions() {}

    /** @return empty if there are too many */
    static Optional<Positions> of(Pattern pattern) {
        Positions positions = new Positions();
        try {
            Part all = positions.part(pattern);
            positions.last.addAll(all.last().keySet());
            return Optional.of(positions);
        } catch (TooManyException e) {
            return Optional.empty();
        }
    }

    int count() {
        return labels.size();
    }

    /** What can follow a position, and in how many ways. */
    Map<Integer, Integer> following(int position) {
        return Collections.unmodifiableMap(follow.get(position));
    }

    /** Whether there is a character that is right at both. */
    boolean overlap(int one, int other) {
        return labels.get(one).intersects(labels.get(other));
    }

    /** Whether a match may end there. */
    boolean ends(int position) {
        return last.contains(position);
    }

    /**
     * A part of the expression.
     *
     * @param first where it can begin, and in how many ways
     * @param last where it can end
     * @param empty in how many ways it matches nothing
     */
    private record Part(Map<Integer, Integer> first, Map<Integer, Integer> last, int empty) {
        static final Part NOTHING = new Part(Map.of(), Map.of(), 1);
    }

    private Part part(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Empty it -> Part.NOTHING;
            case Pattern.End it -> position(new BitSet());
            case Pattern.One it -> position(it.characters());
            case Pattern.Sequence it -> sequence(it.parts());
            case Pattern.Choice it -> choice(it.options());
            case Pattern.Repeat it -> repeat(it);
        };
    }

    private Part position(BitSet characters) {
        if (labels.size() >= MOST) {
            throw new TooManyException();
        }
        int position = labels.size();
        labels.add(characters);
        follow.add(new HashMap<>());
        return new Part(Map.of(position, 1), Map.of(position, 1), 0);
    }

    private Part sequence(List<Pattern> parts) {
        Part all = Part.NOTHING;
        for (Pattern each : parts) {
            all = then(all, part(each));
        }
        return all;
    }

    private Part then(Part one, Part other) {
        link(one.last(), other.first());
        return new Part(
                sum(one.first(), other.first(), one.empty()),
                sum(other.last(), one.last(), other.empty()),
                few(one.empty() * other.empty()));
    }

    private Part choice(List<Pattern> options) {
        Part all = new Part(Map.of(), Map.of(), 0);
        for (Pattern each : options) {
            Part option = part(each);
            all = new Part(
                    sum(all.first(), option.first(), 1),
                    sum(all.last(), option.last(), 1),
                    few(all.empty() + option.empty()));
        }
        return all;
    }

    private Part repeat(Pattern.Repeat it) {
        if (it.possessive()) {
            // What is never tried in another way is not ambiguous: something that no other thing is
            Part opaque = position(new BitSet());
            return it.least() == 0 ? optional(opaque) : opaque;
        }
        boolean endless = it.most() == Pattern.Repeat.UNBOUNDED || it.most() >= MANY && it.most() > it.least();
        Part all = Part.NOTHING;
        for (int i = 0; i < Math.min(it.least(), MOST_COPIES) - (endless ? 1 : 0); i++) {
            all = then(all, part(it.body()));
        }
        if (endless) {
            Part body = part(it.body());
            link(body.last(), body.first());
            return then(all, it.least() == 0 ? optional(body) : body);
        }
        for (int i = it.least(); i < Math.min(it.most(), it.least() + MOST_COPIES); i++) {
            all = then(all, optional(part(it.body())));
        }
        return all;
    }

    private static Part optional(Part part) {
        return new Part(part.first(), part.last(), 1);
    }

    private void link(Map<Integer, Integer> from, Map<Integer, Integer> to) {
        from.forEach((one, ways) ->
                to.forEach((other, more) -> follow.get(one).merge(other, few(ways * more), (a, b) -> few(a + b))));
    }

    private static Map<Integer, Integer> sum(Map<Integer, Integer> one, Map<Integer, Integer> other, int times) {
        if (times == 0 || other.isEmpty()) {
            return one;
        }
        Map<Integer, Integer> sum = new HashMap<>(one);
        other.forEach((position, ways) -> sum.merge(position, few(ways * times), (a, b) -> few(a + b)));
        return sum;
    }

    private static int few(int ways) {
        return Math.min(ways, 2);
    }

    /** The expression is too large to be looked into. */
    private static final class TooManyException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
