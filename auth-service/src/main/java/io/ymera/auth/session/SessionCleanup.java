package io.ymera.auth.session;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/** Deletes sessions that have been over for long, and refresh tokens that were used long ago. */
@Singleton
class SessionCleanup {

    /** Rows that a statement deletes, so that none holds locks for long. */
    static final int BATCH = 1000;

    private static final int MOST_BATCHES = 500;

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
        return inBatches(() -> refreshTokens.deleteUsed(before, BATCH))
                // Also after a failure; but after the tokens, as each session takes its own along
                .onItemOrFailure()
                .call((done, failure) ->
                        inBatches(() -> sessions.deleteOld(before, before.minus(settings.idleTimeout()), BATCH)));
    }

    /** The rest is for the next time. */
    private static Uni<Void> inBatches(Supplier<Uni<Integer>> delete) {
        return Multi.createBy()
                .repeating()
                .uni(delete::get)
                .whilst(deleted -> deleted == BATCH)
                .select()
                .first(MOST_BATCHES)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
