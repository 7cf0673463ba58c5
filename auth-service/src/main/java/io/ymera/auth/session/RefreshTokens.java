package io.ymera.auth.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.auth.audit.AuditEvent;
import io.ymera.auth.audit.AuditLog;
import io.ymera.auth.audit.RefusalLog;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.revocation.RevocationService;
import io.ymera.auth.secret.RandomToken;
import io.ymera.auth.session.RefreshTokens.Outcome.Copied;
import io.ymera.auth.session.RefreshTokens.Outcome.GoesOn;
import io.ymera.auth.session.RefreshTokens.Outcome.Over;
import io.ymera.persistence.Transactions;
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
    private final RefusalLog refusals;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters") // each of them one part of what a refresh is
    RefreshTokens(
            Pool pool,
            SessionService service,
            SessionRepository sessions,
            RefreshTokenRepository refreshTokens,
            SessionSettings settings,
            RevocationService revocations,
            AuditLog audit,
            RefusalLog refusals,
            Clock clock) {
        this.pool = pool;
        this.service = service;
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.settings = settings;
        this.revocations = revocations;
        this.audit = audit;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** What became of a token. */
    sealed interface Outcome {

        record GoesOn(SessionTokens tokens) implements Outcome {}

        /** The session has ended, by this. */
        record Copied() implements Outcome {}

        /** Nothing has changed: the session had ended or expired before, or its user may not log in. */
        record Over(UUID session) implements Outcome {}
    }

    /** The next tokens; empty if {@code token} is not good, in which case its session is over. */
    Uni<Optional<SessionTokens>> exchange(String token, Origin origin) {
        byte[] hash = RandomToken.hash(token);
        return refreshTokens.sessionOf(hash).chain(session -> session.map(id -> exchange(hash, id, origin))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<SessionTokens>> exchange(byte[] hash, UUID session, Origin origin) {
        // What a copied token ends has to be committed, so it is no failure of the transaction
        return Transactions.in(pool, transaction -> use(transaction, hash, session, origin))
                .call(outcome -> switch (outcome) {
                    case GoesOn on -> Uni.createFrom().voidItem();
                    case Copied copied -> revocations.announce();
                    case Over over -> refuse(over.session(), origin);
                })
                .map(outcome -> outcome instanceof GoesOn on ? Optional.of(on.tokens()) : Optional.empty());
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
        return refreshTokens.sessionOf(RandomToken.hash(token)).chain(session -> session.map(
                        id -> service.logout(id, origin))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** The session is locked before the token, as by whoever deletes its user. */
    private Uni<Outcome> use(SqlClient transaction, byte[] hash, UUID session, Origin origin) {
        Instant now = clock.instant();
        return sessions.lock(transaction, session, now, settings.idleTimeout())
                .chain(found -> found.map(holder -> refreshTokens
                                .take(transaction, hash, now)
                                .chain(first -> first
                                        ? goOn(transaction, holder, now, origin)
                                        : endCopied(transaction, session, origin)))
                        .orElseGet(() -> Uni.createFrom().item(new Over(session))));
    }

    private Uni<Outcome> goOn(SqlClient transaction, SessionHolder holder, Instant now, Origin origin) {
        UUID session = holder.sessionId();
        return sessions.use(transaction, session, now, origin.address())
                .chain(() -> audit.record(
                        transaction,
                        AuditEvent.done("session.refreshed", holder.userId().toString(), session.toString(), origin)))
                .chain(() -> service.handOut(transaction, holder))
                .map(GoesOn::new);
    }

    private Uni<Outcome> endCopied(SqlClient transaction, UUID session, Origin origin) {
        return audit.record(
                        transaction,
                        AuditEvent.refused(
                                "session.refresh_reused",
                                null,
                                session.toString(),
                                origin,
                                "the refresh token had been used before"))
                .chain(() -> service.endCopied(transaction, session, origin))
                .replaceWith(Copied::new);
    }

    /** Clients that do not notice that their session is over may go on asking for long. */
    private Uni<Void> refuse(UUID session, Origin origin) {
        return refusals.record(
                AuditEvent.refused("session.refreshed", null, session.toString(), origin, "the session is over"));
    }
}
