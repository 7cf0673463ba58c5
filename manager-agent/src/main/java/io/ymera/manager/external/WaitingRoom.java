package io.ymera.manager.external;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.ymera.manager.capability.CapabilityVersion;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where agents wait for work. While anybody does, there is one look at the queue for all of them every moment, whichever
 * replica a task was handed in at; as many as there are tasks for are called, who came first first. Thread-safe.
 */
@Singleton
class WaitingRoom {

    private static final Logger LOG = Logger.getLogger(WaitingRoom.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /** No agent can ask for more at once. */
    private static final int MOST = 100;

    private final LeaseRepository repository;

    private final Set<Seat> seats = new LinkedHashSet<>();
    private @Nullable Cancellable looking;

    /** Whether the last look failed, so that it is said once. */
    private volatile boolean blind;

    WaitingRoom(LeaseRepository repository) {
        this.repository = repository;
    }

    void start(@Observes StartupEvent event) {
        looking = Multi.createFrom()
                .ticks()
                .every(LOOK_EVERY)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> look())
                .subscribe()
                .with(done -> {}, failure -> LOG.error("Agents over HTTP wait in vain from now on", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        if (looking != null) {
            looking.cancel();
        }
    }

    private record Seat(Set<CapabilityVersion> queues, int most, CompletableFuture<Void> called) {

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /**
     * Completes when there may be work in one of {@code queues}, when {@code leave} completes, or after {@code longest}.
     *
     * @param most for how many tasks the agent has room
     */
    Uni<Void> await(Collection<CapabilityVersion> queues, int most, Duration longest, CompletableFuture<Void> leave) {
        Context context = Vertx.currentContext();
        Seat seat = new Seat(Set.copyOf(queues), most, new CompletableFuture<>());
        sit(seat);
        leave.whenComplete((left, failure) -> seat.called().complete(null));
        return Uni.createFrom()
                .completionStage(seat.called())
                .ifNoItem()
                .after(longest)
                .recoverWithItem((Void) null)
                .onTermination()
                .invoke(() -> stand(seat))
                .emitOn(task -> {
                    if (context == null) {
                        task.run();
                    } else {
                        context.runOnContext(ignored -> task.run());
                    }
                });
    }

    private synchronized void sit(Seat seat) {
        if (seat.queues().isEmpty()) {
            return;
        }
        seats.add(seat);
    }

    private synchronized void stand(Seat seat) {
        seats.remove(seat);
    }

    private Uni<Void> look() {
        Set<CapabilityVersion> queues = new LinkedHashSet<>();
        synchronized (this) {
            seats.forEach(seat -> queues.addAll(seat.queues()));
        }
        if (queues.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return repository
                .waiting(queues, MOST)
                .invoke(waiting ->
                        callable(waiting).forEach(seat -> seat.called().complete(null)))
                .invoke(() -> blind = false)
                .onFailure()
                .invoke(failure -> {
                    if (!blind) {
                        LOG.warnf("No look at the queue for agents over HTTP, for now: %s", failure.getMessage());
                    }
                    blind = true;
                })
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private synchronized List<Seat> callable(Map<CapabilityVersion, Integer> waiting) {
        List<Seat> called = new ArrayList<>();
        for (Seat seat : seats) {
            int room = seat.most();
            for (CapabilityVersion queue : seat.queues()) {
                int taken = Math.min(room, waiting.getOrDefault(queue, 0));
                waiting.merge(queue, -taken, Integer::sum);
                room -= taken;
            }
            if (room < seat.most()) {
                called.add(seat);
            }
        }
        return called;
    }
}
