package io.ymera.agent;

import io.ymera.contracts.task.TaskFailure;

/** Thrown by a handler whose task can't be done. */
public final class TaskFailedException extends Exception {

    private static final long serialVersionUID = 1;

    /** Longer messages are cut: nobody reads them, and a report has to fit into a record. */
    private static final int LONGEST_MESSAGE = 10_000;

    private final transient TaskFailure failure;

    private TaskFailedException(String code, String message, boolean retryable) {
        super(message);
        String cut = message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + " …";
        this.failure = new TaskFailure(code, cut, retryable);
    }

    /** Another attempt would fail in the same way, for example because the input is wrong. */
    public static TaskFailedException permanent(String code, String message) {
        return new TaskFailedException(code, message, false);
    }

    /** Another attempt may succeed, for example because something was out of reach for a moment. */
    public static TaskFailedException retryable(String code, String message) {
        return new TaskFailedException(code, message, true);
    }

    /** What is reported to the manager. */
    public TaskFailure failure() {
        return failure;
    }
}
