package io.ymera.auth.audit;

import io.ymera.persistence.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted; null stands for no restriction.
 *
 * @param action what the action begins with
 * @param outcome {@code success} or {@code failure}
 * @param since that time included
 * @param until that time not included
 */
record AuditFilter(
        @Nullable String action,
        @Nullable String outcome,
        @Nullable String actor,
        @Nullable String target,
        @Nullable String address,
        @Nullable Instant since,
        @Nullable Instant until) {

    private static final UUID HIGHEST = new UUID(-1, -1);

    /** Ids are made along with the times, by clocks that may be set meanwhile. */
    private static final Duration SLACK = Duration.ofHours(1);

    static AuditFilter between(@Nullable Instant since, @Nullable Instant until) {
        return new AuditFilter(null, null, null, null, null, since, until);
    }

    /** All that are wanted have these or greater ids. */
    UUID idsFrom() {
        return Ids.lowestOf(since == null ? Instant.EPOCH : since.minus(SLACK));
    }

    /** All that are wanted have smaller ids. */
    UUID idsBefore() {
        return until == null ? HIGHEST : Ids.lowestOf(until.plus(SLACK));
    }
}
