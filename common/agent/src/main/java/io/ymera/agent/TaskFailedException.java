package io.ymera.agent;

import io.ymera.contracts.task.TaskFailure;

/** Thrown by a handler whose task can't be done. */
public final class TaskFailedException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient TaskFailure failure;

    private TaskFailedException(TaskFailure failure) {
        super(failure.message());
        this.failure = failure;
    }

    /** Another attempt would fail in the same way, for example because the input is wrong. */
    public static TaskFailedException permanent(String code, String message) {
        return new TaskFailedException(new TaskFailure(code, message, false));
    }

    /** Another attempt may succeed, for example because something was out of reach for a moment. */
    public static TaskFailedException retryable(String code, String message) {
        return new TaskFailedException(new TaskFailure(code, message, true));
    }

    /** What is reported to the manager. */
    public TaskFailure failure() {
        return failure;
    }
}
