package io.ymera.manager.workflow;

import java.io.Serial;

/** A step's data is not as the definition takes it to be, so the step fails. The message is for the workflow's owner. */
final class DataException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;

    DataException(String code, String message) {
        super(message);
        this.code = code;
    }

    StepFailure failure() {
        return new StepFailure(code, String.valueOf(getMessage()));
    }
}
