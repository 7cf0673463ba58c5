package io.ymera.manager.task;

import io.smallrye.mutiny.Uni;
import io.ymera.manager.capability.Capabilities;
import io.ymera.manager.dispatch.Dispatcher;
import io.ymera.manager.dispatch.Dispatcher.Capacity;
import io.ymera.manager.task.ExplanationRepository.Before;
import io.ymera.manager.task.ExplanationRepository.KeyHolder;
import io.ymera.manager.task.WaitingFor.Reason;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Says why a task waits: from the columns by which it is claimed and the slots that the dispatcher has seen. A position is
 * that of the moment: more urgent tasks overtake, so do those of owners who have had fewer turns, and now and then the one
 * that has waited longest is taken first.
 */
@Singleton
class Explanations {

    /** Of those before a task so many are counted at most. */
    static final int MOST_COUNTED = 10_000;

    private final ExplanationRepository repository;
    private final Dispatcher dispatcher;
    private final Capabilities capabilities;
    private final Clock clock;

    Explanations(ExplanationRepository repository, Dispatcher dispatcher, Capabilities capabilities, Clock clock) {
        this.repository = repository;
        this.dispatcher = dispatcher;
        this.capabilities = capabilities;
        this.clock = clock;
    }

    /** What is to be told about a task; both null if it does not wait. */
    record Explanation(
            @Nullable WaitingFor waitingFor, @Nullable Integer queuePosition) {
        static final Explanation NONE = new Explanation(null, null);

        static Explanation of(WaitingFor waitingFor) {
            return new Explanation(waitingFor, null);
        }
    }

    Uni<Explanation> explain(Place place) {
        return switch (place.status()) {
            case SCHEDULED -> Uni.createFrom().item(() -> Explanation.of(scheduled(place)));
            case BLOCKED -> repository.keyHolder(place).map(holder -> Explanation.of(blocked(place, holder)));
            case PENDING -> repository.before(place).chain(before -> pending(place, before));
            case DISPATCHED -> Uni.createFrom().item(() -> Explanation.of(dispatched(place)));
            case RUNNING, COMPLETED, FAILED, CANCELLED -> Uni.createFrom().item(Explanation.NONE);
        };
    }

    private WaitingFor scheduled(Place place) {
        boolean isRetry = place.failedAttempts() > 0;
        String what = isRetry ? "The pause after a failed attempt ends" : "It is scheduled";
        String when = place.availableAt().isAfter(clock.instant())
                ? "%s at %s".formatted(isRetry ? what : what + " to be run", place.availableAt())
                : "It is due and will be queued in a moment";
        return WaitingFor.until(isRetry ? Reason.RETRY_PAUSE : Reason.SCHEDULED, when, place.availableAt());
    }

    private static WaitingFor blocked(Place place, KeyHolder holder) {
        String key = "the concurrency key '%s'".formatted(place.concurrencyKey());
        Integer position = holder.before().position();
        String detail = holder.task() == null
                ? "Nobody holds %s any more; it will be queued in a moment".formatted(key)
                : "Task %s holds %s, and %s"
                        .formatted(holder.task(), key, holder.before().inWords());
        return new WaitingFor(Reason.CONCURRENCY_KEY, detail, null, holder.task(), position, null, null);
    }

    private Uni<Explanation> pending(Place place, Before before) {
        Capacity capacity = dispatcher.capacity(place.queue());
        if (capacity.agents() > 0) {
            Reason reason = capacity.free() > 0 ? Reason.TURN : Reason.NO_FREE_SLOT;
            return Uni.createFrom().item(() -> pending(place, before, reason, capacity.agents(), capacity));
        }
        // None that the dispatcher serves; maybe some that ask for tasks themselves
        return capabilities
                .agentsFor(place.queue())
                .map(agents ->
                        pending(place, before, agents > 0 ? Reason.NO_FREE_SLOT : Reason.NO_AGENT, agents, capacity));
    }

    private static Explanation pending(Place place, Before before, Reason reason, int agents, Capacity capacity) {
        String queue = place.queue().toString();
        String others = before.inWords();
        String detail =
                switch (reason) {
                    case TURN ->
                        "Slots for %s are free (%d), and %s: its turn comes in a moment"
                                .formatted(queue, capacity.free(), others);
                    case NO_FREE_SLOT ->
                        capacity.agents() > 0
                                ? "All slots that agents have for %s are taken (%d), and %s"
                                        .formatted(queue, capacity.slots(), others)
                                : "Of the agents that fetch tasks of %s themselves (%d) none has asked for it yet, and %s"
                                        .formatted(queue, agents, others);
                    default -> "No agent that offers %s is online, and %s".formatted(queue, others);
                };
        Integer slots = agents > 0 && capacity.agents() == 0 ? null : Integer.valueOf(capacity.slots());
        return new Explanation(
                new WaitingFor(reason, detail, null, null, before.position(), agents, slots), before.position());
    }

    private static WaitingFor dispatched(Place place) {
        return WaitingFor.of(
                Reason.DISPATCHED,
                "It was handed out at %s and is on its way to an agent".formatted(place.dispatchedAt()));
    }
}
