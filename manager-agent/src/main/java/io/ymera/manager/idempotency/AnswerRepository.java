package io.ymera.manager.idempotency;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

@Singleton
class AnswerRepository {

    /**
     * Takes the key until the end of the transaction, without waiting for who else has it, and looks whether there is an
     * answer. Who gets the key a moment after another has committed may not see the other's answer; then {@link #INSERT}
     * finds it.
     */
    private static final String BEGIN = """
            SELECT pg_try_advisory_xact_lock(hashtextextended($1::text || ' ' || $2::text || ' ' || $3::text, 0)) AS taken,
                   request, status, location, body
              FROM (VALUES (1)) AS one
              LEFT JOIN idempotency_keys ON caller = $1 AND route = $2 AND key = $3 AND created_at > $4
            """;

    private static final String FIND = """
            SELECT true AS taken, request, status, location, body FROM idempotency_keys
             WHERE caller = $1 AND route = $2 AND key = $3 AND created_at > $4
            """;

    private static final String INSERT = """
            INSERT INTO idempotency_keys AS known (caller, route, key, request, status, location, body, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (caller, route, key) DO UPDATE
               SET request = excluded.request, status = excluded.status, location = excluded.location,
                   body = excluded.body, created_at = excluded.created_at
             WHERE known.created_at <= $9
            """;

    private static final String PRUNE = """
            DELETE FROM idempotency_keys WHERE (caller, route, key) IN (
                SELECT caller, route, key FROM idempotency_keys
                 WHERE created_at <= $1 ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)
            """;

    private static final HexFormat HEX = HexFormat.of();

    private final Pool pool;

    AnswerRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * What is known of a request.
     *
     * @param taken whether no other transaction is at it
     * @param digest of the request that was answered, in hexadecimal, or null if none was
     * @param answer what was answered, or null if none was
     */
    record Known(
            boolean taken,
            @Nullable String digest,
            @Nullable Answer answer) {
        static final Known NOTHING = new Known(true, null, null);
    }

    Uni<Known> begin(SqlClient transaction, IdempotentRequest request, Instant oldest) {
        return transaction
                .preparedQuery(BEGIN)
                .execute(parameters(request, oldest))
                .map(rows -> known(rows.iterator().next()));
    }

    /** What is known of a request, whoever else is at it; {@code taken} says nothing. */
    Uni<Known> find(IdempotentRequest request, Instant oldest) {
        return pool.preparedQuery(FIND)
                .execute(parameters(request, oldest))
                .map(rows ->
                        rows.stream().findFirst().map(AnswerRepository::known).orElse(Known.NOTHING));
    }

    /** Whether it was remembered; not if another answer is there. */
    Uni<Boolean> insert(
            SqlClient transaction,
            IdempotentRequest request,
            String digest,
            Answer answer,
            Instant now,
            Instant oldest) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of(
                                request.caller(), request.route(), request.key().value())
                        .addValue(Buffer.buffer(HEX.parseHex(digest)))
                        .addValue((short) answer.status())
                        .addValue(answer.location())
                        .addValue(answer.body())
                        .addValue(now.atOffset(UTC))
                        .addValue(oldest.atOffset(UTC)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Forgets up to {@code limit} answers that are as old as {@code oldest}; says how many. */
    Uni<Integer> prune(Instant oldest, int limit) {
        return pool.preparedQuery(PRUNE)
                .execute(Tuple.of(oldest.atOffset(UTC), limit))
                .map(rows -> rows.rowCount());
    }

    private static Tuple parameters(IdempotentRequest request, Instant oldest) {
        return Tuple.of(request.caller(), request.route(), request.key().value(), oldest.atOffset(UTC));
    }

    private static Known known(Row row) {
        Buffer digest = row.get(Buffer.class, "request");
        return digest == null
                ? new Known(row.getBoolean("taken"), null, null)
                : new Known(
                        row.getBoolean("taken"),
                        HEX.formatHex(digest.getBytes()),
                        new Answer(row.getShort("status"), row.getString("location"), row.getString("body"), true));
    }
}
