package io.ymera.manager.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.manager.live.EventRepository.State;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Follows the events of a task or a workflow: PostgreSQL has them all, Redis says when to look. */
@Singleton
class EventFeed {

    private static final int PAGE = 200;
    private static final Duration RETRY_AT_FIRST = Duration.ofMillis(200);
    private static final Duration RETRY_AT_MOST = Duration.ofSeconds(2);

    private final EventRepository repository;
    private final Wakeups wakeups;
    private final RandomGenerator random;
    private final Duration pollInterval;
    private final Duration checkInterval;

    /**
     * @param pollInterval how often to look while Redis does not say when
     * @param checkInterval how often to look all the same while it does, on average: a wake-up may be lost
     */
    EventFeed(
            EventRepository repository,
            Wakeups wakeups,
            RandomGenerator random,
            @ConfigProperty(name = "ymera.live.poll-interval") Duration pollInterval,
            @ConfigProperty(name = "ymera.live.check-interval") Duration checkInterval) {
        this.repository = repository;
        this.wakeups = wakeups;
        this.random = random;
        this.pollInterval = pollInterval;
        this.checkInterval = checkInterval;
    }

    /**
     * The events of {@code source} after number {@code after}, in order, without gap or duplicate; first those that are
     * there, then those to come, until one that ends it and has none after it. While PostgreSQL is away they are late.
     *
     * @param viewer who asks, or null for somebody who may see all
     * @return fails with {@link ErrorCode#NOT_FOUND} if there is no such thing for them
     */
    Multi<EventView> follow(Source source, long after, @Nullable String viewer) {
        return state(source, viewer)
                .onItem()
                .transformToMulti(state -> state.isOver(after)
                        ? Multi.createFrom().empty()
                        : follow(source, Math.min(after, state.lastSequence())));
    }

    /** How far its events have come; fails as {@link #follow} does. */
    Uni<State> state(Source source, @Nullable String viewer) {
        return repository
                .state(source, viewer)
                .map(found -> found.orElseThrow(() -> ApiException.notFound("There is no " + source)));
    }

    private Multi<EventView> follow(Source source, long after) {
        AtomicLong last = new AtomicLong(after);
        return Multi.createBy()
                .repeating()
                .uni(() -> next(source, last)
                        .chain(events -> page(source, events))
                        .invoke(page -> page.lastSequence().ifPresent(last::set))
                        .onFailure()
                        .retry()
                        .withBackOff(RETRY_AT_FIRST, RETRY_AT_MOST)
                        .indefinitely())
                .whilst(page -> !page.isLast())
                .map(Page::events)
                .onItem()
                .disjoint();
    }

    /** @param isLast whether there is nothing more to wait for */
    private record Page(List<EventView> events, boolean isLast) {
        OptionalLong lastSequence() {
            return events.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(events.getLast().sequence());
        }
    }

    private Uni<Page> page(Source source, List<EventView> events) {
        return events.isEmpty() || !events.getLast().isEnd()
                ? Uni.createFrom().item(new Page(events, false))
                // A task that was queued again goes on after an end
                : state(source, null)
                        .map(state ->
                                new Page(events, state.isOver(events.getLast().sequence())))
                        .onFailure(ApiException.class)
                        .recoverWithItem(new Page(events, true));
    }

    /** The next page; an empty one after waiting for more in vain. */
    private Uni<List<EventView>> next(Source source, AtomicLong last) {
        // Listens before it looks, so that what happens in between is not missed
        CompletableFuture<UUID> woken = wakeups.of(source.id()).toUni().subscribeAsCompletionStage();
        return repository
                .after(source, last.get(), PAGE)
                .call(events ->
                        events.isEmpty() ? pause(woken) : Uni.createFrom().voidItem())
                .onTermination()
                .invoke(() -> woken.cancel(true));
    }

    /** From half of it to one and a half: those who began at the same time do not look at the same time. */
    private Duration spread(Duration interval) {
        return Duration.ofMillis(Math.round(interval.toMillis() * (0.5 + random.nextDouble())));
    }

    private Uni<UUID> pause(CompletableFuture<UUID> woken) {
        return Uni.createFrom()
                .completionStage(woken)
                .ifNoItem()
                .after(wakeups.isConnected() ? spread(checkInterval) : pollInterval)
                .recoverWithUni(() -> Uni.createFrom().nullItem());
    }
}
