package io.ymera.manager.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which failed tasks are meant; null stands for no restriction.
 *
 * @param failureCode why they failed, for example {@code run_timeout}
 * @param owner whose
 * @param since when they failed, that time included
 * @param until when they failed, that time not included
 */
record DeadLetterFilter(
        @Nullable String taskType,
        @Nullable String failureCode,
        @Nullable String owner,
        @Nullable Instant since,
        @Nullable Instant until) {}
