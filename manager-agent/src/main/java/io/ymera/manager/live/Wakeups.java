package io.ymera.manager.live;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.pubsub.ReactivePubSubCommands;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
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

    private final ReactivePubSubCommands<String> redis;
    private final Map<String, Follower> followers = new ConcurrentHashMap<>();
    private @Nullable Cancellable subscription;

    Wakeups(ReactiveRedisDataSource redis) {
        this.redis = redis.pubsub(String.class);
    }

    void start(@Observes StartupEvent event) {
        subscription = redis.subscribe(CHANNEL)
                .onFailure()
                .invoke(failure -> LOG.warnf("Not woken by Redis for now: %s", failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(RECONNECT_AT_FIRST, RECONNECT_AT_MOST)
                .indefinitely()
                .subscribe()
                .with(this::received);
    }

    private void received(String tasks) {
        for (String task : tasks.split(" ")) {
            Follower follower = followers.get(task);
            if (follower != null) {
                follower.changes.onNext(UUID.fromString(task));
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (subscription != null) {
            subscription.cancel();
        }
    }

    /** Says that something happened to these tasks, after it was committed. Never fails, never blocks. */
    public void changed(Collection<UUID> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        redis.publish(CHANNEL, tasks.stream().map(UUID::toString).collect(Collectors.joining(" ")))
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
