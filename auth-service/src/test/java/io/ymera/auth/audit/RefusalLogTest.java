package io.ymera.auth.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.auth.origin.Origin;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefusalLogTest {

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool database;

    @Inject
    @SuppressWarnings("NullAway.Init")
    AuditLog audit;

    @Test
    void theFirstIsRecordedAtOnceAndTheOthersAreCounted() {
        RefusalLog log = new RefusalLog(audit, database);
        String target = UUID.randomUUID().toString();
        for (int i = 0; i < 100; i++) {
            // Another program each time, which is not recorded
            await(log.record(refusal(target, "192.0.2.1", "agent " + i)));
        }
        List<@Nullable String> atOnce = repeated(target);

        await(log.flush());
        await(log.flush());
        List<@Nullable String> inTheEnd = repeated(target);
        await(log.record(refusal(target, "192.0.2.1", null)));

        assertThat(atOnce).containsExactly((String) null);
        assertThat(inTheEnd).containsExactly(null, "99");
        assertThat(repeated(target)).containsExactly(null, "99", null);
    }

    @Test
    void whoComesFromElsewhereIsAnotherOne() {
        RefusalLog log = new RefusalLog(audit, database);
        String target = UUID.randomUUID().toString();

        await(log.record(refusal(target, "192.0.2.1", null)));
        await(log.record(refusal(target, "192.0.2.2", null)));

        assertThat(repeated(target)).hasSize(2);
    }

    @Test
    void aFloodOfDifferentOnesIsBoundedToo() {
        RefusalLog log = new RefusalLog(audit, database);
        String action = "test." + UUID.randomUUID();
        for (int i = 0; i < 1_000; i++) {
            await(log.record(AuditEvent.refused(action, null, "client-" + i, Origin.NONE, "unknown")));
        }

        await(log.flush());

        List<@Nullable String> recorded =
                ask("select details ->> 'repeated' from audit_events where action = $1 order by id", action);
        assertThat(recorded).hasSize(RefusalLog.MOST_KINDS + 2);
        assertThat(recorded.getLast()).isEqualTo(Integer.toString(1_000 - RefusalLog.MOST_KINDS - 1));
    }

    private static AuditEvent refusal(String target, String address, @Nullable String program) {
        return AuditEvent.refused("client.refused", null, target, new Origin(address, program), "wrong secret");
    }

    private List<@Nullable String> repeated(String target) {
        return ask("select details ->> 'repeated' from audit_events where target = $1 order by id", target);
    }

    private List<@Nullable String> ask(String sql, String parameter) {
        return StreamSupport.stream(
                        database.preparedQuery(sql)
                                .executeAndAwait(Tuple.of(parameter))
                                .spliterator(),
                        false)
                .<@Nullable String>map(row -> row.getString(0))
                .toList();
    }

    private static void await(Uni<Void> work) {
        work.await().indefinitely();
    }
}
