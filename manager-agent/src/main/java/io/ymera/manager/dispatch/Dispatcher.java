package io.ymera.manager.dispatch;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.ymera.manager.agent.Roster;
import io.ymera.manager.live.Wakeups;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Hands waiting tasks to Kafka, no more of a type than agents have slots for: what can be reordered, cancelled and
 * explained stays in PostgreSQL, and the queue in Kafka stays short.
 *
 * <p>Runs once a second, and at once when somebody says that there may be something to do. Several managers may run it at
 * the same time; each row is claimed by one.
 */
@Singleton
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    /** So many tasks are in memory at a time, with their parameters. */
    private static final int BATCH = 20;

    private enum State {
        IDLE,
        RUNNING,
        RUN_AGAIN
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
    private final ClaimRepository repository;
    private final AssignmentPublisher publisher;
    private final Roster roster;
    private final Wakeups wakeups;
    private final Duration republishAfter;

    Dispatcher(
            ClaimRepository repository,
            AssignmentPublisher publisher,
            Roster roster,
            Wakeups wakeups,
            @ConfigProperty(name = "ymera.dispatch.republish-after") Duration republishAfter) {
        this.repository = repository;
        this.publisher = publisher;
        this.roster = roster;
        this.wakeups = wakeups;
        this.republishAfter = republishAfter;
    }

    @Scheduled(every = "1s")
    void tick() {
        wake();
    }

    /** Says that there may be something to dispatch. Returns at once; never fails. */
    public void wake() {
        if (state.getAndUpdate(now -> now == State.IDLE ? State.RUNNING : State.RUN_AGAIN) == State.IDLE) {
            run();
        }
    }

    private void run() {
        dispatch()
                .onFailure()
                .invoke(failure -> LOG.warnf("Nothing could be dispatched for now: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .subscribe()
                .with(done -> {
                    if (!state.compareAndSet(State.RUNNING, State.IDLE)) {
                        state.set(State.RUNNING);
                        run();
                    }
                });
    }

    /** One pass: publishes what an earlier pass, maybe of a manager that is gone, left unpublished; then claims more. */
    private Uni<Void> dispatch() {
        return repository
                .unpublished(republishAfter, BATCH)
                .chain(this::publish)
                .chain(roster::slotsByCapability)
                .chain(slots -> repository.active().chain(active -> claim(slots, active)));
    }

    private Uni<Void> claim(Map<String, Integer> slots, Map<String, Integer> active) {
        return Multi.createFrom()
                .iterable(slots.entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> {
                    int room = entry.getValue() - active.getOrDefault(entry.getKey(), 0);
                    return room <= 0 ? Uni.createFrom().voidItem() : claim(entry.getKey(), room);
                })
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> claim(String taskType, int room) {
        int limit = Math.min(room, BATCH);
        return repository
                .claim(taskType, limit)
                .invoke(claimed -> wakeups.changed(
                        claimed.stream().map(ClaimedTask::taskId).toList()))
                .call(this::publish)
                .chain(claimed -> claimed.size() == limit && room > limit
                        ? claim(taskType, room - limit)
                        : Uni.createFrom().voidItem());
    }

    /** All at once; one that fails is tried again in a later pass. */
    private Uni<Void> publish(List<ClaimedTask> tasks) {
        if (tasks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.join()
                .all(tasks.stream().map(this::publish).toList())
                .andCollectFailures()
                .replaceWithVoid();
    }

    private Uni<Void> publish(ClaimedTask task) {
        return publisher
                .publish(task)
                .chain(() -> repository.published(task))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "Attempt %d at task %s is not published yet: %s",
                        task.attempt(), task.taskId(), failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
