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
    private static final String HOLDER = """
            select s.id, s.user_id, u.username, u.role, s.expires_at
            from sessions s join users u on u.id = s.user_id
            where s.id = $1 and s.ended_at is null and s.expires_at > $2 and s.last_used_at > $3 and u.is_active
            """;

    private static final String LOCK_HOLDER = HOLDER + " for update of s";

    private static final String USE = """
            update sessions set last_used_at = $2, address = coalesce($3, address) where id = $1
            """;

    private static final String OF_USER = """
            select id, user_id, created_at, last_used_at, expires_at, ended_at, address, user_agent
            from sessions
            where user_id = $1 and ended_at is null and expires_at > $2 and last_used_at > $3
            order by id desc
            limit 200
            """;

    private static final String END = """
            update sessions set ended_at = $2, end_reason = $3
            where id = $1 and ended_at is null
            returning user_id
            """;

    private static final String EXISTS = """
            select 1 from sessions where id = $1 and user_id = $2
            """;

    // Two that end the same ones at once wait for each other, and not crosswise
    private static final String END_ALL = """
            with locked as materialized (
                select id from sessions
                where user_id = $1 and id is distinct from $2 and ended_at is null
                order by id
                for update
            )
            update sessions set ended_at = $3, end_reason = $4
            where id in (select id from locked)
            returning id
            """;

    private static final String DELETE_OLD = """
            delete from sessions
            where id in (select id from sessions
                         where expires_at < $1 or ended_at < $1 or last_used_at < $2
                         limit $3
                         for update skip locked)
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

    /** The session, if it goes on; nobody else uses or ends it until the transaction's end. */
    Uni<Optional<SessionHolder>> lock(SqlClient transaction, UUID id, Instant now, Duration idle) {
        return transaction
                .preparedQuery(LOCK_HOLDER)
                .execute(Tuple.of(id, utc(now), utc(now.minus(idle))))
                .map(rows -> first(rows).map(SessionHolder::from));
    }

    /** Marks the session as used. */
    Uni<Void> use(SqlClient transaction, UUID id, Instant now, @Nullable String address) {
        return transaction
                .preparedQuery(USE)
                .execute(Tuple.from(Arrays.asList(id, utc(now), address)))
                .replaceWithVoid();
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

    /** Ends the session if nobody has yet; gives whose it was. */
    Uni<Optional<UUID>> end(SqlClient client, UUID id, Instant now, String reason) {
        return client.preparedQuery(END).execute(Tuple.of(id, utc(now), reason)).map(rows -> first(rows)
                .map(row -> row.getUUID("user_id")));
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

    /** Deletes some that were over before {@code before}, or have not been used since {@code unusedSince}; gives how many. */
    Uni<Integer> deleteOld(Instant before, Instant unusedSince, int most) {
        return pool.preparedQuery(DELETE_OLD)
                .execute(Tuple.of(utc(before), utc(unusedSince), most))
                .map(RowSet::rowCount);
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.stream().findFirst();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
