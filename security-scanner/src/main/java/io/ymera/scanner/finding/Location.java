package io.ymera.scanner.finding;

/**
 * A stretch of a file.
 *
 * @param path from the root of the code base, with {@code /}
 * @param line of its first character, from 1
 * @param column of its first character, from 1, in UTF-16 units
 * @param endLine of its end, not before {@code line}
 * @param endColumn of the first character behind it
 */
public record Location(String path, int line, int column, int endLine, int endColumn) implements Comparable<Location> {

    /** The whole of a line whose length does not matter. */
    public static Location line(String path, int line) {
        return new Location(path, line, 1, line, 1);
    }

    /** In the order in which one reads. */
    @Override
    public int compareTo(Location other) {
        int paths = path.compareTo(other.path);
        if (paths != 0) {
            return paths;
        }
        int lines = Integer.compare(line, other.line);
        return lines != 0 ? lines : Integer.compare(column, other.column);
    }
}
