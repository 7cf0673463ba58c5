package io.ymera.manager.callback;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends callbacks that are due: looks once a second, and whenever one has been sent. Several managers may do so at the same
 * time; a callback is sent by the one that claimed it, and if that is not heard of any more, by another: at least once, with
 * the same id.
 */
@Singleton
class CallbackSender {

    private static final Logger LOG = Logger.getLogger(CallbackSender.class);

    /** For noting what came of an attempt, after its time. */
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(15);

    /** What is under way when the manager stops may end. */
    private static final Duration DRAIN = Duration.ofSeconds(3);

    private static final Duration PUT_BACK = Duration.ofSeconds(2);

    private enum State {
        IDLE,
        RUNNING,
        RUN_AGAIN,
        STOPPED
    }

    private final CallbackRepository repository;
    private final Courier courier;
    private final Keyring keyring;
    private final CallbackSettings settings;
    private final Clock clock;
    private final RandomGenerator random;
    private final MeterRegistry metrics;
    private final Lanes lanes;
    private final Backoff backoff;
    private final Map<UUID, Cancellable> underWay = new ConcurrentHashMap<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

    CallbackSender(
            CallbackRepository repository,
            Courier courier,
            Keyring keyring,
            CallbackSettings settings,
            Clock clock,
            RandomGenerator random,
            MeterRegistry metrics) {
        this.repository = repository;
        this.courier = courier;
        this.keyring = keyring;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.metrics = metrics;
        this.lanes = new Lanes(settings);
        this.backoff = new Backoff(settings.firstPause(), settings.maxPause());
        metrics.gauge("ymera.callbacks.sending", lanes, Lanes::inUse);
    }

    @Scheduled(every = "1s")
    void tick() {
        // Without the key nothing could be signed; what is there waits for it
        if (keyring.isReady()) {
            wake();
        }
    }

    /** Says that there may be something to send. Returns at once; never fails. */
    void wake() {
        State before = state.getAndUpdate(now -> switch (now) {
            case IDLE -> State.RUNNING;
            case RUNNING, RUN_AGAIN -> State.RUN_AGAIN;
            case STOPPED -> State.STOPPED;
        });
        if (before == State.IDLE) {
            run();
        }
    }

    private void run() {
        sendDue()
                .onFailure()
                .invoke(failure -> LOG.warnf("Callbacks wait for now: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .subscribe()
                .with(done -> {
                    if (!state.compareAndSet(State.RUNNING, State.IDLE)
                            && state.compareAndSet(State.RUN_AGAIN, State.RUNNING)) {
                        run();
                    }
                });
    }

    /** Begins to send what is due and has a lane. */
    Uni<Void> sendDue() {
        if (lanes.free() <= 0) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        return repository
                .candidates(now, lanes.busyOwners(), lanes.busyReceivers(), settings.perOwner(), lanes.free())
                .map(lanes::take)
                .chain(taken -> taken.isEmpty() ? Uni.createFrom().voidItem() : claim(taken, now));
    }

    private Uni<Void> claim(List<UUID> taken, Instant now) {
        Instant leaseEnd = now.plus(settings.totalTimeout()).plus(LEASE_MARGIN);
        return repository
                .claim(taken, now, leaseEnd)
                .onFailure()
                .invoke(failure -> taken.forEach(lanes::free))
                .invoke(parcels -> {
                    Set<UUID> notOurs = new HashSet<>(taken);
                    parcels.forEach(parcel -> notOurs.remove(parcel.id()));
                    notOurs.forEach(lanes::free);
                    parcels.forEach(this::send);
                    // There may be more, of owners and hosts that still have lanes
                    wake();
                })
                .replaceWithVoid();
    }

    private void send(Parcel parcel) {
        Instant begun = clock.instant();
        long nanos = System.nanoTime();
        Cancellable sending = courier.deliver(parcel)
                .chain(answer -> note(parcel, answer, begun, Duration.ofNanos(System.nanoTime() - nanos)))
                .onTermination()
                .invoke(() -> {
                    underWay.remove(parcel.id());
                    lanes.free(parcel.id());
                    wake();
                })
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf(
                                "What came of callback %s could not be noted, it is sent again: %s",
                                parcel.id(), failure.getMessage()));
        underWay.put(parcel.id(), sending);
        if (!lanes.all().contains(parcel.id())) {
            underWay.remove(parcel.id());
        }
    }

    private Uni<Void> note(Parcel parcel, Answer answer, Instant begun, Duration took) {
        Instant now = clock.instant();
        Instant next = nextAttempt(parcel, answer, now);
        CallbackStatus status = answer.isDelivered()
                ? CallbackStatus.DELIVERED
                : answer.isGone() ? CallbackStatus.GONE : next == null ? CallbackStatus.FAILED : CallbackStatus.PENDING;
        return repository.record(parcel, status, next, begun, took, answer, now).invoke(() -> {
            metrics.timer("ymera.callbacks.attempts", "outcome", status.wireName())
                    .record(took);
            if (status == CallbackStatus.FAILED) {
                LOG.warnf("Callback %s is given up after %d attempts", parcel.id(), parcel.attempt());
            }
        });
    }

    private @Nullable Instant nextAttempt(Parcel parcel, Answer answer, Instant now) {
        if (answer.isDelivered() || answer.isGone()) {
            return null;
        }
        Instant next = now.plus(backoff.after(parcel.attempt(), answer.retryAfter(), random));
        return next.isAfter(parcel.createdAt().plus(settings.giveUpAfter())) ? null : next;
    }

    /** Begins nothing more, lets what is under way end within a little time, and leaves the rest to other managers. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        state.set(State.STOPPED);
        lanes.awaitEmpty(DRAIN.toMillis());
        Set<UUID> left = lanes.all();
        if (!left.isEmpty()) {
            underWay.values().forEach(Cancellable::cancel);
            repository
                    .putBack(left, clock.instant())
                    .ifNoItem()
                    .after(PUT_BACK)
                    .fail()
                    .onFailure()
                    .invoke(failure ->
                            LOG.warnf("%d callbacks are sent again later: %s", left.size(), failure.getMessage()))
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .indefinitely();
        }
    }
}
