package io.ymera.auth.user;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.auth.audit.AuditEvent;
import io.ymera.auth.audit.AuditLog;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.password.PasswordRules;
import io.ymera.auth.password.Passwords;
import io.ymera.auth.throttle.ThrottleService;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Violation;
import io.ymera.persistence.Ids;
import io.ymera.persistence.SqlState;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Registers and finds users. Non-blocking; every {@code Uni} does its work anew at each subscription. */
@Singleton
public class UserService {

    private final Pool pool;
    private final UserRepository users;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final ThrottleService throttle;
    private final AuditLog audit;
    private final Ids ids;

    UserService(
            Pool pool,
            UserRepository users,
            Passwords passwords,
            PasswordRules rules,
            ThrottleService throttle,
            AuditLog audit,
            Ids ids) {
        this.pool = pool;
        this.users = users;
        this.passwords = passwords;
        this.rules = rules;
        this.throttle = throttle;
        this.audit = audit;
        this.ids = ids;
    }

    /**
     * A new user with the role {@code user}. Fails with {@link ErrorCode#VALIDATION_FAILED} if the password is not good
     * enough, {@link ErrorCode#TOO_MANY_REQUESTS} if too many have registered from there, and {@link ErrorCode#CONFLICT} if
     * the name or address is taken.
     */
    Uni<User> register(Registration wanted, Origin origin) {
        return rules.check("/password", wanted.password(), wanted.ownWords())
                .chain(() -> throttle.countRegistration(origin))
                .chain(() -> passwords.hash(wanted.password()))
                .chain(hash -> pool.withTransaction(transaction -> insert(transaction, wanted, hash, origin)))
                .onFailure()
                .transform(UserService::taken);
    }

    private Uni<User> insert(SqlClient transaction, Registration wanted, String hash, Origin origin) {
        return users.insert(transaction, ids.next(), wanted.username(), wanted.email(), wanted.fullName(), hash)
                .call(user -> audit.record(
                        transaction,
                        AuditEvent.done("user.registered", user.userId().toString(), null, origin)));
    }

    /** The user with this id, if there is one. */
    public Uni<Optional<User>> find(UUID id) {
        return users.find(id);
    }

    /** The account of the user with this id, if there is one. */
    public Uni<Optional<Account>> account(UUID id) {
        return users.account(id);
    }

    /** Whom {@code login} means: by the user name or the e-mail address, whatever the case. */
    public Uni<Candidate> findByLogin(String login) {
        return users.findByLogin(login);
    }

    /**
     * Whether {@code account} may log in and has the password that it was read with. It stays so until the transaction ends,
     * so that nobody comes in past an administrator who shuts the account, or an owner who changes the password.
     */
    public Uni<Boolean> lockUnchanged(SqlClient transaction, Account account) {
        return users.lockUnchanged(transaction, account.user().userId(), account.passwordChangedAt());
    }

    /** Makes {@code account}'s hash {@code old} anew from the {@code password} that was just checked. */
    public Uni<Void> rehash(Account account, String old, String password) {
        return passwords
                .hash(password)
                .flatMap(hash -> users.replaceHash(account.user().userId(), old, hash));
    }

    private static Throwable taken(Throwable failure) {
        if (SqlState.isUniqueViolation(failure, UserRepository.USERNAME_TAKEN)) {
            return conflict("/username", "The user name is taken.");
        }
        if (SqlState.isUniqueViolation(failure, UserRepository.EMAIL_TAKEN)) {
            return conflict("/email", "There is a user with this e-mail address.");
        }
        return failure;
    }

    private static ApiException conflict(String pointer, String detail) {
        return new ApiException(ErrorCode.CONFLICT, detail, List.of(new Violation(pointer, "is taken")));
    }
}
