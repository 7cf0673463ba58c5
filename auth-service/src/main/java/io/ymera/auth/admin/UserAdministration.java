package io.ymera.auth.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.auth.apikey.ApiKeyService;
import io.ymera.auth.audit.AuditEvent;
import io.ymera.auth.audit.AuditLog;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.revocation.RevocationService;
import io.ymera.auth.session.SessionService;
import io.ymera.auth.totp.TotpService;
import io.ymera.auth.user.User;
import io.ymera.auth.user.UserFilter;
import io.ymera.auth.user.UserService;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.persistence.Transactions;
import io.ymera.web.json.Patches;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds, changes and deletes users. Whoever loses a right, or the account, loses all sessions and API keys in the same
 * transaction: what rests on the old rights ends. One active administrator always stays. Non-blocking.
 */
@Singleton
class UserAdministration {

    private final UserService users;
    private final SessionService sessions;
    private final ApiKeyService keys;
    private final TotpService totp;
    private final RevocationService revocations;
    private final AuditLog audit;
    private final Patches patches;
    private final Pool pool;

    UserAdministration(
            UserService users,
            SessionService sessions,
            ApiKeyService keys,
            TotpService totp,
            RevocationService revocations,
            AuditLog audit,
            Patches patches,
            Pool pool) {
        this.users = users;
        this.sessions = sessions;
        this.keys = keys;
        this.totp = totp;
        this.revocations = revocations;
        this.audit = audit;
        this.patches = patches;
        this.pool = pool;
    }

    /** The newest first; {@code cursor} is the last id of the page before this one, or null for the first page. */
    Uni<List<User>> list(UserFilter filter, @Nullable UUID cursor, int limit) {
        return users.list(filter, cursor, limit);
    }

    Uni<User> get(UUID id) {
        return users.find(id).map(found -> found.orElseThrow(UserAdministration::notFound));
    }

    /**
     * Changes a user.
     *
     * @param patch a JSON merge patch (RFC 7396) of {@link UserRights}
     * @param actor who asks
     */
    Uni<User> change(UUID id, JsonNode patch, String actor, Origin origin) {
        return Transactions.in(pool, transaction -> lock(transaction, id)
                        .chain(user -> patches.apply(UserRights.of(user), patch, UserRights.class)
                                .chain(rights -> change(transaction, user, rights, actor, origin))))
                .call(revocations::announce);
    }

    /** Deletes a user with everything but what the audit log knows. */
    Uni<Void> delete(UUID id, String actor, Origin origin) {
        return Transactions.in(pool, transaction -> lock(transaction, id)
                        .call(user -> keepAnAdministrator(transaction, UserRights.of(user), id))
                        .call(user -> audit.record(
                                transaction,
                                AuditEvent.done("user.deleted", actor, id.toString(), origin)
                                        .with("username", user.username())))
                        .chain(user -> endAccess(transaction, id, "user_deleted"))
                        .call(() -> users.delete(transaction, id))
                        .chain(ended -> revocations.revoke(transaction, ended)))
                .call(revocations::announce);
    }

    /**
     * Ends a user's second factor, and with it all sessions and API keys: it was lost or stolen, or whoever asked for it was not
     * that user. Administrators can't end their own: a stolen token must not be enough for that.
     */
    Uni<Void> resetSecondFactor(UUID id, String actor, Origin origin) {
        if (id.toString().equals(actor)) {
            throw new ApiException(
                    ErrorCode.CONFLICT,
                    "This is your own second factor: use DELETE /users/me/totp, or ask another administrator.");
        }
        return Transactions.in(pool, transaction -> users.lock(transaction, id)
                        .map(found -> found.orElseThrow(UserAdministration::notFound))
                        .chain(() -> totp.disable(transaction, id))
                        .chain(was -> was
                                ? audit.record(
                                                transaction,
                                                AuditEvent.done("totp.disabled", actor, id.toString(), origin))
                                        .chain(() -> endAccess(transaction, id, "totp_reset"))
                                        .chain(ended -> revocations.revoke(transaction, ended))
                                : Uni.createFrom().voidItem()))
                .call(revocations::announce);
    }

    /** In this order, so that two administrators who change each other wait for each other, and not crosswise. */
    private Uni<User> lock(SqlClient transaction, UUID id) {
        return users.lockAdministrators(transaction)
                .chain(() -> users.lock(transaction, id))
                .map(found -> found.orElseThrow(UserAdministration::notFound));
    }

    private Uni<User> change(SqlClient transaction, User user, UserRights after, String actor, Origin origin) {
        UserRights before = UserRights.of(user);
        UUID id = user.userId();
        if (after.equals(before)) {
            return Uni.createFrom().item(user);
        }
        boolean sameRights =
                after.role().equals(before.role()) && after.isActive().equals(before.isActive());
        Uni<Void> checked =
                after.isAdministrator() ? Uni.createFrom().voidItem() : keepAnAdministrator(transaction, before, id);
        return checked.chain(
                        () -> users.updateRights(transaction, id, after.role(), after.isActive(), after.fullName()))
                .map(found -> found.orElseThrow(UserAdministration::notFound))
                .call(() -> audit.record(transaction, event(before, after, actor, id, origin)))
                .call(() -> sameRights
                        ? Uni.createFrom().voidItem()
                        : endAccess(transaction, id, after.isActive() ? "role_changed" : "user_deactivated")
                                .chain(ended -> revocations.revoke(transaction, ended)));
    }

    private Uni<Void> keepAnAdministrator(SqlClient transaction, UserRights before, UUID id) {
        if (!before.isAdministrator()) {
            return Uni.createFrom().voidItem();
        }
        return users.hasAdministrator(transaction, id)
                .invoke(another -> {
                    if (!another) {
                        throw new ApiException(
                                ErrorCode.CONFLICT, "This is the only active administrator: make another one before.");
                    }
                })
                .replaceWithVoid();
    }

    /** What is to be revoked, last in the transaction. */
    private Uni<List<UUID>> endAccess(SqlClient transaction, UUID id, String reason) {
        return sessions.endAll(transaction, id, null, reason).chain(ended -> keys.revokeAll(transaction, id, reason)
                .map(revoked -> Stream.concat(ended.stream(), revoked.stream()).toList()));
    }

    private static AuditEvent event(UserRights before, UserRights after, String actor, UUID id, Origin origin) {
        AuditEvent event = AuditEvent.done("user.changed", actor, id.toString(), origin);
        if (!after.role().equals(before.role())) {
            event = event.with("role", before.role() + " -> " + after.role());
        }
        if (!after.isActive().equals(before.isActive())) {
            event = event.with("is_active", before.isActive() + " -> " + after.isActive());
        }
        return Objects.equals(after.fullName(), before.fullName()) ? event : event.with("full_name", "changed");
    }

    private static ApiException notFound() {
        return ApiException.notFound("There is no user of this id.");
    }
}
