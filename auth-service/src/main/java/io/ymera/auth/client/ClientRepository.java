package io.ymera.auth.client;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code clients}. */
@Singleton
class ClientRepository {

    static final String NAME_TAKEN = "clients_pkey";

    private static final String INSERT = """
            insert into clients (client_id, description, secret_hash, task_types, grant_id, created_at, created_by, secret_changed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $6)
            """;

    private static final String STORED = """
            select %s from clients where client_id = $1
            """.formatted(StoredClient.COLUMNS);

    // The one who finds the row locked leaves it to the other, so that a burst does not queue up
    private static final String NOTE_USE = """
            update clients set last_used_at = $2
            where client_id = (select client_id from clients
                               where client_id = $1 and (last_used_at is null or last_used_at <= $3)
                               for no key update skip locked)
            """;

    private static final String LIST = """
            select %s from clients
            where $1::text is null or client_id > $1
            order by client_id
            limit $2
            """.formatted(Client.COLUMNS);

    private static final String FIND = """
            select %s from clients where client_id = $1
            """.formatted(Client.COLUMNS);

    private static final String LOCK = """
            select %s from clients where client_id = $1 for update
            """.formatted(Client.COLUMNS);

    private static final String CHANGE = """
            update clients set description = $2, task_types = $3, is_active = $4
            where client_id = $1
            returning %s
            """.formatted(Client.COLUMNS);

    private static final String REPLACE_SECRET = """
            update clients
            set secret_hash = $2, secret_changed_at = $3, previous_until = $4,
                previous_hash = case when $4::timestamptz is not null then secret_hash end
            where client_id = $1
            returning client_id
            """;

    // Gives the one before
    private static final String REPLACE_GRANT = """
            update clients c set grant_id = $2
            from (select client_id, grant_id from clients where client_id = $1 for update) earlier
            where c.client_id = earlier.client_id
            returning earlier.grant_id
            """;

    private static final String DELETE = """
            delete from clients where client_id = $1 returning grant_id
            """;

    private final Pool pool;

    ClientRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> insert(
            SqlClient transaction,
            String clientId,
            @Nullable String description,
            byte[] secretHash,
            Collection<String> taskTypes,
            UUID grantId,
            Instant now,
            String createdBy) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.from(Arrays.asList(
                        clientId,
                        description,
                        Buffer.buffer(secretHash),
                        taskTypes.toArray(String[]::new),
                        grantId,
                        now.atOffset(UTC),
                        createdBy)))
                .replaceWithVoid();
    }

    Uni<Optional<StoredClient>> stored(String clientId) {
        return pool.preparedQuery(STORED).execute(Tuple.of(clientId)).map(rows -> first(rows)
                .map(StoredClient::from));
    }

    /** Writes down that the client got a token, unless that was done after {@code since}. */
    Uni<Void> noteUse(String clientId, Instant now, Instant since) {
        return pool.preparedQuery(NOTE_USE)
                .execute(Tuple.of(clientId, now.atOffset(UTC), since.atOffset(UTC)))
                .replaceWithVoid();
    }

    /** In the order of their ids, from the one after {@code after} on. */
    Uni<List<Client>> list(@Nullable String after, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(after, limit))
                .map(rows -> rows.stream().map(Client::from).toList());
    }

    Uni<Optional<Client>> find(String clientId) {
        return pool.preparedQuery(FIND).execute(Tuple.of(clientId)).map(rows -> first(rows)
                .map(Client::from));
    }

    /** The client, which nobody else changes until the transaction ends. */
    Uni<Optional<Client>> lock(SqlClient transaction, String clientId) {
        return transaction.preparedQuery(LOCK).execute(Tuple.of(clientId)).map(rows -> first(rows)
                .map(Client::from));
    }

    Uni<Client> change(
            SqlClient transaction,
            String clientId,
            @Nullable String description,
            Collection<String> taskTypes,
            boolean isActive) {
        return transaction
                .preparedQuery(CHANGE)
                .execute(Tuple.from(Arrays.asList(clientId, description, taskTypes.toArray(String[]::new), isActive)))
                .map(rows -> Client.from(rows.iterator().next()));
    }

    /**
     * Whether there is such a client, which has another secret now.
     *
     * @param previousUntil until when the one before is good as well, or null if it is not
     */
    Uni<Boolean> replaceSecret(
            SqlClient transaction, String clientId, byte[] secretHash, Instant now, @Nullable Instant previousUntil) {
        return transaction
                .preparedQuery(REPLACE_SECRET)
                .execute(Tuple.from(Arrays.asList(
                        clientId,
                        Buffer.buffer(secretHash),
                        now.atOffset(UTC),
                        previousUntil == null ? null : previousUntil.atOffset(UTC))))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Lets later tokens rest on {@code grantId}; gives what those before rest on, if there is such a client. */
    Uni<Optional<UUID>> replaceGrant(SqlClient transaction, String clientId, UUID grantId) {
        return transaction
                .preparedQuery(REPLACE_GRANT)
                .execute(Tuple.of(clientId, grantId))
                .map(rows -> first(rows).map(row -> row.getUUID("grant_id")));
    }

    /** What its tokens rest on, if there was such a client. */
    Uni<Optional<UUID>> delete(SqlClient transaction, String clientId) {
        return transaction.preparedQuery(DELETE).execute(Tuple.of(clientId)).map(rows -> first(rows)
                .map(row -> row.getUUID("grant_id")));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.stream().findFirst();
    }
}
