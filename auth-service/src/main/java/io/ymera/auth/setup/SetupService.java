package io.ymera.auth.setup;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.auth.audit.AuditEvent;
import io.ymera.auth.audit.AuditLog;
import io.ymera.auth.audit.RefusalLog;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.password.PasswordRules;
import io.ymera.auth.password.Passwords;
import io.ymera.auth.secret.RandomToken;
import io.ymera.auth.throttle.ThrottleService;
import io.ymera.auth.user.NewUser;
import io.ymera.auth.user.User;
import io.ymera.auth.user.UserService;
import io.ymera.contracts.identity.Role;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.persistence.Transactions;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Makes the first administrator. Non-blocking. */
@Singleton
class SetupService {

    private static final String PREFIX = "yms_";

    private final SetupTokenRepository tokens;
    private final UserService users;
    private final ThrottleService throttle;
    private final PasswordRules rules;
    private final Passwords passwords;
    private final AuditLog audit;
    private final RefusalLog refusals;
    private final Pool pool;
    private final Clock clock;

    SetupService(
            SetupTokenRepository tokens,
            UserService users,
            ThrottleService throttle,
            PasswordRules rules,
            Passwords passwords,
            AuditLog audit,
            RefusalLog refusals,
            Pool pool,
            Clock clock) {
        this.tokens = tokens;
        this.users = users;
        this.throttle = throttle;
        this.rules = rules;
        this.passwords = passwords;
        this.audit = audit;
        this.refusals = refusals;
        this.pool = pool;
        this.clock = clock;
    }

    /** A new token, if there is no administrator. Those made before, by this replica or another, stay good along with it. */
    Uni<Optional<RandomToken>> newToken() {
        return Transactions.in(pool, transaction -> users.lockAdministrators(transaction)
                .chain(() -> users.hasAdministrator(transaction, null))
                .chain(there -> {
                    if (there) {
                        return Uni.createFrom().item(Optional.<RandomToken>empty());
                    }
                    RandomToken token = RandomToken.create(PREFIX);
                    return tokens.insert(transaction, token.hash(), clock.instant())
                            .replaceWith(Optional.of(token));
                }));
    }

    /**
     * The first administrator. Fails with {@link ErrorCode#CONFLICT} if there is one, with {@link ErrorCode#INVALID_CREDENTIALS}
     * if the token is none of ours, {@link ErrorCode#TOO_MANY_REQUESTS} after too many of these, and {@link
     * ErrorCode#VALIDATION_FAILED} if the password is not good enough.
     */
    Uni<User> complete(SetupRequest request, Origin origin) {
        byte[] token = RandomToken.hash(request.setupToken());
        // Hashing is dear, so only for those who have a token; whether that is still good is asked again under the lock
        return users.hasAdministrator()
                .invoke(SetupService::requireNone)
                .chain(() -> throttle.begin(origin))
                .chain(attempt -> tokens.exists(token)
                        .onFailure()
                        .call(attempt::giveBack)
                        .chain(known -> known ? attempt.succeeded() : refuse(origin)))
                .chain(() -> rules.check(
                        "/password",
                        request.password(),
                        User.ownWords(request.username(), request.email(), request.fullName())))
                .chain(() -> passwords.hash(request.password()))
                .map(hash -> new NewUser(request.username(), request.email(), request.fullName(), Role.ADMIN, hash))
                .chain(admin -> Transactions.in(pool, transaction -> create(transaction, token, admin, origin)));
    }

    private Uni<User> create(SqlClient transaction, byte[] token, NewUser admin, Origin origin) {
        return users.lockAdministrators(transaction)
                .chain(() -> users.hasAdministrator(transaction, null))
                .invoke(SetupService::requireNone)
                .chain(() -> tokens.exists(transaction, token))
                .chain(good -> good
                        ? users.create(transaction, admin)
                        : Uni.createFrom().failure(wrongToken()))
                .call(() -> tokens.deleteAll(transaction))
                .call(user -> audit.record(
                        transaction,
                        AuditEvent.done("setup.completed", user.userId().toString(), null, origin)
                                .with("username", user.username())));
    }

    private Uni<Void> refuse(Origin origin) {
        return refusals.record(AuditEvent.refused("setup.completed", null, null, origin, "wrong token"))
                .chain(() -> Uni.createFrom().failure(wrongToken()));
    }

    private static void requireNone(boolean there) {
        if (there) {
            throw new ApiException(
                    ErrorCode.CONFLICT,
                    "There is an administrator already, who can make others with PATCH /users/{id}.");
        }
    }

    private static ApiException wrongToken() {
        return new ApiException(
                ErrorCode.INVALID_CREDENTIALS,
                "This is no setup token: take the one that auth-service printed when it was last started.");
    }
}
