package io.ymera.manager.dispatch;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.ymera.manager.agent.Roster;
import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.manager.live.Wakeups;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Hands waiting tasks to Kafka, no more than agents have free slots for: what can be reordered, cancelled and explained
 * stays in PostgreSQL, and the queue in Kafka stays short.
 *
 * <p>A pass looks at the slots, claims for the queues in which tasks may be waiting, and publishes. There is one at a time,
 * when somebody says that there may be something to do, and once a second. Several managers may do this at the same time:
 * each row is claimed by one, though for a moment they may together claim more than there are slots.
 */
@Singleton
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    /** So many tasks are in memory at a time, with their parameters. */
    private static final int BATCH = 100;

    /** Longer than any pass may take: an answer that has not come by then will not come any more. */
    private static final Duration LOST = Duration.ofSeconds(60);

    private enum State {
        IDLE,
        RUNNING,
        RUN_AGAIN
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
    /** Of these it is known that nothing waits. */
    private final Set<CapabilityVersion> quiet = ConcurrentHashMap.newKeySet();

    /** Of these nobody knows, because a pass is looking or claiming; nothing overtakes what it will find. */
    private final Set<CapabilityVersion> inQuestion = ConcurrentHashMap.newKeySet();

    private final Reservations reservations = new Reservations();
    private final Turns turns;

    private final ClaimRepository repository;
    private final AssignmentPublisher publisher;
    private final Roster roster;
    private final Wakeups wakeups;
    private final Reserve reserve;
    private volatile Window window = new Window(List.of(), List.of());

    Dispatcher(
            ClaimRepository repository,
            AssignmentPublisher publisher,
            Roster roster,
            Wakeups wakeups,
            Reserve reserve,
            DispatchSettings settings) {
        this.repository = repository;
        this.publisher = publisher;
        this.roster = roster;
        this.wakeups = wakeups;
        this.reserve = reserve;
        this.turns = new Turns(settings.reserveOneIn());
    }

    @Scheduled(every = "1s")
    void tick() {
        wake();
    }

    /** Says that something may be waiting in any queue. Returns at once; never fails. */
    public void wake() {
        quiet.clear();
        pass();
    }

    /** Says that a task is waiting in this queue. Returns at once; never fails. */
    public void wake(CapabilityVersion queue) {
        quiet.remove(queue);
        pass();
    }

    /** Says that slots are free again. Returns at once; never fails. */
    public void slotsFreed() {
        pass();
    }

    /**
     * Takes room for a task that is about to be inserted as dispatched, because an agent has a free slot and nothing waits
     * before it. {@link #inserted} or {@link #notInserted} must follow.
     */
    public boolean reserve(CapabilityVersion queue) {
        if (!quiet.contains(queue) || inQuestion.contains(queue) || publisher.isPaused()) {
            return false;
        }
        reservations.add(queue);
        if (window.place(queue, 1) == 1) {
            return true;
        }
        reservations.remove(queue);
        return false;
    }

    /** Tasks for which there were reservations are in the database, dispatched: publishes them. */
    public void inserted(List<ClaimedTask> tasks) {
        publisher.publish(tasks);
        tasks.forEach(task -> reservations.remove(new CapabilityVersion(task.taskType(), task.version())));
    }

    /** A task for which there was a reservation did not get into the database. */
    public void notInserted(CapabilityVersion queue) {
        reservations.remove(queue);
    }

    /** What there is for a queue at the moment, as the last pass saw it. */
    public Capacity capacity(CapabilityVersion queue) {
        Window now = window;
        return new Capacity(now.agents(queue), now.slots(queue), now.free(queue));
    }

    /**
     * What there is for a queue.
     *
     * @param agents that are online and serve it
     * @param slots that these have
     * @param free those of them that can take one of its tasks now
     */
    public record Capacity(int agents, int slots, int free) {}

    private void pass() {
        if (state.getAndUpdate(now -> now == State.IDLE ? State.RUNNING : State.RUN_AGAIN) == State.IDLE) {
            run();
        }
    }

    private void run() {
        dispatch()
                .ifNoItem()
                .after(LOST)
                .fail()
                .onFailure()
                .invoke(failure -> {
                    inQuestion.clear();
                    quiet.clear();
                    LOG.warnf("Nothing could be dispatched for now: %s", failure.getMessage());
                })
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

    private Uni<Void> dispatch() {
        Map<CapabilityVersion, Long> settled = reservations.settled();
        return roster.online().chain(agents -> repository.active().chain(active -> {
            Window now = new Window(agents, active);
            reservations.missedSince(settled).forEach(now::place);
            window = now;
            return publisher.isPaused() ? Uni.createFrom().voidItem() : claim(now);
        }));
    }

    private Uni<Void> claim(Window now) {
        List<CapabilityVersion> queues = now.queues().stream()
                .filter(queue -> !quiet.contains(queue) && now.free(queue) > 0)
                .toList();
        return switch (queues.size()) {
            case 0 -> Uni.createFrom().voidItem();
            case 1 -> claim(now, queues.getFirst(), BATCH).chain(more -> goOn(more, now));
            default -> claimInTurn(now, queues);
        };
    }

    /** A round: each queue in which something waits gets its share of the slots that it shares with others. */
    private Uni<Void> claimInTurn(Window now, List<CapabilityVersion> queues) {
        // Before the look: a task that comes meanwhile takes its queue away again
        inQuestion.addAll(queues);
        quiet.addAll(queues);
        return repository.heads(queues).chain(heads -> {
            List<CapabilityVersion> inTurn = turns.order(heads);
            inTurn.forEach(quiet::remove);
            return Multi.createFrom()
                    .iterable(inTurn)
                    .onItem()
                    .transformToUniAndConcatenate(queue -> {
                        int share = now.free(queue) / now.sharing(queue, inTurn);
                        return claim(now, queue, Math.clamp(share, 1, BATCH));
                    })
                    .collect()
                    .with(Collectors.reducing(false, Boolean::logicalOr))
                    .invoke(() -> queues.forEach(inQuestion::remove))
                    .chain(more -> goOn(more, now));
        });
    }

    private Uni<Void> goOn(boolean more, Window now) {
        return more ? claim(now) : Uni.createFrom().voidItem();
    }

    /**
     * Claims up to {@code most} tasks of a queue, and publishes them.
     *
     * @return whether there may be more
     */
    private Uni<Boolean> claim(Window now, CapabilityVersion queue, int most) {
        int room = now.place(queue, Math.min(now.free(queue), most));
        if (room == 0) {
            return Uni.createFrom().item(false);
        }
        int oldest = reserve.oldest(queue, room);
        // Before the claim: a task that comes meanwhile takes it away again
        inQuestion.add(queue);
        quiet.add(queue);
        return repository
                .claim(queue, room - oldest, oldest)
                .map(tasks -> {
                    publisher.publish(tasks);
                    wakeups.changed(tasks.stream().map(ClaimedTask::taskId).toList());
                    reserve.claimed(queue, tasks.size());
                    turns.served(queue);
                    if (tasks.size() < room) {
                        now.giveBack(queue, room - tasks.size());
                        return false;
                    }
                    quiet.remove(queue);
                    return true;
                })
                .onTermination()
                .invoke(() -> inQuestion.remove(queue));
    }
}
