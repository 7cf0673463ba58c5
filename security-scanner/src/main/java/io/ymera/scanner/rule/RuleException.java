package io.ymera.scanner.rule;

/** A rule or model that can't be read. The message names the file, the place and what is expected there. */
public final class RuleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RuleException(String message) {
        super(message);
    }
}
