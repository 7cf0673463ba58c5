package io.ymera.auth.account;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.auth.apikey.ApiKeyService;
import io.ymera.auth.audit.AuditEvent;
import io.ymera.auth.audit.AuditLog;
import io.ymera.auth.audit.RefusalLog;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.password.PasswordRules;
import io.ymera.auth.password.Passwords;
import io.ymera.auth.revocation.RevocationService;
import io.ymera.auth.session.SessionService;
import io.ymera.auth.throttle.ThrottleService;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What users do with their own accounts. Non-blocking. */
@Singleton
class AccountService {

    private final UserService users;
    private final PasswordProof proof;
    private final PasswordRules rules;
    private final Passwords passwords;
    private final SessionService sessions;
    private final ApiKeyService keys;
    private final ThrottleService throttle;
    private final RevocationService revocations;
    private final AuditLog audit;
    private final RefusalLog refusals;
    private final Pool pool;

    AccountService(
            UserService users,
            PasswordProof proof,
            PasswordRules rules,
            Passwords passwords,
            SessionService sessions,
            ApiKeyService keys,
            ThrottleService throttle,
            RevocationService revocations,
            AuditLog audit,
            RefusalLog refusals,
            Pool pool) {
        this.users = users;
        this.proof = proof;
        this.rules = rules;
        this.passwords = passwords;
        this.sessions = sessions;
        this.keys = keys;
        this.throttle = throttle;
        this.revocations = revocations;
        this.audit = audit;
        this.refusals = refusals;
        this.pool = pool;
    }

    Uni<User> find(UUID id) {
        return users.find(id).map(found -> found.orElseThrow(AccountService::gone));
    }

    /**
     * If the address is another one this fails with {@link ErrorCode#INVALID_CREDENTIALS} if the password is not right, {@link
     * ErrorCode#CONFLICT} if the address is taken, and {@link ErrorCode#TOO_MANY_REQUESTS} after too many tries.
     */
    Uni<User> change(UUID id, ProfileChange wanted, Origin origin) {
        return find(id).chain(user -> wanted.email().equals(user.email())
                ? changeName(user, wanted.fullName(), origin)
                : prove(id, wanted.password(), origin).chain(account -> changeAddress(account, wanted, origin)));
    }

    /** The address is not written: it may have been changed meanwhile, and this one was not proved. */
    private Uni<User> changeName(User user, @Nullable String fullName, Origin origin) {
        return Transactions.in(pool, transaction -> users.updateName(transaction, user.userId(), fullName)
                .map(found -> found.orElseThrow(AccountService::gone))
                .call(after -> recordChange(transaction, user, after, origin)));
    }

    /** Counted like registrations, which tell who is here in the same way. */
    private Uni<User> changeAddress(Account account, ProfileChange wanted, Origin origin) {
        return throttle.countRegistration(origin)
                .chain(() -> Transactions.in(pool, transaction -> users.updateProfile(
                                transaction, account, wanted.email(), wanted.fullName())
                        .call(found -> found.isPresent()
                                ? recordChange(transaction, account.user(), found.get(), origin)
                                : Uni.createFrom().voidItem())))
                .onFailure(AccountService::isConflict)
                .call(() -> refusals.record(AuditEvent.refused(
                        "user.changed", account.user().userId().toString(), null, origin, "address taken")))
                .map(found -> found.orElseThrow(AccountService::overtaken));
    }

    /**
     * Changes the password; ends all sessions but {@code current}, and API keys if that is wanted. Fails with {@link ErrorCode#INVALID_CREDENTIALS} if the
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
                        .chain(hash -> Transactions.in(pool, transaction -> replace(transaction, account, hash, origin)
                                .chain(() -> endOthers(transaction, id, current, wanted.endsApiKeys()))
                                .chain(ended -> revocations.revoke(transaction, ended)))))
                .call(revocations::announce);
    }

    private Uni<Void> replace(SqlClient transaction, Account account, String hash, Origin origin) {
        UUID id = account.user().userId();
        return users.changePassword(transaction, account, hash)
                .invoke(changed -> {
                    if (!changed) {
                        throw overtaken();
                    }
                })
                .chain(() ->
                        audit.record(transaction, AuditEvent.done("password.changed", id.toString(), null, origin)));
    }

    /** Ends all sessions but the {@code current} one, and the keys too if that is wanted; gives what has ended. */
    private Uni<List<UUID>> endOthers(SqlClient transaction, UUID id, UUID current, boolean keysToo) {
        String reason = "password_changed";
        return sessions.endAll(transaction, id, current, reason)
                .chain(ended -> keysToo
                        ? keys.revokeAll(transaction, id, reason)
                                .map(revoked -> Stream.concat(ended.stream(), revoked.stream())
                                        .toList())
                        : Uni.createFrom().item(ended));
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

    private static boolean isConflict(Throwable failure) {
        return failure instanceof ApiException e && e.code() == ErrorCode.CONFLICT;
    }

    private static ApiException overtaken() {
        return new ApiException(ErrorCode.CONFLICT, "The password was changed meanwhile: try again.");
    }

    private static ApiException gone() {
        return new ApiException(ErrorCode.UNAUTHENTICATED, "The token's user is no longer there.");
    }
}
