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
     * @param reason {@code overlap}, {@code missed}, {@code refused} or {@code too_many_waiting}
     * @param detail more words, for the owner
     */
    record Skip(UUID schedule, @Nullable Instant next, String reason, String detail) implements Firing {}

    /** Nothing yet: the platform is too busy, and the schedule stays due. */
    record Wait(UUID schedule, Instant next) implements Firing {}
}
