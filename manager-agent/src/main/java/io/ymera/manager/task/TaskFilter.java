package io.ymera.manager.task;

import io.ymera.persistence.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks are to be listed; null stands for no restriction.
 *
 * @param owner whose
 * @param statuses wire names
 * @param createdAfter that time not included
 * @param createdBefore that time not included
 * @param namePrefix what the name begins with
 */
record TaskFilter(
        @Nullable String owner,
        String @Nullable [] statuses,
        @Nullable String taskType,
        @Nullable UUID projectId,
        @Nullable Instant createdAfter,
        @Nullable Instant createdBefore,
        @Nullable String namePrefix) {

    private static final UUID HIGHEST = new UUID(-1, -1);

    /** Ids are made a moment before their task is stored, by clocks that may differ a little. */
    private static final Duration SLACK = Duration.ofHours(1);

    /** All that are asked for have greater ids. */
    UUID idsFrom() {
        return Ids.lowestOf(createdAfter == null ? Instant.EPOCH : createdAfter.minus(SLACK));
    }

    /** All that are asked for have smaller ids, if the page begins after {@code cursor}, or null for the first page. */
    UUID idsBefore(@Nullable UUID cursor) {
        if (cursor != null) {
            return cursor;
        }
        return createdBefore == null ? HIGHEST : Ids.lowestOf(createdBefore.plus(SLACK));
    }
}
