package io.ymera.auth.admin;

import io.ymera.auth.user.UserFilter;
import io.ymera.contracts.identity.Role;
import io.ymera.web.query.Queries;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query of {@code GET /users}, as it came. */
class UserQuery {

    private static final int USUAL_LIMIT = 50;
    private static final int MOST = 200;

    @RestQuery
    @Nullable
    String role;

    @RestQuery("is_active")
    @Nullable
    String isActive;

    /** What the user name or the e-mail address begins with. */
    @RestQuery
    @Nullable
    String query;

    @RestQuery
    @Nullable
    String limit;

    @RestQuery
    @Nullable
    String cursor;

    UserFilter filter() {
        return new UserFilter(
                readRole(),
                isActive == null ? null : Queries.flag("is_active", isActive),
                Queries.text("query", query));
    }

    int readLimit() {
        return Queries.limit(limit, USUAL_LIMIT, MOST);
    }

    @Nullable
    UUID readCursor() {
        return Queries.cursor(cursor);
    }

    private @Nullable String readRole() {
        if (role == null || role.equals(Role.USER) || role.equals(Role.ADMIN)) {
            return role;
        }
        throw Queries.invalid("role", "must be user or admin");
    }
}
