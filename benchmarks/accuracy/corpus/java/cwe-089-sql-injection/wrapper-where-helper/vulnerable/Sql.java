package net.library.db;

import java.util.Set;

final class Sql {
    private static final Set<String> COLUMNS = Set.of("title", "author", "published");

    private Sql() {}

    static String orderBy(String column) {
        return " ORDER BY " + column;
    }

    static String known(String column) {
        if (!COLUMNS.contains(column)) {
            throw new IllegalArgumentException("No such column");
        }
        return column;
    }
}
