package io.ymera.scanner.secret;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds many words in one pass, whatever their number (Aho and Corasick, 1975). Case does not matter; words are of ASCII. Immutable.
 */
final class Keywords {

    private static final int SYMBOLS = 128;
    private static final int NONE = 0;

    /** Of each state, the next for each symbol. */
    private final int[][] next;
    /** Of each state, the words that end there, by number. */
    private final int[][] found;

    /** Told of each word in a text. */
    interface Visitor {
        /**
         * A word was found.
         *
         * @param word its number
         * @param start where it begins
         */
        void found(int word, int start);
    }

    private final int[] lengths;

    Keywords(List<String> words) {
        List<int[]> edges = new ArrayList<>();
        List<List<Integer>> ends = new ArrayList<>();
        lengths = words.stream().mapToInt(String::length).toArray();
        edges.add(new int[SYMBOLS]);
        ends.add(new ArrayList<>());
        for (int w = 0; w < words.size(); w++) {
            int state = 0;
            for (char c : words.get(w).toCharArray()) {
                int[] from = edges.get(state);
                if (from[c] == NONE) {
                    from[c] = edges.size();
                    edges.add(new int[SYMBOLS]);
                    ends.add(new ArrayList<>());
                }
                state = from[c];
            }
            ends.get(state).add(w);
        }
        link(edges, ends);
        next = edges.toArray(int[][]::new);
        found = ends.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** Makes a machine of the tree: where no edge leads on, that of the longest suffix that is a beginning of some word. */
    private static void link(List<int[]> edges, List<List<Integer>> ends) {
        int[] suffix = new int[edges.size()];
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        Arrays.stream(edges.getFirst()).filter(state -> state != NONE).forEach(queue::add);
        while (!queue.isEmpty()) {
            int state = queue.remove();
            ends.get(state).addAll(ends.get(suffix[state]));
            int[] own = edges.get(state);
            int[] others = edges.get(suffix[state]);
            for (int c = 0; c < SYMBOLS; c++) {
                if (own[c] == NONE) {
                    own[c] = others[c];
                } else {
                    suffix[own[c]] = others[c];
                    queue.add(own[c]);
                }
            }
        }
    }

    /** Tells of all words in {@code text}, also of those that overlap, in the order of their ends. */
    void find(String text, Visitor visitor) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= SYMBOLS) {
                state = 0;
                continue;
            }
            state = next[state][c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c];
            for (int word : found[state]) {
                visitor.found(word, i + 1 - lengths[word]);
            }
        }
    }
}
