package io.ymera.auth.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.auth.audit.AuditEvent;
import io.ymera.auth.audit.AuditLog;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.revocation.RevocationService;
import io.ymera.auth.secret.RandomToken;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Exchanges refresh tokens for the next ones. Each is good once. One that comes a second time has been copied: nobody can tell
 * whether by its owner or from them, so the session ends (RFC 9700, section 4.14.2). A client that lost the answer to a
 * refresh has to log in again, too.
 */
@Singleton
class RefreshTokens {

    static final String PREFIX = "ymr_";

    private final Pool pool;
    private final SessionService service;
    private final SessionRepository sessions;
    private final RefreshTokenRepository refreshTokens;
    private final SessionSettings settings;
    private final RevocationService revocations;
    private final AuditLog audit;
    private final Clock clock;

    RefreshTokens(
            Pool pool,
            SessionService service,
            SessionRepository sessions,
            RefreshTokenRepository refreshTokens,
            SessionSettings settings,
            RevocationService revocations,
            AuditLog audit,
            Clock clock) {
        this.pool = pool;
        this.service = service;
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.settings = settings;
        this.revocations = revocations;
        this.audit = audit;
        this.clock = clock;
    }

    /** The next tokens; empty if {@code token} is not good, in which case its session is over. */
    Uni<Optional<SessionTokens>> exchange(String token, Origin origin) {
        byte[] hash = RandomToken.hash(token);
        Instant now = clock.instant();
        // What a copied token ends has to be committed, so it is no failure of the transaction
        return pool.withTransaction(transaction -> refreshTokens
                        .take(transaction, hash, now)
                        .chain(session -> session.isPresent()
                                ? goOn(transaction, session.get(), now, origin)
                                : endIfCopied(transaction, hash, origin).replaceWith(Optional.<SessionTokens>empty())))
                .call(tokens -> tokens.isEmpty()
                        ? revocations.announce()
                        : Uni.createFrom().voidItem());
    }

    /** Whose {@code token} is, if it is good. */
    Uni<Optional<SessionHolder>> holder(String token) {
        return refreshTokens
                .unused(RandomToken.hash(token))
                .chain(session -> session.isPresent()
                        ? sessions.holder(pool, session.get(), clock.instant(), settings.idleTimeout())
                        : Uni.createFrom().item(Optional.empty()));
    }

    /** Ends the session that {@code token} belongs to, used or not; does nothing if there is none. */
    Uni<Void> endSession(String token, Origin origin) {
        return pool.withTransaction(transaction -> refreshTokens
                        .sessionOf(transaction, RandomToken.hash(token))
                        .chain(session -> session.isPresent()
                                ? service.end(transaction, session.get(), null, "logout", null, origin)
                                : Uni.createFrom().voidItem()))
                .chain(revocations::announce);
    }

    private Uni<Optional<SessionTokens>> goOn(SqlClient transaction, UUID session, Instant now, Origin origin) {
        return sessions.use(transaction, session, now, settings.idleTimeout(), origin.address())
                .chain(holder -> holder.isEmpty()
                        ? Uni.createFrom().item(Optional.<SessionTokens>empty())
                        : audit.record(
                                        transaction,
                                        AuditEvent.done(
                                                "session.refreshed",
                                                holder.get().userId().toString(),
                                                session.toString(),
                                                origin))
                                .chain(() -> service.handOut(transaction, holder.get()))
                                .map(Optional::of));
    }

    private Uni<Void> endIfCopied(SqlClient transaction, byte[] hash, Origin origin) {
        return refreshTokens
                .sessionOf(transaction, hash)
                .chain(session -> session.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : audit.record(
                                        transaction,
                                        AuditEvent.refused(
                                                "session.refresh_reused",
                                                null,
                                                session.get().toString(),
                                                origin,
                                                "the refresh token had been used before"))
                                .chain(() ->
                                        service.end(transaction, session.get(), null, "refresh_reused", null, origin)));
    }
}
