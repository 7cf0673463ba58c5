package io.ymera.auth.revocation;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Forgets the revocations of tokens that have all expired. */
@Singleton
class RevocationCleanup {

    private final RevocationRepository revocations;
    private final RevocationLog log;
    private final Clock clock;

    RevocationCleanup(RevocationRepository revocations, RevocationLog log, Clock clock) {
        this.revocations = revocations;
        this.log = log;
        this.clock = clock;
    }

    @Scheduled(every = "10m", concurrentExecution = SKIP)
    Uni<Void> run() {
        Instant now = clock.instant();
        log.forgetExpired(now);
        return revocations.deleteExpired(now);
    }
}
