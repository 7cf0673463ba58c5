package io.ymera.manager.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.manager.queue.NewTask;
import io.ymera.manager.schedule.ScheduleRepository.Locked;
import io.ymera.persistence.Ids;
import io.ymera.web.json.Patches;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes schedules in, changes them and shows them to those who made them. */
@Singleton
class Schedules {

    private static final Duration LATEST_END = Duration.ofDays(100 * 365);

    private final ScheduleRepository repository;
    private final ScheduleSettings settings;
    private final TemplateCheck templates;
    private final Patches patches;
    private final Pool pool;
    private final Ids ids;
    private final Clock clock;

    Schedules(
            ScheduleRepository repository,
            ScheduleSettings settings,
            TemplateCheck templates,
            Patches patches,
            Pool pool,
            Ids ids,
            Clock clock) {
        this.repository = repository;
        this.settings = settings;
        this.templates = templates;
        this.patches = patches;
        this.pool = pool;
        this.ids = ids;
        this.clock = clock;
    }

    /** As below, with the check before it. */
    Uni<ScheduleView> create(String owner, ScheduleDefinition definition) {
        return check(owner, definition).chain(() -> create(pool, owner, definition));
    }

    /** Stores what has been checked, in the caller's transaction. */
    Uni<ScheduleView> create(SqlClient client, String owner, ScheduleDefinition definition) {
        return Uni.createFrom()
                .deferred(() -> repository.insert(
                        client, ids.next(), owner, definition, firstRun(definition, 0), settings.maxPerOwner()))
                .map(created -> created.orElseThrow(() -> new ApiException(
                        ErrorCode.CONFLICT,
                        "You have %d schedules, which is the most; delete one first"
                                .formatted(settings.maxPerOwner()))));
    }

    /**
     * Changes a schedule.
     *
     * @param patch a JSON merge patch (RFC 7396) of what {@link #create} took
     * @param owner who asks, or null for somebody who may change all
     */
    Uni<ScheduleView> change(UUID id, JsonNode patch, @Nullable String owner) {
        return pool.withTransaction(transaction -> repository
                .lock(transaction, id, owner)
                .map(found -> found.orElseThrow(() -> notFound(id)))
                .chain(locked -> patches.apply(locked.definition(), patch, ScheduleDefinition.class)
                        .call(changed -> check(
                                transaction,
                                locked.owner(),
                                changed,
                                locked.definition().endsAt()))
                        .chain(changed -> repository.update(transaction, id, changed, nextRun(locked, changed)))));
    }

    /** @param owner who asks, or null for somebody who may see all */
    Uni<ScheduleView> get(UUID id, @Nullable String owner) {
        return repository.find(id, owner).map(found -> found.orElseThrow(() -> notFound(id)));
    }

    /** @param owner who asks, or null for somebody who may see all */
    Uni<List<ScheduleView>> list(@Nullable String owner, @Nullable UUID before, int limit) {
        return repository.list(owner, before, limit);
    }

    /** What it queued goes on. */
    Uni<Void> delete(UUID id, @Nullable String owner) {
        return repository
                .delete(id, owner)
                .invoke(deleted -> {
                    if (!deleted) {
                        throw notFound(id);
                    }
                })
                .replaceWithVoid();
    }

    /** Looks things up on connections of its own, so whoever waits for it had better hold none. */
    Uni<Void> check(String owner, ScheduleDefinition definition) {
        return check(pool, owner, definition, null);
    }

    /**
     * @param client with which to look things up
     * @param knownEnd the end that the schedule has so far, which may have passed; null for none
     */
    private Uni<Void> check(SqlClient client, String owner, ScheduleDefinition definition, @Nullable Instant knownEnd) {
        TaskTemplate task = definition.task();
        Instant now = clock.instant();
        Instant end = definition.endsAt();
        if (end != null && !end.equals(knownEnd) && (end.isBefore(now) || end.isAfter(now.plus(LATEST_END)))) {
            throw ApiException.invalid("/ends_at", "must be a time in the next hundred years");
        }
        if (!task.retryOrDefaults().hasOrderedPauses()) {
            throw ApiException.invalid("/task/retry/max_pause_seconds", NewTask.Retry.ORDERED_PAUSES);
        }
        Timing.of(definition);
        return templates.check(client, owner, task).replaceWithVoid();
    }

    /** One that will never run is a mistake that its maker wants to hear of. */
    private @Nullable Instant firstRun(ScheduleDefinition definition, int runs) {
        if (definition.paused()) {
            return null;
        }
        return Timing.of(definition)
                .next(clock.instant(), runs)
                .orElseThrow(() -> ApiException.invalid(
                        "/cron", "names no time that is still to come, with the given ends_at and max_runs"));
    }

    /** A change of anything but the times leaves a time that has just come where it is; what was stopped starts again. */
    private @Nullable Instant nextRun(Locked before, ScheduleDefinition after) {
        if (!after.hasSameTimes(before.definition())) {
            return firstRun(after, before.runs());
        }
        return before.next() != null || after.paused()
                ? before.next()
                : Timing.of(after).next(clock.instant(), before.runs()).orElse(null);
    }

    private static ApiException notFound(UUID id) {
        return ApiException.notFound("There is no schedule " + id);
    }
}
