package io.ymera.auth.login;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.auth.audit.AuditEvent;
import io.ymera.auth.audit.AuditLog;
import io.ymera.auth.audit.RefusalLog;
import io.ymera.auth.login.Outcome.Refused;
import io.ymera.auth.login.Outcome.SecondFactorMissing;
import io.ymera.auth.login.Outcome.Welcome;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.password.Passwords;
import io.ymera.auth.session.SessionService;
import io.ymera.auth.throttle.Attempt;
import io.ymera.auth.throttle.ThrottleService;
import io.ymera.auth.totp.SecondFactor;
import io.ymera.auth.totp.TotpService;
import io.ymera.auth.user.Account;
import io.ymera.auth.user.Candidate;
import io.ymera.auth.user.UserService;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.persistence.Transactions;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Checks a password, and the second factor of those who have one, and begins a session. An unknown user, a wrong password, a
 * user who has been shut out and one who has no password look alike, in words and in time. Non-blocking.
 */
@Singleton
class LoginService {

    private static final Logger LOG = Logger.getLogger(LoginService.class);

    private final Pool pool;
    private final UserService users;
    private final Passwords passwords;
    private final ThrottleService throttle;
    private final TotpService totp;
    private final SessionService sessions;
    private final AuditLog audit;
    private final RefusalLog refusals;

    LoginService(
            Pool pool,
            UserService users,
            Passwords passwords,
            ThrottleService throttle,
            TotpService totp,
            SessionService sessions,
            AuditLog audit,
            RefusalLog refusals) {
        this.pool = pool;
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.totp = totp;
        this.sessions = sessions;
        this.audit = audit;
        this.refusals = refusals;
    }

    /**
     * Fails with {@link ErrorCode#INVALID_CREDENTIALS} if there is no such user or anything of what proves it is wrong, {@link
     * ErrorCode#SECOND_FACTOR_REQUIRED} if only the code is missing, and {@link ErrorCode#TOO_MANY_REQUESTS}, with nothing
     * checked, after too many failures.
     */
    Uni<LoginResponse> login(LoginRequest request, Origin origin) {
        return users.findByLogin(request.username())
                .chain(candidate -> throttle.begin("login:" + candidate.login(), origin)
                        .chain(attempt -> check(candidate, request, origin)
                                // Nothing was learnt from it: the queue for hashing was full, or the database went away
                                .onFailure()
                                .call(attempt::giveBack)
                                .chain(outcome -> answer(outcome, candidate, attempt, request, origin))));
    }

    private Uni<Outcome> check(Candidate candidate, LoginRequest request, Origin origin) {
        @Nullable Account account = candidate.account();
        @Nullable String hash = account == null ? null : account.passwordHash();
        return passwords
                .matches(request.password(), hash, candidate.bcryptCost())
                .chain(same -> same && account != null
                        ? Transactions.in(pool, transaction -> enter(transaction, account, request.totpCode(), origin))
                        : Uni.createFrom().item(new Refused(reason(account))));
    }

    private static String reason(@Nullable Account account) {
        if (account == null) {
            return "no such user";
        }
        return account.passwordHash() == null ? "no password" : "wrong password";
    }

    /** The password is right. */
    private Uni<Outcome> enter(SqlClient transaction, Account account, @Nullable String code, Origin origin) {
        return users.lockUnchanged(transaction, account)
                .chain(unchanged -> unchanged
                        ? totp.check(transaction, account.user().userId(), code).chain(factor -> switch (factor) {
                            case MISSING -> Uni.createFrom().item(new SecondFactorMissing());
                            case WRONG -> Uni.createFrom().item(new Refused("wrong second factor"));
                            case NOT_SET_UP, TOTP, RECOVERY_CODE -> begin(transaction, account, factor, origin);
                        })
                        : Uni.createFrom().item(new Refused("not active, or changed meanwhile")));
    }

    private Uni<Outcome> begin(SqlClient transaction, Account account, SecondFactor factor, Origin origin) {
        return sessions.start(transaction, account.user(), origin)
                .call(tokens -> audit.record(
                        transaction,
                        AuditEvent.done(
                                        "login.succeeded",
                                        account.user().userId().toString(),
                                        tokens.sessionId().toString(),
                                        origin)
                                .with("second_factor", factor.name().toLowerCase(Locale.ROOT))))
                .map(tokens -> new Welcome(account, tokens));
    }

    private Uni<LoginResponse> answer(
            Outcome outcome, Candidate candidate, Attempt attempt, LoginRequest request, Origin origin) {
        return switch (outcome) {
            case Welcome in ->
                attempt.succeeded()
                        .chain(() -> renewHash(in.account(), request.password()))
                        .replaceWith(() -> LoginResponse.of(in.account().user(), in.tokens()));
            case Refused out ->
                recordFailure(candidate, out.reason(), origin)
                        .chain(() -> recordPause(candidate, attempt, origin))
                        .chain(() -> Uni.createFrom()
                                .failure(new ApiException(
                                        ErrorCode.INVALID_CREDENTIALS,
                                        "There is no such user, or the password or the code is another.")));
            case SecondFactorMissing missing ->
                // Forgetting failures here would let those who know the password guess codes for ever
                attempt.giveBack().chain(() -> recordMissing(candidate, origin)).chain(() -> Uni.createFrom()
                        .failure(new ApiException(
                                ErrorCode.SECOND_FACTOR_REQUIRED,
                                "Send the same with totp_code: six digits of your authenticator, or a recovery "
                                        + "code.")));
        };
    }

    private Uni<Void> recordFailure(Candidate candidate, String reason, Origin origin) {
        return audit.record(pool, AuditEvent.refused("login.failed", null, target(candidate), origin, reason));
    }

    /** It is not counted as a failure, so it may come as often as whoever knows the password likes. */
    private Uni<Void> recordMissing(Candidate candidate, Origin origin) {
        return refusals.record(
                AuditEvent.refused("login.failed", null, target(candidate), origin, "second factor missing"));
    }

    /** Once for each pause, and not for each attempt in it, of which there may be thousands. */
    private Uni<Void> recordPause(Candidate candidate, Attempt attempt, Origin origin) {
        return attempt.pauseAfterFailure()
                .map(Duration::toSeconds)
                .map(seconds -> audit.record(
                        pool,
                        AuditEvent.refused(
                                        "login.blocked", null, target(candidate), origin, "too many failures in a row")
                                .with("seconds", "" + seconds)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Not what was typed: people type passwords into the wrong field. */
    private static @Nullable String target(Candidate candidate) {
        Account account = candidate.account();
        return account == null ? null : account.user().userId().toString();
    }

    /** Parameters grow with the years, and only now is the password at hand. Not worth failing a login for. */
    private Uni<Void> renewHash(Account account, String password) {
        String hash = account.passwordHash();
        if (hash == null || !passwords.isOutdated(hash, password)) {
            return Uni.createFrom().voidItem();
        }
        return users.rehash(account, hash, password)
                .onFailure()
                .invoke(e -> LOG.warnf(
                        e,
                        "The password hash of %s stays outdated",
                        account.user().userId()))
                .onFailure()
                .recoverWithNull();
    }
}
