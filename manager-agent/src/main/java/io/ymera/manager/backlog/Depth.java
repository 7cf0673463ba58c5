package io.ymera.manager.backlog;

import static java.util.Objects.requireNonNullElse;

import io.ymera.contracts.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one queue that have not ended.
 *
 * @param tasks how many have which status; a status that is not there has none
 * @param oldestSince since when the longest waiting one could have been claimed; null while none waits to be
 */
record Depth(Map<TaskStatus, Long> tasks, @Nullable Instant oldestSince) {

    static final Depth NOTHING = new Depth(Map.of(), null);

    Depth {
        tasks = Map.copyOf(tasks);
    }

    long of(TaskStatus status) {
        return tasks.getOrDefault(status, 0L);
    }

    /** Zero while none waits. */
    Duration oldestAge(Instant now) {
        Duration age = Duration.between(requireNonNullElse(oldestSince, now), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    Depth plus(Depth other) {
        Map<TaskStatus, Long> sum = new EnumMap<>(TaskStatus.class);
        sum.putAll(tasks);
        other.tasks.forEach((status, count) -> sum.merge(status, count, Long::sum));
        Instant one = oldestSince;
        Instant two = other.oldestSince;
        boolean first = two == null || (one != null && one.isBefore(two));
        return new Depth(sum, first ? one : two);
    }
}
