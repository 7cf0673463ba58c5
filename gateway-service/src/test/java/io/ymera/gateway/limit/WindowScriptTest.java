package io.ymera.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.ymera.testkit.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The script in a real Redis. */
class WindowScriptTest extends WindowContract {

    private static final long START = 1_800_000_000_000_000L;
    private static final Limit LARGE = new Limit("large", 6_000, Duration.ofMinutes(10));
    private static final int MOST_BYTES = 1_600;

    /** As Redis' clock, so that it is asked again when it would say something else. */
    private final AtomicLong nanos = new AtomicLong();

    private Replica replica;

    @BeforeEach
    void connect() {
        TestServers.redis().restart();
        replica = new Replica(Replica.FOR_EVER, "true", RedisClock.drivenScript(), nanos::get);
        replica.redis(Command.FLUSHALL);
    }

    @AfterEach
    void disconnect() {
        replica.close();
    }

    @Override
    List<Verdict> admit(Limit limit, int wanted, long micros) {
        set(micros);
        List<Future<Verdict>> verdicts = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            verdicts.add(replica.limits.admit(limit, "user:ada"));
        }
        return verdicts.stream().map(Replica::await).toList();
    }

    private void set(long micros) {
        RedisClock.set(replica, micros);
        nanos.set(1_000 * (micros - START));
    }

    @Test
    void takesLittleMemoryHoweverManyRequestsThereAre() {
        for (int i = 0; i < LARGE.requests(); i++) {
            if (i % 10 == 0) {
                set(START + i * LARGE.windowMicros() / LARGE.requests());
            }
            replica.admit(LARGE, "user:ada");
        }

        assertThat(replica.redis(Command.STRLEN, "ymera:limit:large:user:ada").toInteger())
                .isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void aClockThatIsSetBackHoldsNobodyLongerThanAWindow() {
        Limit once = new Limit("once", 1, Duration.ofMinutes(10));
        set(START + Duration.ofDays(1).toSeconds() * 1_000_000);
        replica.admit(once, "user:ada");

        RedisClock.set(replica, START);
        Verdict refused = replica.admit(once, "user:ada");

        assertThat(refused.retryAfter()).isEqualTo(once.window());
    }

    @Test
    void aLimitThatIsLoweredHoldsAtOnce() {
        set(START);
        replica.admit(new Limit("changing", 3, Duration.ofMinutes(10)), "user:ada");
        replica.admit(new Limit("changing", 3, Duration.ofMinutes(10)), "user:ada");

        Verdict lowered = replica.admit(new Limit("changing", 1, Duration.ofMinutes(10)), "user:ada");

        assertThat(lowered.admitted()).isFalse();
        assertThat(lowered.remaining()).isZero();
    }

    @Test
    void whatIsNotOursIsReplaced() {
        set(START);
        Limit limit = new Limit("odd", 2, Duration.ofMinutes(10));
        replica.redis(Command.RPUSH, "ymera:limit:odd:list", "x");
        replica.redis(Command.SET, "ymera:limit:odd:short", "x");
        replica.redis(Command.SET, "ymera:limit:odd:four", "xxxx");

        for (String key : List.of("list", "short", "four")) {
            assertThat(replica.admit(limit, key).remaining()).as(key).isEqualTo(1);
        }
        assertThat(replica.limits.isShared()).isTrue();
    }
}
