package io.ymera.auth.user;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.identity.Role;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code users}. */
@Singleton
class UserRepository {

    static final String USERNAME_TAKEN = "users_username_key";
    static final String EMAIL_TAKEN = "users_email_key";

    private static final String INSERT = """
            insert into users (id, username, email, full_name, role, password_hash)
            values ($1, $2, $3, $4, $5, $6)
            returning id, username, email, full_name, role, created_at
            """;

    private static final String BY_ID = """
            select id, username, email, full_name, role, created_at
            from users
            where id = $1
            """;

    private static final String ACCOUNT = """
            select id, username, email, full_name, role, created_at, password_hash, is_active, password_changed_at
            from users
            where id = $1
            """;

    // A user name holds no @ and an address does, so at most one user matches; there is a row in any case. What is the
    // same
    // login is for PostgreSQL to say: it lowers some letters to others than Java does
    private static final String BY_LOGIN = """
            select lower($1) as login,
                (select max(substr(password_hash, 5, 2)) from users
                where password_hash ~ '^\\$2[aby]\\$(0[4-9]|1[0-4])\\$') as bcrypt_cost,
                found.*
            from (values (1)) always
            left join (
                select id, username, email, full_name, role, created_at, password_hash, is_active, password_changed_at
                from users
                where lower(username) = lower($1) or lower(email) = lower($1)
            ) found on true
            """;

    private static final String LOCK_UNCHANGED = """
            select 1 from users where id = $1 and is_active and password_changed_at = $2 for share
            """;

    private static final String REPLACE_HASH = """
            update users
            set password_hash = $3
            where id = $1 and password_hash = $2
            """;

    private final Pool pool;

    UserRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<User> insert(
            SqlClient client, UUID id, String username, String email, @Nullable String fullName, String passwordHash) {
        Tuple values = Tuple.from(Arrays.asList(id, username, email, fullName, Role.USER, passwordHash));
        return client.preparedQuery(INSERT)
                .execute(values)
                .map(rows -> User.from(rows.iterator().next()));
    }

    Uni<Optional<User>> find(UUID id) {
        return pool.preparedQuery(BY_ID).execute(Tuple.of(id)).map(rows -> first(rows)
                .map(User::from));
    }

    Uni<Optional<Account>> account(UUID id) {
        return pool.preparedQuery(ACCOUNT).execute(Tuple.of(id)).map(rows -> first(rows)
                .map(Account::from));
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

    private static Optional<Row> first(RowSet<Row> rows) {
        RowIterator<Row> iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
    }
}
