package io.ymera.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.CompositeException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseOutageTest {

    private final DatabaseOutage outage = new DatabaseOutage();

    @ParameterizedTest
    @ValueSource(strings = {"08006", "28P01", "53300", "57P01", "57P03", "25006"})
    void aServerThatServesNobodyIsAway(String state) {
        assertThat(outage.detects(new PgException("m", "FATAL", state, ""))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22P02", "42P01", "40001", "25001", "XX000"})
    void aServerThatRefusesAStatementIsThere(String state) {
        assertThat(outage.detects(new PgException("m", "ERROR", state, ""))).isFalse();
    }

    static Stream<Throwable> noConnection() {
        return Stream.of(
                new ConnectException("Connection refused"),
                ClosedConnectionException.INSTANCE,
                new NoStackTraceThrowable("Timeout"),
                new CompletionException(new ConnectException("Connection refused")),
                new CompositeException(new ConnectException("Connection refused"), new IllegalStateException()),
                new IllegalStateException(new PgException("m", "FATAL", "57P01", "")));
    }

    @ParameterizedTest
    @MethodSource("noConnection")
    void withoutAConnectionItIsAway(Throwable thrown) {
        assertThat(outage.detects(thrown)).isTrue();
    }

    @Test
    void aBugIsNoOutage() {
        assertThat(outage.detects(new IllegalStateException("Timeout"))).isFalse();
        assertThat(outage.detects(new NoStackTraceThrowable("other"))).isFalse();
    }
}
