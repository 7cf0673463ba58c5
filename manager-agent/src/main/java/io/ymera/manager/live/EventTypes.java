package io.ymera.manager.live;

/** The kinds of things that happen to a task, as they stand in {@code task_events.type}. */
public final class EventTypes {

    /** It was accepted; no data. */
    public static final String CREATED = "task.created";

    /** An attempt was handed to Kafka: {@code attempt}. */
    public static final String DISPATCHED = "task.dispatched";

    /** An agent runs it: {@code attempt, agent_id}. */
    public static final String STARTED = "task.started";

    /** It got on: {@code attempt, fraction, message}. */
    public static final String PROGRESS = "task.progress";

    /** An attempt ended without success and another will follow: {@code attempt, failure, available_at}. */
    public static final String RETRYING = "task.retrying";

    /** It is done: {@code attempt}; the result is at {@code GET /tasks/{id}}. */
    public static final String COMPLETED = "task.completed";

    /** It failed for good: {@code attempt, failure}. */
    public static final String FAILED = "task.failed";

    private EventTypes() {}
}
