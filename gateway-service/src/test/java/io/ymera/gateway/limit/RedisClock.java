package io.ymera.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.redis.client.Command;

/** Has the script read the time where a test has put it. Nothing else of the script is changed. */
final class RedisClock {

    private static final String KEY = "test:clock";
    private static final long MICROS = 1_000_000;

    private RedisClock() {}

    static String drivenScript() {
        String driven = WindowScript.SOURCE.replace("redis.call('TIME')", "redis.call('LRANGE', '" + KEY + "', 0, -1)");
        assertThat(driven).isNotEqualTo(WindowScript.SOURCE);
        return driven;
    }

    /** Seconds and microseconds, as TIME has them. */
    static void set(Replica replica, long micros) {
        replica.redis(Command.DEL, KEY);
        replica.redis(Command.RPUSH, KEY, Long.toString(micros / MICROS), Long.toString(micros % MICROS));
    }
}
