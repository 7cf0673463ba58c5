package io.ymera.scanner.rule;

import java.util.List;

/**
 * What is called, read or written, by all names that it has.
 *
 * @param names full ones: its symbol, or the member's name behind each type of its object and their supertypes
 * @param simpleName what is behind the last dot
 * @param receiverUnknown whether it is a member of something of which nothing is known
 */
public record Callee(List<String> names, String simpleName, boolean receiverUnknown) {

    /** The name to show. */
    public String shown() {
        return names.isEmpty() ? simpleName : names.getFirst();
    }
}
