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
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Clock;
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
        return sessions.insert(transaction, session, user.userId(), now, now.plus(settings.lifetime()), origin)
                .chain(() ->
                        handOut(transaction, new SessionHolder(session, user.userId(), user.username(), user.role())));
    }

    /** The next tokens of a session: a new refresh token, and an access token that says what its user is now. */
    Uni<SessionTokens> handOut(SqlClient transaction, SessionHolder holder) {
        RandomToken refresh = RandomToken.create(RefreshTokens.PREFIX);
        Grant grant = Grant.ofSession(holder.sessionId(), holder.userId(), holder.username(), holder.role());
        return refreshTokens
                .insert(transaction, refresh.hash(), holder.sessionId(), clock.instant())
                .map(stored -> new SessionTokens(tokens.issue(grant), refresh.value(), holder.sessionId()));
    }

    /** The sessions of a user that go on, the newest first; at most 200. */
    Uni<List<Session>> ofUser(UUID userId) {
        return sessions.ofUser(userId, clock.instant(), settings.idleTimeout());
    }

    /**
     * Ends the session {@code id}, whoever's it is; does nothing if it is over.
     *
     * @param actor who ends it, for the audit log; null for its user
     */
    public Uni<Void> end(UUID id, String reason, @Nullable String actor, Origin origin) {
        return pool.withTransaction(transaction -> end(transaction, id, null, reason, actor, origin))
                .chain(revocations::announce);
    }

    /** Ends a session of {@code owner}; does nothing if it is over, and fails with 404 if it never was theirs. */
    Uni<Void> endOwn(UUID id, UUID owner, Origin origin) {
        return pool.withTransaction(transaction -> sessions.exists(transaction, id, owner)
                        .chain(exists -> exists
                                ? end(transaction, id, owner, "revoked", null, origin)
                                : Uni.createFrom().failure(ApiException.notFound("There is no session of this id."))))
                .chain(revocations::announce);
    }

    /** Ends all sessions of {@code userId} but {@code except}. */
    Uni<Void> endOthers(UUID userId, @Nullable UUID except, Origin origin) {
        return pool.withTransaction(transaction -> endAll(transaction, userId, except, "revoked")
                        .chain(() -> audit.record(
                                transaction,
                                AuditEvent.done("session.ended", userId.toString(), "all others", origin)
                                        .with("reason", "revoked"))))
                .chain(revocations::announce);
    }

    /** Whether the session {@code id} goes on, as {@code transaction} sees it. */
    public Uni<Boolean> goesOn(SqlClient transaction, UUID id) {
        return sessions.holder(transaction, id, clock.instant(), settings.idleTimeout())
                .map(Optional::isPresent);
    }

    /** Ends all sessions of {@code userId} but {@code except}, which may be null; the caller audits why. */
    public Uni<Void> endAll(SqlClient transaction, UUID userId, @Nullable UUID except, String reason) {
        return sessions.endAll(transaction, userId, except, clock.instant(), reason)
                .chain(ended -> revocations.revoke(transaction, ended));
    }

    Uni<Void> end(
            SqlClient transaction,
            UUID id,
            @Nullable UUID owner,
            String reason,
            @Nullable String actor,
            Origin origin) {
        return sessions.end(transaction, id, owner, clock.instant(), reason)
                .chain(user -> user.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : audit.record(
                                        transaction,
                                        AuditEvent.done(
                                                        "session.ended",
                                                        actor == null
                                                                ? user.get().toString()
                                                                : actor,
                                                        id.toString(),
                                                        origin)
                                                .with("reason", reason))
                                .chain(() -> revocations.revoke(transaction, List.of(id))));
    }
}
