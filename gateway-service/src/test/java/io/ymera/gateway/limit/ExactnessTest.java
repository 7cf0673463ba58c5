package io.ymera.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.ymera.testkit.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Fifty clients with one token, who ask two replicas as fast as they can. */
class ExactnessTest {

    private static final Limit LIMIT = new Limit("exact", 400, Duration.ofSeconds(2));
    private static final long WINDOW = LIMIT.window().toNanos();
    private static final int CLIENTS = 50;
    /** The fourth begins soon after three have passed; half a window is left for that. */
    private static final int WINDOWS = 4;

    private static final long GO_ON_FOR = WINDOWS * WINDOW - WINDOW / 2;

    private final Queue<Passed> passed = new ConcurrentLinkedQueue<>();

    /** A request that was admitted, at some moment between these. */
    private record Passed(long after, long before) {}

    @Test
    void exactlyTheLimitPassesInEachWindow() {
        TestServers.redis().restart();
        try (Replica one = new Replica(Replica.FOR_EVER).start();
                Replica other = new Replica(Replica.FOR_EVER).start()) {
            one.redis(Command.FLUSHALL);
            long start = System.nanoTime();

            List<Promise<Void>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Promise<Void> done = Promise.promise();
                clients.add(done);
                Replica replica = i % 2 == 0 ? one : other;
                replica.vertx.runOnContext(turn -> ask(replica, start + GO_ON_FOR, done));
            }
            clients.forEach(done -> Replica.await(done.future()));

            long windows = (System.nanoTime() - start) / WINDOW + 1;
            assertThat(passed.size())
                    .isLessThanOrEqualTo((int) windows * LIMIT.requests())
                    .isGreaterThanOrEqualTo(WINDOWS * LIMIT.requests() * 99 / 100);
            assertThat(mostInAWindow()).isLessThanOrEqualTo(LIMIT.requests());
        }
    }

    private void ask(Replica replica, long until, Promise<Void> done) {
        long asked = System.nanoTime();
        if (asked - until >= 0) {
            done.complete();
            return;
        }
        replica.limits.admit(LIMIT, "user:ada").onSuccess(verdict -> {
            if (verdict.admitted()) {
                passed.add(new Passed(asked, System.nanoTime()));
            }
            replica.vertx.runOnContext(turn -> ask(replica, until, done));
        });
    }

    /** How many were certainly admitted in one and the same window, at most. */
    private int mostInAWindow() {
        Passed[] all = passed.toArray(Passed[]::new);
        return Arrays.stream(all)
                .mapToInt(first -> (int) Arrays.stream(all)
                        .filter(each -> each.after() >= first.after() && each.before() - first.after() < WINDOW)
                        .count())
                .max()
                .orElse(0);
    }
}
