package io.ymera.scanner.secret;

import java.util.Arrays;

/** Where the lines of a text begin. Immutable. */
final class Lines {

    private final int[] starts;

    /** A line and a column, both from 1. */
    record Position(int line, int column) {}

    Lines(String text) {
        int[] found = new int[64];
        int count = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
            found[count++] = i + 1;
        }
        starts = Arrays.copyOf(found, count);
    }

    Position at(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, offset - starts[line] + 1);
    }
}
