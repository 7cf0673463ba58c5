package io.ymera.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.redis.client.Command;

/** Has the script read the time where a test has put it. Nothing else of the script is changed. */
final class RedisClock {

    private static final long MICROS = 1_000_000;

    private RedisClock() {}

    static String drivenScript() {
        String driven = WindowScript.SOURCE.replace(
                "redis.call('TIME')", "redis.call('MGET', 'test:clock:seconds', 'test:clock:micros')");
        assertThat(driven).isNotEqualTo(WindowScript.SOURCE);
        return driven;
    }

    /** Seconds and microseconds, as TIME has them. */
    static void set(Replica replica, long micros) {
        replica.redis(
                Command.MSET,
                "test:clock:seconds",
                Long.toString(micros / MICROS),
                "test:clock:micros",
                Long.toString(micros % MICROS));
    }
}
