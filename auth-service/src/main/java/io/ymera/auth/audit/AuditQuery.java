package io.ymera.auth.audit;

import io.ymera.web.query.Queries;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query of {@code GET /audit}, as it came. */
class AuditQuery {

    private static final int USUAL_LIMIT = 50;
    private static final int MOST = 200;

    /** What the action begins with. */
    @RestQuery
    @Nullable
    String action;

    @RestQuery
    @Nullable
    String outcome;

    @RestQuery
    @Nullable
    String actor;

    @RestQuery
    @Nullable
    String target;

    @RestQuery
    @Nullable
    String address;

    @RestQuery
    @Nullable
    String since;

    @RestQuery
    @Nullable
    String until;

    @RestQuery
    @Nullable
    String limit;

    @RestQuery
    @Nullable
    String cursor;

    AuditFilter filter() {
        return new AuditFilter(
                Queries.text("action", action),
                readOutcome(),
                Queries.text("actor", actor),
                Queries.text("target", target),
                Queries.text("address", address),
                Queries.time("since", since),
                Queries.time("until", until));
    }

    int readLimit() {
        return Queries.limit(limit, USUAL_LIMIT, MOST);
    }

    @Nullable
    UUID readCursor() {
        return Queries.cursor(cursor);
    }

    private @Nullable String readOutcome() {
        if (outcome == null || outcome.equals("success") || outcome.equals("failure")) {
            return outcome;
        }
        throw Queries.invalid("outcome", "must be success or failure");
    }
}
