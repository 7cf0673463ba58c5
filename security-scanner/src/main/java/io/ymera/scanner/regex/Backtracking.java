package io.ymera.scanner.regex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How long a backtracking matcher may need. It is exponential in the length of the text if there is a loop in which the same text leads back to the
 * same place in two ways, and something behind it can fail (exponential degree of ambiguity: Weber and Seidl 1991; for matchers: Weideman
 * and others, "Analyzing Matching Time Behavior of Backtracking Regular Expression Matchers by Using Ambiguity of NFA", 2016). Polynomial
 * time is not looked for: nearly all expressions that search have it.
 */
public final class Backtracking {

    /** Pairs of positions that are looked at: beyond that nobody knows. */
    private static final int MOST_PAIRS = 20_000;

    private Backtracking() {}

    /**
     * Whether matching may take exponential time. Says no of what is broken, has over 2,000 characters, or is too involved.
     *
     * @param pattern in the syntax of Java, Python or JavaScript, without delimiters
     * @param whole whether it has to match all of the text, and not only some of it
     */
    public static boolean exponential(String pattern, boolean whole) {
        Optional<Pattern> read = PatternReader.read(pattern);
        if (read.isEmpty()) {
            return false;
        }
        Pattern all = whole ? new Pattern.Sequence(List.of(read.get(), new Pattern.End())) : read.get();
        return Positions.of(all).filter(Backtracking::ambiguous).isPresent();
    }

    private static boolean ambiguous(Positions positions) {
        for (Set<Integer> loop : loops(positions)) {
            // Where a match may end, it ends: nothing is tried again
            if (loop.stream().noneMatch(positions::ends) && (twice(positions, loop) || diverging(positions, loop))) {
                return true;
            }
        }
        return false;
    }

    /** Whether one position follows another in two ways. */
    private static boolean twice(Positions positions, Set<Integer> loop) {
        for (int one : loop) {
            for (Map.Entry<Integer, Integer> next : positions.following(one).entrySet()) {
                if (next.getValue() > 1
                        && loop.contains(next.getKey())
                        && positions.overlap(next.getKey(), next.getKey())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Two places that the same text leads to. */
    private record Pair(int one, int other) {}

    /** Whether two ways part at some position and meet there again. */
    private static boolean diverging(Positions positions, Set<Integer> loop) {
        Map<Pair, List<Pair>> back = new HashMap<>();
        Deque<Pair> open = new ArrayDeque<>();
        Set<Pair> seen = new HashSet<>();
        for (int each : loop) {
            Pair same = new Pair(each, each);
            open.add(same);
            seen.add(same);
        }
        while (!open.isEmpty()) {
            Pair pair = open.poll();
            for (int one : positions.following(pair.one()).keySet()) {
                for (int other : positions.following(pair.other()).keySet()) {
                    if (loop.contains(one) && loop.contains(other) && positions.overlap(one, other)) {
                        Pair next = new Pair(one, other);
                        back.computeIfAbsent(next, fresh -> new ArrayList<>()).add(pair);
                        if (seen.add(next)) {
                            open.add(next);
                        }
                    }
                }
            }
            if (seen.size() > MOST_PAIRS) {
                return false;
            }
        }
        // In a loop, all places lead to all others: who comes back together anywhere can come back to where they parted
        Set<Pair> returning = new HashSet<>();
        Deque<Pair> reached = new ArrayDeque<>();
        for (int each : loop) {
            reached.add(new Pair(each, each));
        }
        while (!reached.isEmpty()) {
            for (Pair before : back.getOrDefault(reached.poll(), List.of())) {
                if (before.one() != before.other() && returning.add(before)) {
                    reached.add(before);
                }
            }
        }
        return !returning.isEmpty();
    }

    /** The sets of positions that lead to each other. */
    private static List<Set<Integer>> loops(Positions positions) {
        List<Set<Integer>> reach = new ArrayList<>();
        for (int i = 0; i < positions.count(); i++) {
            reach.add(reachable(positions, i));
        }
        List<Set<Integer>> loops = new ArrayList<>();
        Set<Integer> done = new HashSet<>();
        for (int i = 0; i < positions.count(); i++) {
            if (reach.get(i).contains(i) && !done.contains(i)) {
                Set<Integer> loop = new HashSet<>();
                for (int other : reach.get(i)) {
                    if (reach.get(other).contains(i)) {
                        loop.add(other);
                    }
                }
                done.addAll(loop);
                loops.add(loop);
            }
        }
        return loops;
    }

    private static Set<Integer> reachable(Positions positions, int from) {
        Set<Integer> reached = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(positions.following(from).keySet());
        while (!open.isEmpty()) {
            int each = open.poll();
            if (reached.add(each)) {
                open.addAll(positions.following(each).keySet());
            }
        }
        return reached;
    }
}
