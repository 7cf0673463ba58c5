package io.ymera.auth.user;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user with what proves it.
 *
 * @param user who
 * @param passwordHash in PHC string format, or of bcrypt if it was imported; null if the user only ever comes through an external
 *     provider
 * @param passwordChangedAt since when the password is the one that was hashed
 */
public record Account(User user, @Nullable String passwordHash, Instant passwordChangedAt) {

    static Account from(Row row) {
        return new Account(
                User.from(row),
                row.getString("password_hash"),
                row.getOffsetDateTime("password_changed_at").toInstant());
    }

    @Override
    public String toString() {
        return "Account[" + user.userId() + "]";
    }
}
