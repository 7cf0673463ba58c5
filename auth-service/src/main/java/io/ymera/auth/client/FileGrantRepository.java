package io.ymera.auth.client;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The table {@code file_clients}, by the database's clock. */
@Singleton
class FileGrantRepository {

    // In one order, so that replicas do not wait for each other crosswise
    private static final String SEE = """
            insert into file_clients (line_id, client_id, grant_id, seen_at)
            select line_id, client_id, gen_random_uuid(), now()
            from unnest($1::uuid[], $2::text[]) as line (line_id, client_id)
            order by line_id
            on conflict (line_id) do update set seen_at = excluded.seen_at
            returning line_id, grant_id
            """;

    // What another replica has at hand it sees, or deletes, itself
    private static final String DELETE_UNSEEN = """
            delete from file_clients
            where line_id in (select line_id from file_clients
                              where seen_at < now() - interval '%d seconds'
                              for update skip locked)
            returning client_id, grant_id
            """.formatted(FileGrants.UNSEEN_SECONDS);

    private final Pool pool;

    FileGrantRepository(Pool pool) {
        this.pool = pool;
    }

    /** A line that is in no file any more, and what the tokens of its client rest on. */
    record Gone(String clientId, UUID grantId) {

        static Gone from(Row row) {
            return new Gone(row.getString("client_id"), row.getUUID("grant_id"));
        }
    }

    /** Says that the lines are there now, by their ids; gives what tokens of each rest on. */
    Uni<Map<UUID, UUID>> see(SortedMap<UUID, String> clientIds) {
        return pool.preparedQuery(SEE)
                .execute(Tuple.of(
                        clientIds.keySet().toArray(UUID[]::new),
                        clientIds.values().toArray(String[]::new)))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> row.getUUID("line_id"), row -> row.getUUID("grant_id"))));
    }

    /** Those that nobody has seen for a while. */
    Uni<List<Gone>> deleteUnseen(SqlClient transaction) {
        return transaction.preparedQuery(DELETE_UNSEEN).execute().map(rows -> rows.stream()
                .map(Gone::from)
                .toList());
    }
}
