package io.ymera.auth.user;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.ymera.auth.audit.AuditEvent;
import io.ymera.auth.audit.AuditLog;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.password.Passwords;
import io.ymera.auth.throttle.Attempt;
import io.ymera.auth.throttle.ThrottleService;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Violation;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Asks users who are logged in for their password again, before what a stolen token must not be able to do. Non-blocking. */
@Singleton
public class PasswordProof {

    private final UserService users;
    private final Passwords passwords;
    private final ThrottleService throttle;
    private final AuditLog audit;
    private final Pool pool;

    PasswordProof(UserService users, Passwords passwords, ThrottleService throttle, AuditLog audit, Pool pool) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
        this.pool = pool;
    }

    /**
     * The account of {@code userId}, if {@code password} is its password. Fails with {@link ErrorCode#INVALID_CREDENTIALS} at
     * {@code pointer} if it is not, {@link ErrorCode#CONFLICT} if there is none, and {@link ErrorCode#TOO_MANY_REQUESTS} after
     * too many guesses; these do not count for logins.
     */
    public Uni<Account> require(UUID userId, String pointer, String password, Origin origin) {
        return users.account(userId).chain(found -> {
            Account account = found.orElseThrow(
                    () -> new ApiException(ErrorCode.UNAUTHENTICATED, "The token's user is no longer there."));
            if (account.passwordHash() == null) {
                throw new ApiException(
                        ErrorCode.CONFLICT, "You have no password, as you come through an external provider.");
            }
            return throttle.begin("user:" + userId, origin)
                    .chain(attempt -> check(account, attempt, pointer, password, origin));
        });
    }

    private Uni<Account> check(Account account, Attempt attempt, String pointer, String password, Origin origin) {
        return passwords
                .matches(password, account.passwordHash())
                .onFailure()
                .call(attempt::giveBack)
                .chain(same -> same
                        ? attempt.succeeded().replaceWith(account)
                        : audit.record(pool, refused(account, origin)).replaceWith(() -> {
                            throw new ApiException(
                                    ErrorCode.INVALID_CREDENTIALS,
                                    "This is not your password.",
                                    List.of(new Violation(pointer, "is not your password")));
                        }));
    }

    private static AuditEvent refused(Account account, Origin origin) {
        return AuditEvent.refused(
                "login.failed", account.user().userId().toString(), null, origin, "wrong password in a session");
    }
}
