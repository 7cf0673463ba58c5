package io.ymera.auth.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.persistence.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;

/** Records security events. Non-blocking, on the caller's event loop. */
@Singleton
public class AuditLog {

    private static final String INSERT = """
            insert into audit_events (id, occurred_at, action, outcome, actor, target, address, details)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """;

    private final Ids ids;
    private final Clock clock;

    AuditLog(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records {@code event} with {@code client}: a transaction, so that it is there exactly if what it tells of is, or the
     * pool for what changed nothing. Whoever answers before this has completed has not recorded it.
     */
    public Uni<Void> record(SqlClient client, AuditEvent event) {
        // PostgreSQL keeps microseconds, and the hash has to be over what it keeps
        OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        return client.preparedQuery(INSERT)
                .execute(Tuple.from(Arrays.asList(
                        ids.next(),
                        now,
                        event.action(),
                        event.success() ? "success" : "failure",
                        event.actor(),
                        event.target(),
                        event.origin().address(),
                        new JsonObject(Map.copyOf(event.details())))))
                .replaceWithVoid();
    }
}
