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

    private static final String INSERT_WITHOUT_PASSWORD = """
            insert into users (id, username, email, full_name, role)
            values ($1, $2, $3, $4, $5)
            on conflict (lower(username)) do nothing
            returning id, username, email, full_name, role, created_at
            """;

    private static final String ACTIVE_BY_ID = """
            select id, username, email, full_name, role, created_at
            from users
            where id = $1 and is_active
            for share
            """;

    private static final String BY_ID = """
            select id, username, email, full_name, role, created_at
            from users
            where id = $1
            """;

    // A user name holds no @ and an address does, so at most one row matches
    private static final String BY_LOGIN = """
            select id, username, email, full_name, role, created_at, password_hash
            from users
            where lower(username) = lower($1) or lower(email) = lower($1)
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

    Uni<User> insert(UUID id, String username, String email, @Nullable String fullName, String passwordHash) {
        Tuple values = Tuple.from(Arrays.asList(id, username, email, fullName, Role.USER, passwordHash));
        return pool.preparedQuery(INSERT)
                .execute(values)
                .map(rows -> User.from(rows.iterator().next()));
    }

    /** Empty if the name is taken; the transaction can go on. */
    Uni<Optional<User>> insertWithoutPassword(
            SqlClient transaction, UUID id, String username, String email, @Nullable String fullName) {
        return transaction
                .preparedQuery(INSERT_WITHOUT_PASSWORD)
                .execute(Tuple.from(Arrays.asList(id, username, email, fullName, Role.USER)))
                .map(rows -> first(rows).map(User::from));
    }

    Uni<Optional<User>> findActive(SqlClient transaction, UUID id) {
        return transaction.preparedQuery(ACTIVE_BY_ID).execute(Tuple.of(id)).map(rows -> first(rows)
                .map(User::from));
    }

    Uni<Optional<User>> find(UUID id) {
        return pool.preparedQuery(BY_ID).execute(Tuple.of(id)).map(rows -> first(rows)
                .map(User::from));
    }

    Uni<Optional<Account>> findByLogin(String login) {
        return pool.preparedQuery(BY_LOGIN).execute(Tuple.of(login)).map(rows -> first(rows)
                .map(row -> new Account(User.from(row), row.getString("password_hash"))));
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
