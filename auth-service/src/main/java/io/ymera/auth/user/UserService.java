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
import io.ymera.contracts.identity.Role;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Violation;
import io.ymera.persistence.Ids;
import io.ymera.persistence.SqlState;
import io.ymera.persistence.Transactions;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Registers, finds and changes users. What takes a transaction is a part of the caller's, who audits it. Non-blocking; every
 * {@code Uni} does its work anew at each subscription.
 */
@Singleton
public class UserService {

    private final UserRepository users;
    private final RegistrationMode registration;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final ThrottleService throttle;
    private final AuditLog audit;
    private final Ids ids;
    private final Pool pool;

    UserService(
            UserRepository users,
            RegistrationMode registration,
            Passwords passwords,
            PasswordRules rules,
            ThrottleService throttle,
            AuditLog audit,
            Ids ids,
            Pool pool) {
        this.users = users;
        this.registration = registration;
        this.passwords = passwords;
        this.rules = rules;
        this.throttle = throttle;
        this.audit = audit;
        this.ids = ids;
        this.pool = pool;
    }

    /**
     * A new user with the role {@code user}. Fails with {@link ErrorCode#FORBIDDEN} if nobody may register, {@link
     * ErrorCode#VALIDATION_FAILED} if the password is not good enough, {@link ErrorCode#TOO_MANY_REQUESTS} if too many have
     * registered from there, and {@link ErrorCode#CONFLICT} if the name or address is taken.
     */
    Uni<User> register(Registration wanted, Origin origin) {
        registration.requireOpen();
        return rules.check("/password", wanted.password(), wanted.ownWords())
                .chain(() -> throttle.countRegistration(origin))
                .chain(() -> passwords.hash(wanted.password()))
                .map(hash -> new NewUser(wanted.username(), wanted.email(), wanted.fullName(), Role.USER, hash))
                .chain(user -> Transactions.in(pool, transaction -> create(transaction, user)
                        .call(created -> audit.record(
                                transaction,
                                AuditEvent.done(
                                                "user.registered",
                                                created.userId().toString(),
                                                null,
                                                origin)
                                        .with("username", created.username())))));
    }

    /** A new user; fails with {@link ErrorCode#CONFLICT} if the name or address is taken. */
    public Uni<User> create(SqlClient transaction, NewUser user) {
        return users.insert(transaction, ids.next(), user).onFailure().transform(UserService::taken);
    }

    /**
     * A new user who comes in through somebody else and so has no password; empty if the name is taken, in which case the
     * transaction can go on. Fails with {@link ErrorCode#CONFLICT} if the address is taken.
     */
    public Uni<Optional<User>> createWithoutPassword(
            SqlClient transaction, String username, String email, @Nullable String fullName) {
        return users.insertWithoutPassword(transaction, ids.next(), username, email, fullName)
                .onFailure()
                .transform(UserService::taken);
    }

    /** The user with this id, if there is one. */
    public Uni<Optional<User>> find(UUID id) {
        return users.find(id);
    }

    /** The user with this id, whom nobody else changes until the transaction's end. */
    public Uni<Optional<User>> lock(SqlClient transaction, UUID id) {
        return users.lock(transaction, id);
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

    /** The newest first; {@code cursor} is the last id of the page before this one, or null for the first page. */
    public Uni<List<User>> list(UserFilter filter, @Nullable UUID cursor, int limit) {
        return users.list(filter, cursor, limit);
    }

    /** Makes {@code account}'s hash {@code old} anew from the {@code password} that was just checked. */
    public Uni<Void> rehash(Account account, String old, String password) {
        return passwords
                .hash(password)
                .flatMap(hash -> users.replaceHash(account.user().userId(), old, hash));
    }

    /** Whether {@code account} has the new password; not if it was changed meanwhile, or shut. */
    public Uni<Boolean> changePassword(SqlClient transaction, Account account, String newHash) {
        return users.changePassword(transaction, account.user().userId(), account.passwordChangedAt(), newHash);
    }

    /** Changes what users call themselves, and leaves the address; empty if the user is gone or shut out. */
    public Uni<Optional<User>> updateName(SqlClient transaction, UUID id, @Nullable String fullName) {
        return users.updateName(transaction, id, fullName);
    }

    /**
     * Changes what users say of themselves; empty if the user is gone or shut out, or the password was changed since {@code
     * account} was read and proved. Fails with {@link ErrorCode#CONFLICT} if the address is taken.
     */
    public Uni<Optional<User>> updateProfile(
            SqlClient transaction, Account account, String email, @Nullable String fullName) {
        return users.updateProfile(transaction, account.user().userId(), account.passwordChangedAt(), email, fullName)
                .onFailure()
                .transform(UserService::taken);
    }

    /** Changes what administrators say of a user; empty if the user is gone. */
    public Uni<Optional<User>> updateRights(
            SqlClient transaction, UUID id, String role, boolean isActive, @Nullable String fullName) {
        return users.updateRights(transaction, id, role, isActive, fullName);
    }

    /** Deletes a user with all that hangs on it. */
    public Uni<Void> delete(SqlClient transaction, UUID id) {
        return users.delete(transaction, id);
    }

    /**
     * Until the transaction's end nobody else changes who is an administrator. To be called before anything else is locked, and
     * whenever what is to be changed depends on whether there is an administrator.
     */
    public Uni<Void> lockAdministrators(SqlClient transaction) {
        return users.lockAdministrators(transaction);
    }

    /** Whether there is an active administrator. */
    public Uni<Boolean> hasAdministrator() {
        return users.hasAdministrator(pool, null);
    }

    /** Whether there is an active administrator other than {@code besides}, which may be null. */
    public Uni<Boolean> hasAdministrator(SqlClient transaction, @Nullable UUID besides) {
        return users.hasAdministrator(transaction, besides);
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
