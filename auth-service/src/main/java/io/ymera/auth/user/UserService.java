package io.ymera.auth.user;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.auth.password.Passwords;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Violation;
import io.ymera.persistence.Ids;
import io.ymera.persistence.SqlState;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Registers and finds users. Non-blocking; every {@code Uni} does its work anew at each subscription. */
@Singleton
public class UserService {

    private final UserRepository users;
    private final Passwords passwords;
    private final Ids ids;

    UserService(UserRepository users, Passwords passwords, Ids ids) {
        this.users = users;
        this.passwords = passwords;
        this.ids = ids;
    }

    /** A new user with the role {@code user}; fails with {@link ErrorCode#CONFLICT} if the name or address is taken. */
    Uni<User> register(Registration wanted) {
        return passwords
                .hash(wanted.password())
                .flatMap(hash -> users.insert(ids.next(), wanted.username(), wanted.email(), wanted.fullName(), hash))
                .onFailure()
                .transform(UserService::taken);
    }

    /** The user with this id, if there is one. */
    public Uni<Optional<User>> find(UUID id) {
        return users.find(id);
    }

    /**
     * The user with this id, if it may log in; nobody can change that before {@code transaction} ends.
     */
    public Uni<Optional<User>> findActive(SqlClient transaction, UUID id) {
        return users.findActive(transaction, id);
    }

    /**
     * A new user who comes in through somebody else and so has no password; empty if the name is taken, in which case the
     * transaction can go on. Fails with {@link ErrorCode#CONFLICT} if the address is taken. A {@code fullName} that does not fit
     * is left out.
     */
    public Uni<Optional<User>> registerWithoutPassword(
            SqlClient transaction, String username, String email, @Nullable String fullName) {
        return users.insertWithoutPassword(transaction, ids.next(), username, email, fitting(fullName))
                .onFailure()
                .transform(UserService::taken);
    }

    /** Whether {@code text} can be a user's e-mail address. */
    public static boolean isAddress(String text) {
        return text.length() <= Registration.LONGEST_EMAIL && text.matches(Registration.EMAIL);
    }

    private static @Nullable String fitting(@Nullable String fullName) {
        return fullName != null
                        && fullName.length() <= Registration.LONGEST_NAME
                        && Pattern.compile(Registration.TEXT, Pattern.DOTALL)
                                .matcher(fullName)
                                .matches()
                ? fullName
                : null;
    }

    /** The account that has {@code login} as its user name or e-mail address, whatever the case, if there is one. */
    public Uni<Optional<Account>> findByLogin(String login) {
        return users.findByLogin(login);
    }

    /** Makes {@code account}'s hash anew from the {@code password} that was just checked. */
    public Uni<Void> rehash(Account account, String password) {
        return passwords
                .hash(password)
                .flatMap(hash -> users.replaceHash(account.user().userId(), account.passwordHash(), hash));
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
