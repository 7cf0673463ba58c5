package io.ymera.contracts.task;

import java.util.regex.Pattern;

/** The Kafka topics and the share group that carry tasks. */
public final class Topics {

    /** Agents' reports on attempts, keyed by task id; values are {@link TaskEvent}s in JSON. */
    public static final String TASK_EVENTS = "ymera.task-events";

    /** The share group that every agent's consumer is a member of. */
    public static final String AGENTS_GROUP = "ymera-agents";

    private static final Pattern TASK_TYPE = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private Topics() {}

    /**
     * The topic on which assignments of one task type travel; values are {@link TaskAssignment}s in JSON.
     *
     * @throws IllegalArgumentException if {@code taskType} is not a valid task type
     */
    public static String assignments(String taskType) {
        return "ymera.tasks." + requireTaskType(taskType);
    }

    /** Whether {@code taskType} is a lower-case snake_case word of at most 64 characters, as every task type is. */
    public static boolean isTaskType(String taskType) {
        return TASK_TYPE.matcher(taskType).matches();
    }

    /**
     * Returns {@code taskType} if it is a lower-case snake_case word of at most 64 characters.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static String requireTaskType(String taskType) {
        if (!isTaskType(taskType)) {
            throw new IllegalArgumentException(
                    "'%s' is not a task type: it must match %s".formatted(taskType, TASK_TYPE));
        }
        return taskType;
    }
}
