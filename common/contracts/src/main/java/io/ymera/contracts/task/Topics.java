package io.ymera.contracts.task;

import java.util.regex.Pattern;

/** The Kafka topics and the share group that carry tasks. */
public final class Topics {

    /** Agents' reports on attempts, keyed by task id; values are {@link TaskEvent}s in JSON. */
    public static final String TASK_EVENTS = "ymera.task-events";

    /** What the manager tells agents at once, to whoever it concerns; records of a minute ago concern nobody. */
    public static final String TASK_CONTROL = "ymera.task-control";

    private static final Pattern TASK_TYPE = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private Topics() {}

    /** The topic of version 1 of a task type; see {@link #assignments(String, int)}. */
    public static String assignments(String taskType) {
        return assignments(taskType, 1);
    }

    /**
     * The topic on which assignments of one version of a task type travel; values are {@link TaskAssignment}s in JSON.
     * Version 1 has the type's plain name, others end in {@code .v2} and so on; a task type holds no dot.
     *
     * <p>The share group of the agents that serve a topic has the topic's name. One group for several topics would not do:
     * Kafka spreads the topics over its members, so that each would be served by some of them only.
     *
     * @throws IllegalArgumentException if {@code taskType} is not a valid task type, or {@code version} is not from 1
     */
    public static String assignments(String taskType, int version) {
        if (version < 1) {
            throw new IllegalArgumentException("version is %d: it counts from 1".formatted(version));
        }
        String topic = "ymera.tasks." + requireTaskType(taskType);
        return version == 1 ? topic : topic + ".v" + version;
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
