package io.ymera.scanner.incremental;

import java.util.List;
import java.util.Set;

/**
 * What the functions of a file mention: by it one knows, without the functions, which of them may be worth a look.
 *
 * @param functions in the order in which they are found in the file
 */
public record Mentions(List<Function> functions) {

    /** Copies the list. */
    public Mentions {
        functions = List.copyOf(functions);
    }

    /**
     * One function.
     *
     * @param names by which it may be called
     * @param mentioned the names that it mentions, those of functions that it may call among them
     * @param source whether data may come in here
     * @param check whether something may be wrong here whatever the data
     * @param small whether it is no trouble to look
     */
    public record Function(Set<String> names, Set<String> mentioned, boolean source, boolean check, boolean small) {}
}
