package io.ymera.auth.throttle;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Deletes failures that are forgiven. */
@Singleton
class ThrottleCleanup {

    private final FailureRepository failures;
    private final Clock clock;

    ThrottleCleanup(FailureRepository failures, Clock clock) {
        this.failures = failures;
        this.clock = clock;
    }

    @Scheduled(every = "10m", concurrentExecution = SKIP)
    Uni<Void> run() {
        return failures.forgetOld(clock.instant());
    }
}
