package io.ymera.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every sliding window has to do: held, step by step on a clock that is set, against a log of all requests. */
abstract class WindowContract {

    private static final int STEPS = 1_000;

    /** The same caller again, {@code wanted} requests at the moment {@code micros}. */
    abstract List<Verdict> admit(Limit limit, int wanted, long micros);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void neverLetsMorePassThanTheLimitAndHardlyLess(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int requests = random.nextBoolean() ? random.nextInt(1, 10) : random.nextInt(100, 1_000);
        // not shorter, because Redis forgets by the real clock what is a window old
        Limit limit = new Limit("seed-" + seed, requests, Duration.ofSeconds(random.nextInt(600, 4_000)));
        Log log = new Log(limit);
        long now = 1_800_000_000_000_000L;

        for (int step = 0; step < STEPS; step++) {
            int wanted = random.nextInt(1, 2 + requests / 20);
            for (Verdict verdict : admit(limit, wanted, now)) {
                log.hold(verdict, now);
            }
            now += pause(random, limit, log);
        }

        assertThat(log.refused).isPositive();
    }

    private static long pause(SplittableRandom random, Limit limit, Log log) {
        long window = limit.windowMicros();
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> log.wait;
            case 3 -> Math.max(0, log.wait - 1);
            case 4 -> random.nextLong(window / 64);
            case 5 -> random.nextInt(20) == 0 ? window + random.nextLong(window) : random.nextLong(window / 10);
            default -> random.nextLong(1 + window / limit.requests());
        };
    }

    /** All requests that were admitted, and when. */
    private static final class Log {
        private final List<Long> admitted = new ArrayList<>();
        private final Limit limit;
        private final long window;
        private final long slice;
        private int refused;
        private boolean blocked;
        private long mayPassAt;
        private long wait;

        Log(Limit limit) {
            this.limit = limit;
            this.window = limit.windowMicros();
            this.slice = Math.ceilDiv(window, WindowScript.SLICES);
        }

        void hold(Verdict verdict, long now) {
            if (verdict.admitted()) {
                assertThat(now).as("nothing passes earlier than was said").isGreaterThanOrEqualTo(mayPassAt);
                assertThat(after(now - window)).as("room in the window").isLessThan(limit.requests());
                admitted.add(now);
                assertThat(verdict.retryAfter()).isZero();
            } else {
                refused++;
                assertThat(blocked && now >= mayPassAt)
                        .as("it should pass by now, as was said")
                        .isFalse();
                assertThat(after(now - window - slice)).as("no room").isGreaterThanOrEqualTo(limit.requests());
                assertThat(verdict.retryAfter()).isEqualTo(verdict.reset());
            }
            assertThat(verdict.remaining())
                    .isLessThanOrEqualTo(limit.requests() - after(now - window))
                    .isGreaterThanOrEqualTo(limit.requests() - after(now - window - slice));
            wait = verdict.reset().toNanos() / 1_000;
            assertThat(wait).isPositive().isLessThanOrEqualTo(window);
            long oldest = admitted.get(admitted.size() - after(now - window));
            assertThat(wait).isBetween(oldest + window - now, oldest + window - now + slice);
            blocked = !verdict.admitted();
            if (blocked) {
                mayPassAt = now + wait;
            }
        }

        private int after(long moment) {
            int count = 0;
            while (count < admitted.size() && admitted.get(admitted.size() - 1 - count) > moment) {
                count++;
            }
            return count;
        }
    }
}
