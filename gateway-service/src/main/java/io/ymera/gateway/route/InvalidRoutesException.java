package io.ymera.gateway.route;

import java.util.List;

/** The routes can't be used. */
public final class InvalidRoutesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param errors everything that is wrong, each with where it is */
    InvalidRoutesException(List<String> errors) {
        super(String.join("; ", errors));
    }
}
