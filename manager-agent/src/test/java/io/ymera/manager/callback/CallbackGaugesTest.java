package io.ymera.manager.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.manager.QuickDeadlines;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickDeadlines.class)
class CallbackGaugesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Nobody sends it while the test runs. */
    private static final String PENDING = """
            INSERT INTO callbacks (id, task_id, sequence, owner, url, host, type, body, status, due_at, created_at)
            VALUES ($1, $1, 1, 'o', 'https://h', 'h', 'task.failed', '{}', 'pending', now() + interval '1 year',
                    now() - interval '2 hours')
            """;

    @Inject
    CallbackRepository repository;

    @Inject
    Pool pool;

    private final UUID id = UUID.randomUUID();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @AfterEach
    void remove() {
        execute("DELETE FROM callbacks WHERE id = $1");
    }

    @Test
    void whatIsToBeSentIsCountedFromTheTimeWhenItWasMade() {
        execute(PENDING);

        new CallbackGauges(repository, Clock.systemUTC(), metrics)
                .refresh()
                .await()
                .atMost(PATIENCE);

        assertThat(metrics.get("ymera.callbacks.pending").gauge().value()).isPositive();
        assertThat(metrics.get("ymera.callbacks.oldest.age").gauge().value()).isGreaterThanOrEqualTo(7_200);
    }

    private void execute(String sql) {
        pool.preparedQuery(sql).execute(Tuple.of(id)).await().atMost(PATIENCE);
    }
}
