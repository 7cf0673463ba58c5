package io.ymera.auth.apikey;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.auth.audit.AuditEvent;
import io.ymera.auth.audit.AuditLog;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.revocation.RevocationService;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.persistence.Ids;
import io.ymera.persistence.Transactions;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Makes, shows and ends users' API keys. A key that ends takes the access tokens that rest on it along. Non-blocking. */
@Singleton
public class ApiKeyService {

    /** That are good, of one user. Of those that are over so many are kept to look at. */
    static final int MOST = 50;

    private final ApiKeyRepository keys;
    private final RevocationService revocations;
    private final AuditLog audit;
    private final Pool pool;
    private final Ids ids;
    private final Clock clock;

    ApiKeyService(
            ApiKeyRepository keys, RevocationService revocations, AuditLog audit, Pool pool, Ids ids, Clock clock) {
        this.keys = keys;
        this.revocations = revocations;
        this.audit = audit;
        this.pool = pool;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A new key.
     *
     * @param key all of it, shown this once
     */
    @Schema(name = "NewApiKey")
    record Created(
            UUID id,
            String key,
            String name,
            String prefix,
            List<String> scopes,
            Instant createdAt,
            Instant expiresAt) {

        static Created of(ApiKey key, KeyText text) {
            return new Created(
                    key.id(), text.value(), key.name(), key.prefix(), key.scopes(), key.createdAt(), key.expiresAt());
        }

        @Override
        public String toString() {
            return "Created[id=" + id + "]";
        }
    }

    /** Fails with {@link ErrorCode#CONFLICT} if the user has as many as one may. */
    Uni<Created> create(UUID userId, CreateApiKey wanted, Origin origin) {
        Instant now = now();
        SortedSet<String> scopes = KeyScopes.of(wanted.scopes());
        Instant expiresAt = wanted.expiry(now).truncatedTo(ChronoUnit.MICROS);
        KeyText text = KeyText.create();
        UUID id = ids.next();
        return Transactions.in(pool, transaction -> keys.lockUser(transaction, userId)
                .invoke(ApiKeyService::requireUser)
                .chain(() -> keys.count(transaction, userId, now))
                .invoke(ApiKeyService::requireRoom)
                .chain(() -> keys.deleteOld(transaction, userId, now, MOST))
                .chain(() -> keys.insert(
                        transaction, id, userId, wanted.name(), text, scopes.toArray(String[]::new), now, expiresAt))
                .call(() -> audit.record(
                        transaction,
                        AuditEvent.done("api_key.created", userId.toString(), id.toString(), origin)
                                .with("scopes", String.join(" ", scopes))))
                .map(key -> Created.of(key, text)));
    }

    /** The user's keys, the newest first, with some that are over. */
    Uni<List<ApiKey>> ofUser(UUID userId) {
        return keys.ofUser(userId);
    }

    /** Ends a key of the user; does nothing if it is over, and fails with 404 if it never was theirs. */
    Uni<Void> revoke(UUID id, UUID userId, Origin origin) {
        return Transactions.in(pool, transaction -> keys.exists(transaction, id, userId)
                        .invoke(exists -> {
                            if (!exists) {
                                throw ApiException.notFound("There is no API key of this id.");
                            }
                        })
                        .chain(() -> revoke(transaction, id, userId, origin)))
                .chain(revocations::announce);
    }

    private Uni<Void> revoke(SqlClient transaction, UUID id, UUID userId, Origin origin) {
        return keys.revoke(transaction, id, userId, now())
                .chain(revoked -> revoked
                        ? audit.record(
                                        transaction,
                                        AuditEvent.done("api_key.revoked", userId.toString(), id.toString(), origin))
                                .chain(() -> revocations.revoke(transaction, List.of(id)))
                        : Uni.createFrom().voidItem());
    }

    /**
     * Ends all keys of {@code userId} for good, because of {@code reason}. The caller, last in the transaction, revokes what this
     * gives.
     *
     * @return the ids of those that ended
     */
    public Uni<List<UUID>> revokeAll(SqlClient transaction, UUID userId, String reason) {
        return keys.revokeAll(transaction, userId, now())
                .call(revoked -> revoked.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : audit.record(
                                transaction,
                                AuditEvent.done("api_key.revoked", null, userId.toString(), Origin.NONE)
                                        .with("reason", reason)
                                        .with("keys", Integer.toString(revoked.size()))));
    }

    private static void requireUser(boolean isThere) {
        if (!isThere) {
            throw new ApiException(
                    ErrorCode.UNAUTHENTICATED, "The token's user is no longer there, or has been deactivated.");
        }
    }

    private static void requireRoom(long count) {
        if (count >= MOST) {
            throw new ApiException(
                    ErrorCode.CONFLICT, "You have %d API keys, as many as one may: delete one first.".formatted(count));
        }
    }

    /** To the microsecond, as PostgreSQL keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
