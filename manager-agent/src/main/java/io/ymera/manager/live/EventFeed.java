package io.ymera.manager.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Follows the events of a task: PostgreSQL has them all, Redis says when to look. */
@Singleton
class EventFeed {

    private static final int PAGE = 200;
    private static final Duration RETRY_AT_FIRST = Duration.ofMillis(200);
    private static final Duration RETRY_AT_MOST = Duration.ofSeconds(2);

    private final EventRepository repository;
    private final Wakeups wakeups;
    private final Duration lookAtLeastEvery;

    EventFeed(
            EventRepository repository,
            Wakeups wakeups,
            @ConfigProperty(name = "ymera.live.poll-interval") Duration lookAtLeastEvery) {
        this.repository = repository;
        this.wakeups = wakeups;
        this.lookAtLeastEvery = lookAtLeastEvery;
    }

    /**
     * The events of {@code task} after number {@code after}, in order, without gap or duplicate; first those that are
     * there, then those to come, until the last one that the task will ever have. While PostgreSQL is away they are late.
     *
     * @param owner who asks, or null for somebody who may see all tasks
     * @return fails with {@link ErrorCode#NOT_FOUND} if there is no such task for them
     */
    Multi<TaskEventView> follow(UUID task, long after, @Nullable String owner) {
        return repository
                .state(task, owner)
                .map(found -> found.orElseThrow(() -> ApiException.notFound("There is no task " + task)))
                .onItem()
                .transformToMulti(state -> state.isFinal() && state.lastSequence() <= after
                        ? Multi.createFrom().empty()
                        : follow(task, Math.min(after, state.lastSequence())));
    }

    private Multi<TaskEventView> follow(UUID task, long after) {
        AtomicLong last = new AtomicLong(after);
        return Multi.createBy()
                .repeating()
                .uni(() -> next(task, last)
                        .onFailure()
                        .retry()
                        .withBackOff(RETRY_AT_FIRST, RETRY_AT_MOST)
                        .indefinitely())
                .whilst(events -> events.isEmpty() || !events.getLast().isLast())
                .onItem()
                .disjoint();
    }

    /** The next page; an empty one after waiting for more in vain. */
    private Uni<List<TaskEventView>> next(UUID task, AtomicLong last) {
        // Listens before it looks, so that what happens in between is not missed
        CompletableFuture<UUID> woken = wakeups.of(task).toUni().subscribeAsCompletionStage();
        return repository
                .after(task, last.get(), PAGE)
                .invoke(events -> {
                    if (!events.isEmpty()) {
                        last.set(events.getLast().sequence());
                    }
                })
                .call(events ->
                        events.isEmpty() ? pause(woken) : Uni.createFrom().voidItem())
                .onTermination()
                .invoke(() -> woken.cancel(true));
    }

    private Uni<UUID> pause(CompletableFuture<UUID> woken) {
        return Uni.createFrom()
                .completionStage(woken)
                .ifNoItem()
                .after(lookAtLeastEvery)
                .recoverWithUni(() -> Uni.createFrom().nullItem());
    }
}
