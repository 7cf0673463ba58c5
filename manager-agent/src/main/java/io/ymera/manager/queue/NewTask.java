package io.ymera.manager.queue;

import io.ymera.contracts.task.TaskPriority;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task to be queued. Its parameters have been checked against the schema of its type.
 *
 * @param id a fresh UUIDv7
 * @param owner the subject on whose behalf it runs
 * @param version of the capability, from 1
 * @param parameters a JSON object as text
 * @param runAt not to be run before; null for at once
 * @param limits how long it may wait and run
 * @param retry how often it is tried
 * @param concurrencyKey of an owner's tasks with the same key one runs at a time; null for no such limit
 * @param links what belongs to it elsewhere
 */
public record NewTask(
        UUID id,
        String owner,
        String name,
        @Nullable String description,
        String taskType,
        int version,
        String parameters,
        TaskPriority priority,
        @Nullable Instant runAt,
        Limits limits,
        Retry retry,
        @Nullable String concurrencyKey,
        Links links) {

    /**
     * How long a task may take.
     *
     * @param run one attempt, in whole seconds
     * @param queue from the time when it may run until an agent has it, each time it waits; null for as long as it takes
     * @param total from its creation to its end; null for as long as it takes
     */
    public record Limits(
            Duration run,
            @Nullable Duration queue,
            @Nullable Duration total) {
        /** 15 minutes for an attempt, and no other limit. */
        public static final Limits DEFAULT = new Limits(Duration.ofMinutes(15), null, null);
    }

    /**
     * How often a task is tried: the pauses double from {@code firstPause} to {@code maxPause}, each with full jitter.
     *
     * @param maxAttempts those that count, from 1
     */
    public record Retry(int maxAttempts, Duration firstPause, Duration maxPause) {
        /** Three attempts, pauses of up to 1 s and 2 s. */
        public static final Retry DEFAULT = new Retry(3, Duration.ofSeconds(1), Duration.ofMinutes(1));

        /** What {@link #hasOrderedPauses} demands of a client's {@code max_pause_seconds}, in words for the client. */
        public static final String ORDERED_PAUSES = "must not be less than first_pause_seconds";

        /**
         * What a client asks for; null for each number that is not given.
         *
         * @param firstPause in seconds
         * @param maxPause in seconds; not given, it is that of {@link #DEFAULT} or, if that is greater, the first pause:
         *     who asks for long pauses and names no limit does not mean the usual one
         */
        public static Retry of(@Nullable Integer maxAttempts, @Nullable Double firstPause, @Nullable Double maxPause) {
            Duration first = firstPause == null ? DEFAULT.firstPause : seconds(firstPause);
            Duration usual = first.compareTo(DEFAULT.maxPause) > 0 ? first : DEFAULT.maxPause;
            return new Retry(
                    maxAttempts == null ? DEFAULT.maxAttempts : maxAttempts,
                    first,
                    maxPause == null ? usual : seconds(maxPause));
        }

        private static Duration seconds(double seconds) {
            return Duration.ofMillis(Math.round(seconds * 1_000));
        }

        /** Whether the pause that none exceeds is at least the first one. */
        public boolean hasOrderedPauses() {
            return maxPause.compareTo(firstPause) >= 0;
        }
    }

    /**
     * What belongs to a task elsewhere.
     *
     * @param projectId the project that it is for, or null
     * @param workflowId the workflow that it is a step of, or null
     * @param workflowStep the step's name there, or null
     * @param callbackUrl who is told when it has ended, or null
     */
    public record Links(
            @Nullable UUID projectId,
            @Nullable UUID workflowId,
            @Nullable String workflowStep,
            @Nullable String callbackUrl) {
        /** Nothing. */
        public static final Links NONE = new Links(null, null, null, null);
    }
}
