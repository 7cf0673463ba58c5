package io.ymera.auth.key;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.auth.audit.AuditEvent;
import io.ymera.auth.audit.AuditLog;
import io.ymera.auth.origin.Origin;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.identity.TokenAlgorithm;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Changes the keys: each time in one transaction that has the table for itself, and by the database's clock. So several
 * replicas may do it at once, and one of them does it.
 */
@Singleton
class KeyRotation {

    private final Pool pool;
    private final KeyRepository repository;
    private final KeySettings settings;
    private final AuditLog audit;
    private final Vertx vertx;

    KeyRotation(Pool pool, KeyRepository repository, KeySettings settings, AuditLog audit, Vertx vertx) {
        this.pool = pool;
        this.repository = repository;
        this.settings = settings;
        this.audit = audit;
        this.vertx = vertx;
    }

    /**
     * Makes the keys be what JWT_ALGORITHM says. Keys of another algorithm are not replaced at once but by the next rotation,
     * which comes as soon as the new key has been published for long enough.
     */
    Uni<Void> start() {
        return alone((transaction, table) -> {
            if (settings.isSymmetric()) {
                return repository
                        .retireActive(transaction, table.now())
                        .chain(() -> repository.deleteNext(transaction));
            }
            TokenAlgorithm wanted = settings.algorithm();
            boolean wrong = table.next()
                    .filter(next -> !next.algorithm().equals(wanted.id()))
                    .isPresent();
            return complete(transaction, table, wrong);
        });
    }

    /** Whether {@link #run} has something to do. */
    boolean isDue(KeyTable table) {
        return table.hasExpired()
                || (!settings.isSymmetric() && (!table.isComplete() || table.isDue(settings.oldest())));
    }

    /** Rotates if it is time to, deletes what has expired, and makes what is missing. */
    Uni<Void> run() {
        return alone((transaction, table) -> repository
                .deleteExpired(transaction, table.now())
                .chain(() -> settings.isSymmetric() ? Uni.createFrom().voidItem() : complete(transaction, table, false))
                .chain(() -> !settings.isSymmetric() && table.isDue(settings.oldest())
                        ? promote(transaction, table, table.changesAlgorithm() ? "algorithm" : "age", null, Origin.NONE)
                        : Uni.createFrom().voidItem()));
    }

    /**
     * Lets the next key sign and the active one only verify; fails with {@link ErrorCode#CONFLICT} if the next one has not been
     * published for long enough.
     *
     * @param actor who wants it
     */
    Uni<Void> rotate(String actor, Origin origin) {
        requireKeys();
        return alone((transaction, table) -> {
            if (!table.untilReady().isZero()) {
                throw ApiException.retryLater(
                        ErrorCode.CONFLICT,
                        "Services may not know the next key yet: it can sign from %s on. If the active key is compromised, say so."
                                .formatted(table.now().plus(table.untilReady())),
                        table.untilReady());
            }
            return promote(transaction, table, "request", actor, origin);
        });
    }

    /**
     * Drops all keys, and with them every access token that there is, and makes new ones. All, as what has leaked one key has
     * leaked those that lie beside it; and a key that nobody knows makes whoever verifies fetch the key set, and forget the old.
     *
     * @param actor who wants it
     */
    Uni<Void> replaceCompromised(String actor, Origin origin) {
        requireKeys();
        return alone((transaction, table) -> repository
                .deleteAll(transaction)
                .chain(() -> makePair(transaction, table.now()))
                .chain(made -> audit.record(transaction, rotated(table, made, "compromised", actor, origin))));
    }

    private void requireKeys() {
        if (settings.isSymmetric()) {
            throw new ApiException(
                    ErrorCode.CONFLICT,
                    "With JWT_ALGORITHM=HS256 there is no key to rotate: change JWT_SECRET_KEY of all services.");
        }
    }

    /** @param replaceNext whether the next key is not the right one */
    private Uni<Void> complete(SqlClient transaction, KeyTable table, boolean replaceNext) {
        if (table.active().isEmpty()) {
            return repository
                    .deleteNext(transaction)
                    .chain(() -> makePair(transaction, table.now()))
                    .replaceWithVoid();
        }
        if (table.next().isPresent() && !replaceNext) {
            return Uni.createFrom().voidItem();
        }
        return repository
                .deleteNext(transaction)
                .chain(() -> makeNext(transaction, settings.algorithm(), table.now()))
                .replaceWithVoid();
    }

    /** The one after the next is of the same algorithm: what a replica that was not restarted yet is set to is no longer wanted. */
    private Uni<Void> promote(
            SqlClient transaction, KeyTable table, String reason, @Nullable String actor, Origin origin) {
        KeyState next = table.next().orElseThrow();
        return repository
                .retireActive(transaction, table.now())
                .chain(() -> repository.activateNext(transaction, table.now()))
                .chain(() -> makeNext(
                        transaction, TokenAlgorithm.of(next.algorithm()).orElseThrow(), table.now()))
                .chain(() -> audit.record(transaction, rotated(table, next.kid(), reason, actor, origin)));
    }

    private Uni<String> makePair(SqlClient transaction, Instant now) {
        TokenAlgorithm algorithm = settings.algorithm();
        return make(algorithm).chain(active -> repository
                .insertActive(transaction, active, now)
                .chain(() -> makeNext(transaction, algorithm, now))
                .replaceWith(active.kid()));
    }

    private Uni<Void> makeNext(SqlClient transaction, TokenAlgorithm algorithm, Instant now) {
        return make(algorithm).chain(next -> repository.insertNext(transaction, next, now));
    }

    private Uni<SigningKey> make(TokenAlgorithm algorithm) {
        return vertx.executeBlocking(() -> SigningKey.generate(algorithm));
    }

    private static AuditEvent rotated(
            KeyTable before, String kid, String reason, @Nullable String actor, Origin origin) {
        AuditEvent event = AuditEvent.done("key.rotated", actor, kid, origin).with("reason", reason);
        return before.active()
                .map(active -> event.with("replaced", active.kid()))
                .orElse(event);
    }

    @FunctionalInterface
    private interface Change {
        Uni<Void> apply(SqlClient transaction, KeyTable table);
    }

    private Uni<Void> alone(Change change) {
        return pool.withTransaction(transaction -> repository
                .lock(transaction)
                .chain(() -> repository.table(transaction))
                .chain(table -> change.apply(transaction, table)));
    }
}
