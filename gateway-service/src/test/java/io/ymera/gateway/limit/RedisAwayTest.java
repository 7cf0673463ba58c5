package io.ymera.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.ymera.testkit.TestServers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a Redis that is killed, hangs, or answers with errors, and with one that comes back. */
class RedisAwayTest {

    private static final Limit TWO = new Limit("two", 2, Duration.ofMinutes(10));
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Replica replica = new Replica(PATIENCE);

    @BeforeEach
    void redisIsThere() {
        TestServers.redis().restart();
        replica.redis(Command.FLUSHALL);
        replica.start();
        replica.admit(new Limit("first", 1, Duration.ofMinutes(1)), "user:ada");
        replica.awaitShared(true);
    }

    @AfterEach
    void close() {
        replica.close();
        TestServers.redis().restart();
    }

    @Test
    void eachReplicaCountsByItselfWhileRedisIsAway() {
        TestServers.redis().kill9();

        assertThat(replica.admit(TWO, "user:ada").remaining()).isEqualTo(1);
        assertThat(replica.admit(TWO, "user:ada").remaining()).isZero();
        Verdict third = replica.admit(TWO, "user:ada");

        assertThat(third.admitted()).isFalse();
        assertThat(third.retryAfter()).isPositive().isLessThanOrEqualTo(TWO.window());
        assertThat(replica.limits.isShared()).isFalse();
        assertThat(shared()).isZero();
        assertThat(replica.checks("admitted", "local")).isGreaterThanOrEqualTo(2);
        assertThat(replica.checks("denied", "local")).isEqualTo(1);
    }

    @Test
    void redisCountsAgainWhenItIsBack() {
        TestServers.redis().kill9();
        replica.admit(TWO, "user:ada");
        replica.awaitShared(false);

        TestServers.redis().restart();
        replica.awaitShared(true);
        replica.admit(TWO, "user:grace");

        assertThat(shared()).isEqualTo(1);
        assertThat(replica.redis(Command.EXISTS, "ymera:limit:two:user:grace").toInteger())
                .isEqualTo(1);
    }

    @Test
    void whoWaitsForARedisThatHangsIsAnsweredHere() {
        Verdict verdict;
        TestServers.redis().freeze();
        try {
            verdict = replica.admit(TWO, "user:ada");
            assertThat(replica.limits.isShared()).isFalse();
        } finally {
            TestServers.redis().thaw();
        }

        assertThat(verdict.admitted()).isTrue();
        assertThat(verdict.remaining()).isEqualTo(1);
        replica.awaitShared(true);
    }

    @Test
    void answersThatComeTooLateAreNobodys() {
        TestServers.redis().freeze();
        try {
            replica.admit(TWO, "user:ada");
            replica.awaitShared(false);
        } finally {
            TestServers.redis().thaw();
        }
        replica.awaitShared(true);

        // the connection has answered what was asked of it while it hung, and before this
        assertThat(replica.admit(new Limit("other", 7, Duration.ofMinutes(10)), "user:grace")
                        .remaining())
                .isEqualTo(6);
        // what was counted here and late in Redis as well counts there, once
        assertThat(replica.admit(TWO, "user:ada").remaining()).isZero();
    }

    @Test
    void aRedisThatPausesItsClientsHangsToo() {
        replica.redis(Command.CLIENT, "PAUSE", "2000");

        Verdict verdict = replica.admit(TWO, "user:ada");

        assertThat(verdict.admitted()).isTrue();
        assertThat(replica.checks("admitted", "local")).isEqualTo(1);
        replica.awaitShared(true);
    }

    @Test
    void errorsOfRedisAreNobodysFault() {
        replica.redis(Command.CONFIG, "SET", "maxmemory", "1");
        try {
            assertThat(replica.admit(TWO, "user:ada").admitted()).isTrue();
            assertThat(replica.limits.isShared()).isFalse();
        } finally {
            replica.redis(Command.CONFIG, "SET", "maxmemory", "0");
        }

        replica.awaitShared(true);
    }

    @Test
    void aReplicaThatStartsWithoutRedisFindsItLater() {
        TestServers.redis().kill9();
        try (Replica late = new Replica(PATIENCE).start()) {
            late.awaitShared(false);
            assertThat(late.admit(TWO, "user:ada").admitted()).isTrue();

            TestServers.redis().restart();

            late.awaitShared(true);
        }
    }

    @Test
    void aConnectionThatRedisHasEndedIsOpenedAgain() {
        replica.redis(Command.CLIENT, "KILL", "TYPE", "normal", "SKIPME", "yes");
        replica.awaitShared(true);

        replica.admit(TWO, "user:ada");
        replica.awaitShared(true);
        Verdict verdict = replica.admit(TWO, "user:grace");

        assertThat(verdict.admitted()).isTrue();
    }

    /** The connection's pool lives on another event loop, so its end may be over before anybody listens for it. */
    @Test
    void aConnectionThatHadEndedWhenItCameIsOpenedAgain() {
        AtomicInteger connections = new AtomicInteger();
        try (Replica other = new Replica(
                PATIENCE,
                redis -> connections.incrementAndGet() == 1
                        ? redis.connect().compose(RedisAwayTest::killed)
                        : redis.connect())) {
            other.start();
            other.awaitShared(false);
            other.awaitShared(true);

            assertThat(other.admit(TWO, "user:grace").admitted()).isTrue();
        }
    }

    private static Future<RedisConnection> killed(RedisConnection connection) {
        return connection
                .send(Request.cmd(Command.CLIENT)
                        .arg("KILL")
                        .arg("TYPE")
                        .arg("normal")
                        .arg("SKIPME")
                        .arg("no"))
                .transform(sent -> ended(connection));
    }

    private static Future<RedisConnection> ended(RedisConnection connection) {
        return connection
                .send(Request.cmd(Command.PING))
                .transform(sent -> sent.failed() ? Future.succeededFuture(connection) : ended(connection));
    }

    private double shared() {
        return replica.metrics.get("ymera.gateway.rate.limit.shared").gauge().value();
    }
}
