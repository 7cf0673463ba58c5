package io.ymera.manager.schedule;

import io.ymera.manager.queue.NewTask;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a schedule's time led to. */
sealed interface Firing {

    UUID schedule();

    /** When the schedule is due again; null if never. */
    @Nullable
    Instant next();

    /** A task. */
    record Run(UUID schedule, @Nullable Instant next, NewTask task) implements Firing {}

    /**
     * Nothing.
     *
     * @param reason {@code overlap}, {@code missed} or {@code refused}
     * @param detail more words, for the owner
     */
    record Skip(UUID schedule, @Nullable Instant next, String reason, String detail) implements Firing {}
}
