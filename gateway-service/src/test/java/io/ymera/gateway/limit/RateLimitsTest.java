package io.ymera.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import io.ymera.testkit.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With Redis there. */
class RateLimitsTest {

    private static final Limit DEFAULT = new Limit("default", 100, Duration.ofMinutes(10));
    private static final Limit ONCE = new Limit("once", 1, Duration.ofMinutes(10));
    private static final int MORE_THAN_A_CALL_TAKES = 3 * Lane.MOST_AT_ONCE;

    @BeforeEach
    void redisIsThere() {
        TestServers.redis().restart();
        try (Replica replica = new Replica(Replica.FOR_EVER)) {
            replica.redis(Command.FLUSHALL);
        }
    }

    @Test
    void tellsWhatIsLeftUntilNothingIs() {
        Limit two = new Limit("two", 2, Duration.ofMinutes(10));
        try (Replica replica = new Replica(Replica.FOR_EVER)) {
            List<Verdict> verdicts = Stream.generate(() -> replica.admit(two, "user:ada"))
                    .limit(3)
                    .toList();

            assertThat(verdicts).extracting(Verdict::admitted).containsExactly(true, true, false);
            assertThat(verdicts).extracting(Verdict::remaining).containsExactly(1L, 0L, 0L);
            assertThat(verdicts).extracting(Verdict::limit).containsOnly(two);
            assertThat(verdicts.getLast().retryAfter())
                    .isPositive()
                    .isLessThanOrEqualTo(two.window())
                    .isEqualTo(verdicts.getLast().reset());
            assertThat(replica.checks("admitted", "redis")).isEqualTo(2);
            assertThat(replica.checks("denied", "redis")).isEqualTo(1);
        }
    }

    @Test
    void limitsAndCallersAreCountedApart() {
        try (Replica replica = new Replica(Replica.FOR_EVER)) {
            replica.admit(ONCE, "user:ada");

            assertThat(replica.admit(ONCE, "user:ada").admitted()).isFalse();
            assertThat(replica.admit(ONCE, "user:grace").admitted()).isTrue();
            assertThat(replica.admit(DEFAULT, "user:ada").admitted()).isTrue();
        }
    }

    @Test
    void whatComesTogetherIsTakenInOrder() {
        try (Replica replica = new Replica(Replica.FOR_EVER)) {
            List<Verdict> verdicts = together(replica, MORE_THAN_A_CALL_TAKES, i -> "user:ada");

            assertThat(verdicts.subList(0, 100))
                    .extracting(Verdict::remaining)
                    .containsExactlyElementsOf(
                            IntStream.range(0, 100).mapToObj(i -> 99L - i).toList());
            assertThat(verdicts.subList(0, 100)).allMatch(Verdict::admitted);
            assertThat(verdicts.subList(100, MORE_THAN_A_CALL_TAKES)).noneMatch(Verdict::admitted);
        }
    }

    @Test
    void manyCallersInOneCallAreNotMixedUp() {
        try (Replica replica = new Replica(Replica.FOR_EVER)) {
            List<Verdict> verdicts = together(replica, MORE_THAN_A_CALL_TAKES, i -> "user:" + i % 7);

            for (int i = 0; i < verdicts.size(); i++) {
                assertThat(verdicts.get(i).admitted()).isEqualTo(i / 7 < DEFAULT.requests());
                assertThat(verdicts.get(i).remaining()).isEqualTo(Math.max(0, DEFAULT.requests() - 1 - i / 7));
            }
        }
    }

    private static List<Verdict> together(Replica replica, int count, IntFunction<String> key) {
        Promise<List<Verdict>> all = Promise.promise();
        replica.vertx.runOnContext(turn -> Future.all(IntStream.range(0, count)
                        .mapToObj(i -> replica.limits.admit(DEFAULT, key.apply(i)))
                        .toList())
                .map(done -> done.<Verdict>list())
                .onComplete(all));
        return Replica.await(all.future());
    }

    @Test
    void whoFailsWithItsVerdictKeepsNobodyElseFromTheirs() {
        try (Replica replica = new Replica(Replica.FOR_EVER)) {
            Context asking = replica.vertx.getOrCreateContext();
            Promise<Verdict> another = Promise.promise();
            Promise<Verdict> later = Promise.promise();

            asking.runOnContext(turn -> {
                replica.limits.admit(DEFAULT, "user:ada").onSuccess(verdict -> {
                    throw new IllegalStateException("as asked");
                });
                replica.limits.admit(DEFAULT, "user:grace").onComplete(another);
            });

            assertThat(Replica.await(another.future()).admitted()).isTrue();
            asking.runOnContext(
                    turn -> replica.limits.admit(DEFAULT, "user:linus").onComplete(later));
            assertThat(Replica.await(later.future()).admitted()).isTrue();
        }
    }

    @Test
    void theVerdictComesWhereItWasAskedFor() {
        try (Replica replica = new Replica(Replica.FOR_EVER)) {
            Context asking = replica.vertx.getOrCreateContext();
            Promise<Context> answered = Promise.promise();

            asking.runOnContext(turn -> replica.limits
                    .admit(DEFAULT, "user:ada")
                    .onComplete(verdict -> answered.complete(Vertx.currentContext())));

            assertThat(Replica.await(answered.future())).isSameAs(asking);
        }
    }

