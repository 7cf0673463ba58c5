package io.ymera.auth.user;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.identity.Role;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code users}. */
@Singleton
class UserRepository {

    static final String USERNAME_TAKEN = "users_username_key";
    static final String EMAIL_TAKEN = "users_email_key";

    /** Any number that no other advisory lock of this database has. */
    private static final long ADMINISTRATORS_LOCK = 0x61646d696e73L;

    private static final UUID HIGHEST = new UUID(-1, -1);

    private static final String COLUMNS = "id, username, email, full_name, role, is_active, created_at";

    private static final String INSERT = """
            insert into users (id, username, email, full_name, role, password_hash)
            values ($1, $2, $3, $4, $5, $6)
            returning %s
            """.formatted(COLUMNS);

    private static final String INSERT_WITHOUT_PASSWORD = """
            insert into users (id, username, email, full_name, role)
            values ($1, $2, $3, $4, $5)
            on conflict (lower(username)) do nothing
            returning %s
            """.formatted(COLUMNS);

    private static final String BY_ID = """
            select %s from users where id = $1
            """.formatted(COLUMNS);

    private static final String LOCK_BY_ID = """
            select %s from users where id = $1 for update
            """.formatted(COLUMNS);

    private static final String ACCOUNT = """
            select %s, password_hash, password_changed_at from users where id = $1
            """.formatted(COLUMNS);

    // A user name holds no @ and an address does, so at most one user matches; there is a row in any case.
    // What is the same login is for PostgreSQL to say: it lowers some letters to others than Java does
    private static final String BY_LOGIN = """
            select lower($1) as login,
                (select max(substr(password_hash, 5, 2)) from users
                where password_hash ~ '^\\$2[aby]\\$(0[4-9]|1[0-4])\\$') as bcrypt_cost,
                found.*
            from (values (1)) always
            left join (
                select %s, password_hash, password_changed_at
                from users
                where lower(username) = lower($1) or lower(email) = lower($1)
            ) found on true
            """.formatted(COLUMNS);

    private static final String LOCK_UNCHANGED = """
            select 1 from users where id = $1 and is_active and password_changed_at = $2 for share
            """;

    private static final String REPLACE_HASH = """
            update users
            set password_hash = $3
            where id = $1 and password_hash = $2
            """;

    private static final String CHANGE_PASSWORD = """
            update users
            set password_hash = $3, password_changed_at = $4, updated_at = $4
            where id = $1 and password_changed_at = $2 and is_active
            """;

    private static final String UPDATE_NAME = """
            update users set full_name = $2, updated_at = $3
            where id = $1 and is_active
            returning %s
            """.formatted(COLUMNS);

    private static final String UPDATE_PROFILE = """
            update users set email = $3, full_name = $4, updated_at = $5
            where id = $1 and password_changed_at = $2 and is_active
            returning %s
            """.formatted(COLUMNS);

    private static final String UPDATE_RIGHTS = """
            update users set role = $2, is_active = $3, full_name = $4, updated_at = $5
            where id = $1
            returning %s
            """.formatted(COLUMNS);

    private static final String DELETE = """
            delete from users where id = $1
            """;

    private static final String LIST = """
            select %s from users
            where id < $1
                and ($2::text is null or role = $2) and ($3::boolean is null or is_active = $3)
                and ($4::text is null or starts_with(lower(username), lower($4)) or starts_with(lower(email), lower($4)))
            order by id desc limit $5
            """.formatted(COLUMNS);

    private static final String LOCK_ADMINISTRATORS = """
            select pg_advisory_xact_lock($1)
            """;

    private static final String HAS_ADMINISTRATOR = """
            select exists (select 1 from users where role = 'admin' and is_active and id is distinct from $1::uuid)
            """;

    private final Pool pool;
    private final Clock clock;

