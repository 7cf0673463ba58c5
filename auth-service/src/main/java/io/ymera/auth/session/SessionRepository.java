package io.ymera.auth.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.auth.origin.Origin;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code sessions}. A session goes on until it is ended, has expired, or has not been used for too long. */
@Singleton
class SessionRepository {

    private static final String INSERT = """
            insert into sessions (id, user_id, created_at, last_used_at, expires_at, address, user_agent)
            values ($1, $2, $3, $3, $4, $5, $6)
            """;

    // $2 is now, $3 the time since which a session must have been used
    private static final String USE = """
            update sessions s set last_used_at = $2, address = coalesce($4, s.address)
            from users u
            where s.id = $1 and s.ended_at is null and s.expires_at > $2 and s.last_used_at > $3
                and u.id = s.user_id and u.is_active
            returning s.id, s.user_id, u.username, u.role
            """;

    private static final String HOLDER = """
            select s.id, s.user_id, u.username, u.role
            from sessions s join users u on u.id = s.user_id
            where s.id = $1 and s.ended_at is null and s.expires_at > $2 and s.last_used_at > $3 and u.is_active
            """;

    private static final String OF_USER = """
            select id, user_id, created_at, last_used_at, expires_at, ended_at, address, user_agent
            from sessions
            where user_id = $1 and ended_at is null and expires_at > $2 and last_used_at > $3
            order by id desc
            limit 200
            """;

    private static final String END = """
            update sessions set ended_at = $3, end_reason = $4
            where id = $1 and ended_at is null and ($2::uuid is null or user_id = $2)
            returning user_id
            """;

    private static final String EXISTS = """
            select 1 from sessions where id = $1 and user_id = $2
            """;

    private static final String END_ALL = """
            update sessions set ended_at = $3, end_reason = $4
            where user_id = $1 and id is distinct from $2 and ended_at is null
            returning id
            """;

    private static final String DELETE_OLD = """
            delete from sessions
            where expires_at < $1 or ended_at < $1 or last_used_at < $2
            """;

    private final Pool pool;

    SessionRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> insert(SqlClient client, UUID id, UUID userId, Instant now, Instant expiresAt, Origin origin) {
        return client.preparedQuery(INSERT)
                .execute(Tuple.from(
                        Arrays.asList(id, userId, utc(now), utc(expiresAt), origin.address(), origin.userAgent())))
                .replaceWithVoid();
    }

    /** Marks the session as used, if it goes on. */
    Uni<Optional<SessionHolder>> use(SqlClient client, UUID id, Instant now, Duration idle, @Nullable String address) {
        return client.preparedQuery(USE)
                .execute(Tuple.from(Arrays.asList(id, utc(now), utc(now.minus(idle)), address)))
                .map(rows -> first(rows).map(SessionHolder::from));
    }

    /** The session, if it goes on. */
    Uni<Optional<SessionHolder>> holder(SqlClient client, UUID id, Instant now, Duration idle) {
        return client.preparedQuery(HOLDER)
                .execute(Tuple.of(id, utc(now), utc(now.minus(idle))))
                .map(rows -> first(rows).map(SessionHolder::from));
    }

    /** Those that go on, the newest first. */
    Uni<List<Session>> ofUser(UUID userId, Instant now, Duration idle) {
        return pool.preparedQuery(OF_USER)
                .execute(Tuple.of(userId, utc(now), utc(now.minus(idle))))
                .map(rows -> rows.stream().map(Session::from).toList());
    }

    /** Ends the session if nobody has yet and, if {@code owner} is given, it is theirs; gives whose it was. */
    Uni<Optional<UUID>> end(SqlClient client, UUID id, @Nullable UUID owner, Instant now, String reason) {
        return client.preparedQuery(END)
                .execute(Tuple.from(Arrays.asList(id, owner, utc(now), reason)))
                .map(rows -> first(rows).map(row -> row.getUUID("user_id")));
    }

    /** Whether there is or was such a session of this user. */
    Uni<Boolean> exists(SqlClient client, UUID id, UUID owner) {
        return client.preparedQuery(EXISTS).execute(Tuple.of(id, owner)).map(rows -> rows.rowCount() > 0);
    }

    /** Ends all that have not been ended, but for {@code except}; gives their ids. */
    Uni<List<UUID>> endAll(SqlClient client, UUID userId, @Nullable UUID except, Instant now, String reason) {
        return client.preparedQuery(END_ALL)
                .execute(Tuple.from(Arrays.asList(userId, except, utc(now), reason)))
                .map(rows -> rows.stream().map(row -> row.getUUID("id")).toList());
    }

    /** Deletes what was over before {@code before}, or has not been used since {@code unusedSince}. */
    Uni<Void> deleteOld(Instant before, Instant unusedSince) {
        return pool.preparedQuery(DELETE_OLD)
                .execute(Tuple.of(utc(before), utc(unusedSince)))
                .replaceWithVoid();
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.stream().findFirst();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
