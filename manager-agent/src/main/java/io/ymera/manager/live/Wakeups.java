package io.ymera.manager.live;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.pubsub.ReactivePubSubCommands;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells every replica of the manager that something happened to a task, over Redis pub/sub. A wake-up may be lost: whoever
 * waits for one looks into PostgreSQL every now and then as well.
 */
@Singleton
public class Wakeups {

    private static final Logger LOG = Logger.getLogger(Wakeups.class);
    private static final String CHANNEL = "ymera:task-changed";
    private static final Duration RECONNECT_AT_FIRST = Duration.ofMillis(500);
    private static final Duration RECONNECT_AT_MOST = Duration.ofSeconds(5);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(4);

    /** Names no task. */
    private static final String BEAT = "-";

    private final ReactivePubSubCommands<String> redis;
    private final Map<String, Follower> followers = new ConcurrentHashMap<>();
    private volatile @Nullable Cancellable subscription;

    /** Whether what happens is told here, as far as we know. */
    private volatile boolean connected;

    private volatile long heardAt;

    Wakeups(ReactiveRedisDataSource redis) {
        this.redis = redis.pubsub(String.class);
    }

    void start(@Observes StartupEvent event) {
        subscription = redis.subscribe(CHANNEL)
                .onCompletion()
                .failWith(() -> new IOException("Redis hung up"))
                .onFailure()
                .invoke(failure -> {
                    LOG.warnf("Not woken by Redis for now: %s", failure.getMessage());
                    disconnected();
                })
                .onFailure()
                .retry()
                .withBackOff(RECONNECT_AT_FIRST, RECONNECT_AT_MOST)
                .indefinitely()
                .subscribe()
                .with(this::received);
    }

    /** Every manager is heard by all: who hears nobody, not even itself, is cut off, though nothing may have failed. */
    @Scheduled(every = "1s")
    void beat() {
        if (connected && System.nanoTime() - heardAt > LONGEST_SILENCE.toNanos()) {
            LOG.warnf("Not woken by Redis for now: nothing was heard for %d s", LONGEST_SILENCE.toSeconds());
            disconnected();
        }
        publish(BEAT);
    }

    private void received(String message) {
        heardAt = System.nanoTime();
        if (!connected) {
            connected = true;
            wakeAll();
        }
        if (!message.equals(BEAT)) {
            wake(message);
        }
    }

    private void disconnected() {
        if (connected) {
            connected = false;
            wakeAll();
        }
    }

    /** Whether wake-ups come; when that changes everybody who waits is woken. */
    boolean isConnected() {
        return connected;
    }

    private void wakeAll() {
        followers.forEach((task, follower) -> follower.changes.onNext(UUID.fromString(task)));
    }

    private void wake(String tasks) {
        for (String task : tasks.split(" ")) {
            Follower follower = followers.get(task);
            if (follower != null) {
                follower.changes.onNext(UUID.fromString(task));
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        Cancellable current = subscription;
        if (current != null) {
            current.cancel();
        }
    }

    /** Says that something happened to these tasks, after it was committed. Never fails, never blocks. */
    public void changed(Collection<UUID> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        publish(tasks.stream().map(UUID::toString).collect(Collectors.joining(" ")));
    }

    private void publish(String message) {
        redis.publish(CHANNEL, message)
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("Wake-ups lost: %s", failure.getMessage()));
    }

    /** An item whenever something happened to {@code task}; more or fewer than there were changes. */
    Multi<UUID> of(UUID task) {
        String name = task.toString();
        return Multi.createFrom().deferred(() -> {
            Follower follower =
                    followers.compute(name, (key, known) -> known == null ? new Follower() : known.oneMore());
            return follower.changes
                    .onOverflow()
                    .drop()
                    .onTermination()
                    .invoke(() -> followers.computeIfPresent(name, (key, known) -> known.oneLess() ? null : known));
        });
    }

    /** Those who follow one task. Changed inside the map's atomic operations only. */
    private static final class Follower {
        private final BroadcastProcessor<UUID> changes = BroadcastProcessor.create();
        private int count = 1;

        Follower oneMore() {
            count++;
            return this;
        }

        /** Whether nobody is left. */
        boolean oneLess() {
            count--;
            return count == 0;
        }
    }
}
