package io.ymera.manager.task;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.task.TaskStatus;
import io.ymera.manager.task.WaitingRepository.Count;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Back-pressure: refuses tasks while too many wait, and says when to come back. What was accepted is not touched.
 *
 * <p>Those who wait are counted once a second, or less often if counting takes long; to that comes what this manager has
 * accepted since and is accepting now, while what has left the queue since shows with the next count. So a single manager
 * does not go over a limit, and may refuse for up to an interval though there is room again. With several managers, each
 * may accept up to the limit what it does not know that the others accept within the interval: with M managers and R tasks
 * a second to each, the limits are exceeded by up to (M - 1) × R × {@value #LONGEST_INTERVAL_SECONDS} tasks at the very
 * worst, and (M - 1) × R usually. Before its first count a manager knows of its own tasks only.
 */
@Singleton
public class Admission {

    private static final Logger LOG = Logger.getLogger(Admission.class);
    private static final Set<TaskStatus> WAITING = Set.of(TaskStatus.PENDING, TaskStatus.SCHEDULED, TaskStatus.BLOCKED);

    static final int LONGEST_INTERVAL_SECONDS = 10;

    /** Counting takes one part in so many of the time. */
    private static final int SHARE_OF_TIME = 20;

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final WaitingRepository repository;
    private final AdmissionSettings settings;

    private final Tally underWay = new Tally();
    private volatile Tally accepted = new Tally();

    /** What was accepted between the last count and one that is under way: in neither of them for sure. */
    private volatile Tally beingCounted = new Tally();

    private volatile Count counted = Count.NOTHING;
    private volatile double drainedPerSecond;
    private volatile long nextCount = System.nanoTime();

    Admission(WaitingRepository repository, AdmissionSettings settings) {
        this.repository = repository;
        this.settings = settings;
    }

    /** How many tasks of whom, counted here. Thread-safe. */
    private static final class Tally {
        private final Map<String, Integer> byOwner = new ConcurrentHashMap<>();
        private final AtomicInteger total = new AtomicInteger();

        void add(String owner, int tasks) {
            byOwner.merge(owner, tasks, Integer::sum);
            total.addAndGet(tasks);
        }

        void remove(String owner, int tasks) {
            byOwner.computeIfPresent(owner, (name, before) -> before > tasks ? before - tasks : null);
            total.addAndGet(-tasks);
        }

        int of(String owner) {
            return byOwner.getOrDefault(owner, 0);
        }

        int total() {
            return total.get();
        }
    }

    /**
     * Lets a task in.
     *
     * @param enqueue puts it into the queue and gives its status
     * @return fails with {@link ErrorCode#TOO_MANY_REQUESTS} if too many of {@code owner}'s wait, with {@link
     *     ErrorCode#OVERLOADED} if too many wait in all, and as {@code enqueue} fails
     */
    Uni<TaskStatus> admit(String owner, Supplier<Uni<TaskStatus>> enqueue) {
        return Uni.createFrom().deferred(() -> {
            requireRoom(owner);
            underWay.add(owner, 1);
            return enqueue.get()
                    .invoke(status -> {
                        if (WAITING.contains(status)) {
                            accepted.add(owner, 1);
                        }
                    })
                    .onTermination()
                    .invoke(() -> underWay.remove(owner, 1));
        });
    }

    /** Room for tasks that are queued together, in somebody else's transaction. */
    public Reservation reservation() {
        return new Reservation();
    }

    /**
     * Room that is taken while a transaction queues tasks, and that stays taken if it is committed. Not thread-safe.
     * Whoever has one calls {@link #release} in the end, whatever happens.
     */
    public final class Reservation {

        private final Map<String, Integer> reserved = new HashMap<>();

        private Reservation() {}

        /**
         * Takes room for one task more.
         *
         * @throws ApiException with {@link ErrorCode#TOO_MANY_REQUESTS} if too many of {@code owner}'s wait, with {@link
         *     ErrorCode#OVERLOADED} if too many wait in all
         */
        public void add(String owner) {
            requireRoom(owner);
            reserved.merge(owner, 1, Integer::sum);
            underWay.add(owner, 1);
        }

        /** The tasks wait now. */
        public void use() {
            reserved.forEach((owner, tasks) -> accepted.add(owner, tasks));
        }

        /** The transaction is over. */
        public void release() {
            reserved.forEach(underWay::remove);
            reserved.clear();
        }
    }

    /**
     * Refuses somebody of whom, or with whom, too many tasks wait; for what will lead to tasks later.
     *
     * @throws ApiException with {@link ErrorCode#TOO_MANY_REQUESTS} or {@link ErrorCode#OVERLOADED}
     */
    public void requireRoom(String owner) {
        Tally since = accepted;
        // Read in this order, so that a count that ends meanwhile is seen twice rather than not at all
        Tally before = beingCounted;
        Count count = counted;
        int own = count.of(owner) + before.of(owner) + since.of(owner) + underWay.of(owner);
        if (own >= settings.maxWaitingPerOwner()) {
            throw ApiException.retryLater(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "%d of your tasks are waiting, and no more than %d may: cancel some, or try again later"
                            .formatted(own, settings.maxWaitingPerOwner()),
                    pause(own - settings.maxWaitingPerOwner(), drainedPerSecond / Math.max(1, count.owners())));
        }
        int all = count.total() + before.total() + since.total() + underWay.total();
        if (all >= settings.maxWaiting()) {
            throw ApiException.retryLater(
                    ErrorCode.OVERLOADED,
                    "%d tasks are waiting, and no more than %d may: try again later"
                            .formatted(all, settings.maxWaiting()),
                    pause(all - settings.maxWaiting(), drainedPerSecond));
        }
    }

    /** Until there is room for one more, if tasks go on leaving the queue as they did lately. */
    private static Duration pause(int excess, double perSecond) {
        double seconds = perSecond <= 0 ? LONGEST_PAUSE.toSeconds() : (excess + 1) / perSecond;
        return Duration.ofSeconds(
                Math.clamp((long) Math.ceil(seconds), SHORTEST_PAUSE.toSeconds(), LONGEST_PAUSE.toSeconds()));
    }

    @Scheduled(every = "1s", concurrentExecution = SKIP)
    Uni<Void> tick() {
        return System.nanoTime() - nextCount < 0
                ? Uni.createFrom().voidItem()
                : count().onFailure()
                        .invoke(failure ->
                                LOG.warnf("Waiting tasks can't be counted for now: %s", failure.getMessage()))
                        .onFailure()
                        .recoverWithNull();
    }

    /** Counts who waits. */
    Uni<Void> count() {
        long begin = System.nanoTime();
        // What is accepted from now on may be counted twice until the next time, but not be missed
        Tally before = accepted;
        beingCounted = before;
        accepted = new Tally();
        return repository
                .count()
                .invoke(count -> {
                    long took = System.nanoTime() - begin;
                    nextCount = begin + Math.min(took * SHARE_OF_TIME, LONGEST_INTERVAL_SECONDS * 1_000_000_000L);
                    drainedPerSecond = count.dispatchedPerSecondSince(counted).orElse(drainedPerSecond);
                    counted = count;
                    beingCounted = new Tally();
                })
                .onFailure()
                .invoke(() -> {
                    before.byOwner.forEach(accepted::add);
                    beingCounted = new Tally();
                })
                .replaceWithVoid();
    }
}