    UserRepository(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<User> insert(SqlClient client, UUID id, NewUser user) {
        return client.preparedQuery(INSERT)
                .execute(Tuple.from(Arrays.asList(
                        id, user.username(), user.email(), user.fullName(), user.role(), user.passwordHash())))
                .map(rows -> User.from(rows.iterator().next()));
    }

    /** Empty if the name is taken; the transaction can go on. */
    Uni<Optional<User>> insertWithoutPassword(
            SqlClient transaction, UUID id, String username, String email, @Nullable String fullName) {
        return transaction
                .preparedQuery(INSERT_WITHOUT_PASSWORD)
                .execute(Tuple.from(Arrays.asList(id, username, email, fullName, Role.USER)))
                .map(UserRepository::user);
    }

    Uni<Optional<User>> find(UUID id) {
        return pool.preparedQuery(BY_ID).execute(Tuple.of(id)).map(UserRepository::user);
    }

    /** Nobody else changes the user until the transaction's end. */
    Uni<Optional<User>> lock(SqlClient transaction, UUID id) {
        return transaction.preparedQuery(LOCK_BY_ID).execute(Tuple.of(id)).map(UserRepository::user);
    }

    Uni<Optional<Account>> account(UUID id) {
        return pool.preparedQuery(ACCOUNT)
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().findFirst().map(Account::from));
    }

    Uni<Candidate> findByLogin(String login) {
        return pool.preparedQuery(BY_LOGIN).execute(Tuple.of(login)).map(rows -> {
            Row row = rows.iterator().next();
            String cost = row.getString("bcrypt_cost");
            return new Candidate(
                    row.getString("login"),
                    row.getUUID("id") == null ? null : Account.from(row),
                    cost == null ? 0 : Integer.parseInt(cost));
        });
    }

    /** Whether the user may log in and the password is still that; it stays so until the transaction ends. */
    Uni<Boolean> lockUnchanged(SqlClient transaction, UUID id, Instant passwordChangedAt) {
        return transaction
                .preparedQuery(LOCK_UNCHANGED)
                .execute(Tuple.of(id, passwordChangedAt.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.size() == 1);
    }

    /** Compare and set, so that a password changed meanwhile stays changed. */
    Uni<Void> replaceHash(UUID id, String oldHash, String newHash) {
        return pool.preparedQuery(REPLACE_HASH)
                .execute(Tuple.of(id, oldHash, newHash))
                .replaceWithVoid();
    }

    /** Whether the password was still the one since {@code passwordChangedAt}, and the user may log in. */
    Uni<Boolean> changePassword(SqlClient client, UUID id, Instant passwordChangedAt, String newHash) {
        return client.preparedQuery(CHANGE_PASSWORD)
                .execute(Tuple.of(id, passwordChangedAt.atOffset(ZoneOffset.UTC), newHash, now()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** What users call themselves; empty if the user is gone or shut out. */
    Uni<Optional<User>> updateName(SqlClient client, UUID id, @Nullable String fullName) {
        return client.preparedQuery(UPDATE_NAME)
                .execute(Tuple.of(id, fullName, now()))
                .map(UserRepository::user);
    }

    /** With the address; empty as well if the password is not the one since {@code passwordChangedAt} any more. */
    Uni<Optional<User>> updateProfile(
            SqlClient client, UUID id, Instant passwordChangedAt, String email, @Nullable String fullName) {
        return client.preparedQuery(UPDATE_PROFILE)
                .execute(Tuple.of(id, passwordChangedAt.atOffset(ZoneOffset.UTC), email, fullName, now()))
                .map(UserRepository::user);
    }

    /** What administrators say of them. */
    Uni<Optional<User>> updateRights(
            SqlClient client, UUID id, String role, boolean isActive, @Nullable String fullName) {
        return client.preparedQuery(UPDATE_RIGHTS)
                .execute(Tuple.of(id, role, isActive, fullName, now()))
                .map(UserRepository::user);
    }

    Uni<Void> delete(SqlClient client, UUID id) {
        return client.preparedQuery(DELETE).execute(Tuple.of(id)).replaceWithVoid();
    }

    /** The newest first; {@code cursor} is the last id of the page before this one, or null for the first page. */
    Uni<List<User>> list(UserFilter filter, @Nullable UUID cursor, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.from(Arrays.asList(
                        cursor == null ? HIGHEST : cursor, filter.role(), filter.isActive(), filter.prefix(), limit)))
                .map(rows -> rows.stream().map(User::from).toList());
    }

    Uni<Void> lockAdministrators(SqlClient transaction) {
        return transaction
                .preparedQuery(LOCK_ADMINISTRATORS)
                .execute(Tuple.of(ADMINISTRATORS_LOCK))
                .replaceWithVoid();
    }

    Uni<Boolean> hasAdministrator(SqlClient client, @Nullable UUID besides) {
        return client.preparedQuery(HAS_ADMINISTRATOR)
                .execute(Tuple.of(besides))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Optional<User> user(RowSet<Row> rows) {
        return rows.stream().findFirst().map(User::from);
    }
}
