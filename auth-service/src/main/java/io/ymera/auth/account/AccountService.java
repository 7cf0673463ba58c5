package io.ymera.auth.account;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.auth.audit.AuditEvent;
import io.ymera.auth.audit.AuditLog;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.password.PasswordRules;
import io.ymera.auth.password.Passwords;
import io.ymera.auth.revocation.RevocationService;
import io.ymera.auth.session.SessionService;
import io.ymera.auth.user.Account;
import io.ymera.auth.user.PasswordProof;
import io.ymera.auth.user.User;
import io.ymera.auth.user.UserService;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.persistence.Transactions;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What users do with their own accounts. Non-blocking. */
@Singleton
class AccountService {

    private final UserService users;
    private final PasswordProof proof;
    private final PasswordRules rules;
    private final Passwords passwords;
    private final SessionService sessions;
    private final RevocationService revocations;
    private final AuditLog audit;
    private final Pool pool;

    AccountService(
            UserService users,
            PasswordProof proof,
            PasswordRules rules,
            Passwords passwords,
            SessionService sessions,
            RevocationService revocations,
            AuditLog audit,
            Pool pool) {
        this.users = users;
        this.proof = proof;
        this.rules = rules;
        this.passwords = passwords;
        this.sessions = sessions;
        this.revocations = revocations;
        this.audit = audit;
        this.pool = pool;
    }

    Uni<User> find(UUID id) {
        return users.find(id).map(found -> found.orElseThrow(AccountService::gone));
    }

    /** Fails with {@link ErrorCode#INVALID_CREDENTIALS} if the address is another one and the password is not right. */
    Uni<User> change(UUID id, ProfileChange wanted, Origin origin) {
        return find(id).call(user -> wanted.email().equals(user.email())
                        ? Uni.createFrom().voidItem()
                        : prove(id, wanted.password(), origin))
                .chain(user -> Transactions.in(
                        pool, transaction -> users.updateProfile(transaction, id, wanted.email(), wanted.fullName())
                                .map(found -> found.orElseThrow(AccountService::gone))
                                .call(after -> recordChange(transaction, user, after, origin))));
    }

    /**
     * Changes the password; ends all sessions but {@code current}. Fails with {@link ErrorCode#INVALID_CREDENTIALS} if the
     * current one is not right, and {@link ErrorCode#VALIDATION_FAILED} if the new one is not good enough.
     */
    Uni<Void> changePassword(UUID id, UUID current, PasswordChange wanted, Origin origin) {
        if (wanted.newPassword().equals(wanted.currentPassword())) {
            throw ApiException.invalid("/new_password", "must be another one than the current");
        }
        return proof.require(id, "/current_password", wanted.currentPassword(), origin)
                .call(account -> rules.check(
                        "/new_password", wanted.newPassword(), account.user().ownWords()))
                .chain(account -> passwords
                        .hash(wanted.newPassword())
                        .chain(hash -> Transactions.in(
                                pool, transaction -> replace(transaction, account, hash, current, origin))))
                .call(revocations::announce);
    }

    private Uni<Void> replace(SqlClient transaction, Account account, String hash, UUID current, Origin origin) {
        UUID id = account.user().userId();
        return users.changePassword(transaction, account, hash)
                .invoke(changed -> {
                    if (!changed) {
                        throw new ApiException(ErrorCode.CONFLICT, "The password was changed meanwhile: try again.");
                    }
                })
                .chain(() ->
                        audit.record(transaction, AuditEvent.done("password.changed", id.toString(), null, origin)))
                .chain(() -> sessions.endAll(transaction, id, current, "password_changed"))
                .chain(ended -> revocations.revoke(transaction, ended));
    }

    private Uni<Account> prove(UUID id, @Nullable String password, Origin origin) {
        if (password == null) {
            throw ApiException.invalid("/password", "is required for another e-mail address");
        }
        return proof.require(id, "/password", password, origin);
    }

    private Uni<Void> recordChange(SqlClient transaction, User before, User after, Origin origin) {
        List<String> changed = new ArrayList<>();
        if (!after.email().equals(before.email())) {
            changed.add("email");
        }
        if (!Objects.equals(after.fullName(), before.fullName())) {
            changed.add("full_name");
        }
        return changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : audit.record(
                        transaction,
                        AuditEvent.done("user.changed", after.userId().toString(), null, origin)
                                .with("changed", String.join(", ", changed)));
    }

    private static ApiException gone() {
        return new ApiException(ErrorCode.UNAUTHENTICATED, "The token's user is no longer there.");
    }
}
