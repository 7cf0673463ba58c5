package io.ymera.auth.revocation;

import io.smallrye.mutiny.Uni;
import io.ymera.web.identity.RevocationPage;
import io.ymera.web.identity.RevocationSource;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What other services ask us for, in this process. */
@Singleton
final class OwnRevocations implements RevocationSource {

    private final RevocationLog log;

    OwnRevocations(RevocationLog log) {
        this.log = log;
    }

    @Override
    public Uni<RevocationPage> after(@Nullable Long cursor, Duration wait) {
        return log.after(cursor, wait)
                .map(page -> new RevocationPage(Revocation.byGrant(page.items()), page.cursor(), page.more()));
    }
}
