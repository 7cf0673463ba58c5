package io.ymera.auth.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.auth.audit.AuditEvent;
import io.ymera.auth.audit.AuditLog;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.revocation.RevocationService;
import io.ymera.auth.secret.RandomToken;
import io.ymera.auth.token.Grant;
import io.ymera.auth.token.TokenService;
import io.ymera.auth.user.User;
import io.ymera.persistence.Ids;
import io.ymera.persistence.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Begins and ends sessions. What takes a transaction is a part of the caller's, which calls {@link
 * RevocationService#announce} after its commit. Non-blocking.
 */
@Singleton
public class SessionService {

    private final Pool pool;
    private final SessionRepository sessions;
    private final RefreshTokenRepository refreshTokens;
    private final SessionSettings settings;
    private final RevocationService revocations;
    private final TokenService tokens;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters") // each of them one part of what a session is
    SessionService(
            Pool pool,
            SessionRepository sessions,
            RefreshTokenRepository refreshTokens,
            SessionSettings settings,
            RevocationService revocations,
            TokenService tokens,
            AuditLog audit,
            Ids ids,
            Clock clock) {
        this.pool = pool;
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.settings = settings;
        this.revocations = revocations;
        this.tokens = tokens;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** A new session for {@code user}, who has just proved to be one. */
    public Uni<SessionTokens> start(SqlClient transaction, User user, Origin origin) {
        UUID session = ids.next();
        Instant now = clock.instant();
        Instant expiresAt = now.plus(settings.lifetime());
        return sessions.insert(transaction, session, user.userId(), now, expiresAt, origin)
                .chain(() -> handOut(
                        transaction,
                        new SessionHolder(session, user.userId(), user.username(), user.role(), expiresAt)));
    }

    /**
     * The next tokens of a session: a new refresh token, and an access token that says what its user is now and does not outlive
     * the session.
     */
    Uni<SessionTokens> handOut(SqlClient transaction, SessionHolder holder) {
        RandomToken refresh = RandomToken.create(RefreshTokens.PREFIX);
        Grant grant = Grant.ofSession(holder.sessionId(), holder.userId(), holder.username(), holder.role());
        Instant now = clock.instant();
        return refreshTokens
                .insert(transaction, refresh.hash(), holder.sessionId(), now)
                .map(stored -> tokens.issue(grant, lifetime(holder, now)))
                .map(access -> new SessionTokens(access, refresh.value(), holder.sessionId()));
    }

    /** For how long the session goes on if it is not used again. */
    private Duration lifetime(SessionHolder holder, Instant now) {
        Duration left = Duration.between(now, holder.expiresAt());
        return left.compareTo(settings.idleTimeout()) < 0 ? left : settings.idleTimeout();
    }

    /** The sessions of a user that go on, the newest first; at most 200. */
    Uni<List<Session>> ofUser(UUID userId) {
        return sessions.ofUser(userId, clock.instant(), settings.idleTimeout());
    }

    /** Ends the session {@code id} for whoever has one of its tokens; does nothing if it is over. */
    Uni<Void> logout(UUID id, Origin origin) {
        return Transactions.in(pool, transaction -> endForUser(transaction, id, "logout", origin))
                .chain(revocations::announce);
    }

    /** Ends a session of {@code owner}, if it is not over yet; gives whether it is or was theirs. */
    Uni<Boolean> endOwn(UUID id, UUID owner, Origin origin) {
        return Transactions.in(pool, transaction -> sessions.exists(transaction, id, owner)
                        .call(exists -> exists
                                ? endForUser(transaction, id, "revoked", origin)
                                : Uni.createFrom().voidItem()))
                .call(revocations::announce);
    }

    /** Ends all sessions of {@code userId} but {@code except}. */
    Uni<Void> endOthers(UUID userId, @Nullable UUID except, Origin origin) {
        return Transactions.in(pool, transaction -> endAll(transaction, userId, except, "revoked")
                        .call(() -> recordEnd(transaction, userId.toString(), "all others", "revoked", origin))
                        .chain(ended -> revocations.revoke(transaction, ended)))
                .chain(revocations::announce);
    }

    /** Whether the session {@code id} goes on, as {@code transaction} sees it. */
    public Uni<Boolean> goesOn(SqlClient transaction, UUID id) {
        return sessions.holder(transaction, id, clock.instant(), settings.idleTimeout())
                .map(Optional::isPresent);
    }

    /**
     * Ends all sessions of {@code userId} but {@code except}, which may be null. The caller audits why and, last in the
     * transaction, revokes what this gives.
     *
     * @return the ids of those that ended
     */
    public Uni<List<UUID>> endAll(SqlClient transaction, UUID userId, @Nullable UUID except, String reason) {
        return sessions.endAll(transaction, userId, except, clock.instant(), reason);
    }

    /** Ends a session of which a refresh token was used twice: nobody can tell by whom, so no actor is named. */
    Uni<Void> endCopied(SqlClient transaction, UUID id, Origin origin) {
        String reason = "refresh_reused";
        return sessions.end(transaction, id, clock.instant(), reason)
                .chain(() -> recordEnd(transaction, null, id.toString(), reason, origin))
                .chain(() -> revocations.revoke(transaction, List.of(id)));
    }

    private Uni<Void> endForUser(SqlClient transaction, UUID id, String reason, Origin origin) {
        return sessions.end(transaction, id, clock.instant(), reason)
                .chain(ended -> ended.map(user -> recordEnd(transaction, user.toString(), id.toString(), reason, origin)
                                .chain(() -> revocations.revoke(transaction, List.of(id))))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> recordEnd(
            SqlClient transaction, @Nullable String actor, String target, String reason, Origin origin) {
        return audit.record(
                transaction,
                AuditEvent.done("session.ended", actor, target, origin).with("reason", reason));
    }
}
