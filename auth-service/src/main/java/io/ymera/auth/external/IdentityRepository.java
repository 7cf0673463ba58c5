package io.ymera.auth.external;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code external_identities}. */
@Singleton
class IdentityRepository {

    private static final String FIND = """
            select user_id from external_identities where issuer = $1 and subject = $2
            """;

    private static final String INSERT = """
            insert into external_identities (issuer, subject, user_id, linked_at)
            values ($1, $2, $3, $4)
            on conflict do nothing
            """;

    private static final String OF_USER = """
            select issuer, subject, linked_at from external_identities where user_id = $1 order by linked_at
            """;

    private static final String DELETE = """
            delete from external_identities where user_id = $1
            """;

    Uni<List<LinkedIdentity>> ofUser(SqlClient client, UUID user) {
        return client.preparedQuery(OF_USER)
                .execute(Tuple.of(user))
                .map(rows -> rows.stream().map(LinkedIdentity::from).toList());
    }

    /** How many there were. */
    Uni<Integer> delete(SqlClient client, UUID user) {
        return client.preparedQuery(DELETE).execute(Tuple.of(user)).map(rows -> rows.rowCount());
    }

    Uni<Optional<UUID>> find(SqlClient client, String issuer, String subject) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(issuer, subject))
                .map(rows -> rows.stream().findFirst().map(row -> row.getUUID("user_id")));
    }

    /** Whether it is {@code user}'s now; if not it was somebody's before, perhaps the user's own. */
    Uni<Boolean> insert(SqlClient client, String issuer, String subject, UUID user, Instant now) {
        return client.preparedQuery(INSERT)
                .execute(Tuple.of(issuer, subject, user, now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() == 1);
    }
}
