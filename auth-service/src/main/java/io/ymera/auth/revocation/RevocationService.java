package io.ymera.auth.revocation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;

/** Ends grants. Non-blocking. */
@Singleton
public class RevocationService {

    /**
     * No access token lives longer, whatever its lifetime is set to now or was when it was issued; with something for clocks that
     * differ.
     */
    private static final Duration LONGEST_LIFE = Duration.ofHours(24).plusMinutes(1);

    private final RevocationRepository revocations;
    private final RevocationLog log;
    private final Clock clock;

    RevocationService(RevocationRepository revocations, RevocationLog log, Clock clock) {
        this.revocations = revocations;
        this.log = log;
        this.clock = clock;
    }

    /**
     * No access token that rests on one of {@code grantIds} is good any more, once {@code transaction} has been committed. Takes
     * a lock that is held until then, so it belongs at a transaction's end.
     */
    public Uni<Void> revoke(SqlClient transaction, Collection<UUID> grantIds) {
        return grantIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : revocations.insert(transaction, grantIds, clock.instant().plus(LONGEST_LIFE));
    }

    /**
     * To be called after that commit: makes this replica know it now rather than half a second later. Never fails, as it will
     * then.
     */
    public Uni<Void> announce() {
        return log.readOn().onFailure().recoverWithNull();
    }
}
