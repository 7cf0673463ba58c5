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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Fifty clients with one token, who ask two replicas as fast as they can. How fast that is does not matter. */
class ExactnessTest {

    private static final Limit LIMIT = new Limit("exact", 400, Duration.ofSeconds(2));
    private static final long WINDOW = LIMIT.window().toNanos();
    /** A request may count for up to 1/128 of the window too long. */
    private static final long COUNTED = WINDOW + WINDOW / 100;

    private static final int CLIENTS = 50;
    private static final int ENOUGH = 4 * LIMIT.requests();

    private final Queue<Asked> passed = new ConcurrentLinkedQueue<>();
    private final Queue<Asked> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger passes = new AtomicInteger();

    /** A request that was decided on at some moment between these. */
    private record Asked(long after, long before) {}

    @Test
    void exactlyTheLimitPassesInEachWindow() {
        TestServers.redis().restart();
        try (Replica one = new Replica(Replica.FOR_EVER).start();
                Replica other = new Replica(Replica.FOR_EVER).start()) {
            one.redis(Command.FLUSHALL);

            List<Promise<Void>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Promise<Void> done = Promise.promise();
                clients.add(done);
                Replica replica = i % 2 == 0 ? one : other;
                replica.vertx.runOnContext(turn -> ask(replica, done));
            }
            clients.forEach(done -> Replica.await(done.future()));

            assertThat(mostInAWindow()).isLessThanOrEqualTo(LIMIT.requests());
            assertThat(refused).isNotEmpty();
            assertThat(fewestBeforeARefusal()).isGreaterThanOrEqualTo(LIMIT.requests());
        }
    }

    private void ask(Replica replica, Promise<Void> done) {
        if (passes.get() >= ENOUGH) {
            done.complete();
            return;
        }
        long asked = System.nanoTime();
        replica.limits.admit(LIMIT, "user:ada").onSuccess(verdict -> {
            (verdict.admitted() ? passed : refused).add(new Asked(asked, System.nanoTime()));
            if (verdict.admitted()) {
                passes.incrementAndGet();
            }
            replica.vertx.runOnContext(turn -> ask(replica, done));
        });
    }

    /** How many were certainly admitted in one and the same window, at most. */
    private int mostInAWindow() {
        Asked[] all = passed.toArray(Asked[]::new);
        return Arrays.stream(all)
                .mapToInt(first -> (int) Arrays.stream(all)
                        .filter(each -> each.after() >= first.after() && each.before() - first.after() < WINDOW)
                        .count())
                .max()
                .orElse(0);
    }

    /** How many may have been admitted in the window before a refusal, at least: with fewer it would be wrong. */
    private int fewestBeforeARefusal() {
        long origin = passed.element().after();
        long[] begun = passed.stream()
                .mapToLong(each -> each.after() - origin)
                .sorted()
                .toArray();
        long[] ended = passed.stream()
                .mapToLong(each -> each.before() - origin)
                .sorted()
                .toArray();
        return refused.stream()
                .mapToInt(each -> below(begun, each.before() - origin) - below(ended, each.after() - origin - COUNTED))
                .min()
                .orElse(0);
    }

    /** How many of {@code sorted} are less than {@code bound}. */
    private static int below(long[] sorted, long bound) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < bound) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
