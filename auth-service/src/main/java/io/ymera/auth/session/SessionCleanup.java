package io.ymera.auth.session;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Deletes sessions that have been over for long, and refresh tokens that were used long ago. */
@Singleton
class SessionCleanup {

    private final SessionRepository sessions;
    private final RefreshTokenRepository refreshTokens;
    private final SessionSettings settings;
    private final Clock clock;

    SessionCleanup(
            SessionRepository sessions, RefreshTokenRepository refreshTokens, SessionSettings settings, Clock clock) {
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "10m", concurrentExecution = SKIP)
    Uni<Void> run() {
        Instant before = clock.instant().minus(settings.rememberedFor());
        return refreshTokens
                .deleteUsed(before)
                .chain(() -> sessions.deleteOld(before, before.minus(settings.idleTimeout())));
    }
}
