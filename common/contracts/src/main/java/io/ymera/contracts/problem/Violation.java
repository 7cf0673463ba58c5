package io.ymera.contracts.problem;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with a request's body.
 *
 * @param pointer where: an RFC 6901 JSON pointer into the body, empty for the body as a whole
 * @param message what is wrong and what is allowed, for a person
 */
public record Violation(String pointer, String message) {
    public Violation {
        requireNonNull(pointer, "pointer is required");
        requireNonNull(message, "message is required");
    }
}
