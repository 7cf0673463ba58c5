package io.ymera.scanner.ir;

import io.ymera.scanner.finding.Location;

/**
 * Where something stands in its file: lines and columns from 1, columns in UTF-16 units, the end exclusive.
 *
 * @param line of the first character
 * @param column of the first character
 * @param endLine of the end
 * @param endColumn of the first character behind it
 */
public record Span(int line, int column, int endLine, int endColumn) {

    /** The same in a file. */
    public Location in(String path) {
        return new Location(path, line, column, endLine, endColumn);
    }
}