    @Test
    void isFoundByTheDigestOfTheScriptAndAgainWhenRedisHasLostIt() {
        try (Replica replica = new Replica(Replica.FOR_EVER)) {
            replica.admit(DEFAULT, "user:ada");

            replica.redis(Command.SCRIPT, "FLUSH");
            Verdict verdict = replica.admit(DEFAULT, "user:ada");

            assertThat(verdict.remaining()).isEqualTo(DEFAULT.requests() - 2);
            assertThat(replica.limits.isShared()).isTrue();
            assertThat(replica.checks("admitted", "local")).isZero();
        }
    }

    @Test
    void aRefusedCallerIsRememberedAndRedisIsNotAsked() {
        AtomicLong nanos = new AtomicLong();
        try (Replica replica = new Replica(Replica.FOR_EVER, "true", WindowScript.SOURCE, nanos::get)) {
            replica.admit(ONCE, "user:ada");
            Verdict refused = replica.admit(ONCE, "user:ada");
            replica.redis(Command.FLUSHALL);

            nanos.set(Denials.BELIEVED_FOR.toNanos() - 1);
            Verdict remembered = replica.admit(ONCE, "user:ada");

            assertThat(remembered.admitted()).isFalse();
            assertThat(remembered.retryAfter())
                    .isEqualTo(refused.retryAfter().minus(Denials.BELIEVED_FOR).plusNanos(1));
        }
    }

    @Test
    void whatRedisHasForgottenIsNotHeldAgainstACallerForLong() {
        AtomicLong nanos = new AtomicLong();
        try (Replica replica = new Replica(Replica.FOR_EVER, "true", WindowScript.SOURCE, nanos::get)) {
            replica.admit(ONCE, "user:ada");
            replica.admit(ONCE, "user:ada");
            replica.redis(Command.FLUSHALL);

            nanos.set(Denials.BELIEVED_FOR.toNanos());

            assertThat(replica.admit(ONCE, "user:ada").admitted()).isTrue();
        }
    }

    @Test
    void aRefusedCallerPassesAsSoonAsRedisLetsThem() {
        Limit quick = new Limit("quick", 1, Duration.ofMillis(500));
        AtomicLong nanos = new AtomicLong();
        try (Replica replica = new Replica(Replica.FOR_EVER, "true", RedisClock.drivenScript(), nanos::get)) {
            long start = 1_800_000_000_000_000L;
            RedisClock.set(replica, start);
            replica.admit(quick, "user:ada");
            Verdict refused = replica.admit(quick, "user:ada");

            RedisClock.set(replica, start + 500_000);
            nanos.set(499_999_999);
            Verdict early = replica.admit(quick, "user:ada");
            nanos.set(500_000_000);
            Verdict inTime = replica.admit(quick, "user:ada");

            assertThat(refused.retryAfter()).isEqualTo(quick.window());
            assertThat(early.admitted()).isFalse();
            assertThat(inTime.admitted()).isTrue();
        }
    }

    @Test
    void hostileKeysAreKeysLikeOthers() {
        List<String> keys = List.of(
                "user:\r\n*1\r\n$8\r\nFLUSHALL\r\n",
                "user:\0",
                "user:%s%n{}[]*?\\\"'",
                "user:" + "a".repeat(100_000),
                "user:\uD83D\uDE00",
                "user:\uD83D",
                "",
                "address:[::1",
                "user:' .. redis.call('FLUSHALL') .. '");
        try (Replica replica = new Replica(Replica.FOR_EVER)) {
            for (String key : keys) {
                assertThat(replica.admit(ONCE, key).admitted()).as(key).isTrue();
            }
            for (String key : keys) {
                assertThat(replica.admit(ONCE, key).admitted()).as(key).isFalse();
            }

            Response stored = replica.redis(Command.KEYS, "*");
            assertThat(stored).hasSize(keys.size());
            for (Response key : stored) {
                assertThat(key.toString()).startsWith("ymera:limit:once:").hasSizeLessThan(130);
                assertThat(replica.redis(Command.PTTL, key.toString()).toLong())
                        .isPositive()
                        .isLessThanOrEqualTo(ONCE.window().toMillis() + 1);
            }
        }
    }

    @Test
    void switchedOffItCountsNothing() {
        try (Replica replica = new Replica(Replica.FOR_EVER, "false", WindowScript.SOURCE, System::nanoTime).start()) {
            replica.admit(ONCE, "user:ada");
            Verdict verdict = replica.admit(ONCE, "user:ada");

            assertThat(verdict.admitted()).isTrue();
            assertThat(replica.limits.isEnabled()).isFalse();
            assertThat(replica.limits.isShared()).isFalse();
            assertThat(replica.redis(Command.KEYS, "*")).isEmpty();
        }
    }

    @Test
    void anyThreadMayAsk() throws InterruptedException {
        Limit many = new Limit("many", 1_000, Duration.ofMinutes(10));
        String key = "user:" + UUID.randomUUID();
        AtomicLong admitted = new AtomicLong();
        try (Replica replica = new Replica(Replica.FOR_EVER)) {
            List<Thread> threads = IntStream.range(0, 20)
                    .mapToObj(t -> Thread.startVirtualThread(() -> {
                        for (int i = 0; i < 60; i++) {
                            if (replica.admit(many, key).admitted()) {
                                admitted.incrementAndGet();
                            }
                        }
                    }))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
        }

        assertThat(admitted).hasValue(many.requests());
    }
}
