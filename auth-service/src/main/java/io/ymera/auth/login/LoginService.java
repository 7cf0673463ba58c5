package io.ymera.auth.login;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.password.Passwords;
import io.ymera.auth.token.Grant;
import io.ymera.auth.token.TokenService;
import io.ymera.auth.user.Account;
import io.ymera.auth.user.User;
import io.ymera.auth.user.UserService;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Checks a password and issues a token. An unknown user and a wrong password look alike, in words and in time. */
@Singleton
class LoginService {

    private static final Logger LOG = Logger.getLogger(LoginService.class);

    private final UserService users;
    private final Passwords passwords;
    private final TokenService tokens;

    LoginService(UserService users, Passwords passwords, TokenService tokens) {
        this.users = users;
        this.passwords = passwords;
        this.tokens = tokens;
    }

    /** Fails with {@link ErrorCode#INVALID_CREDENTIALS} if there is no such user or the password is another. */
    Uni<LoginResponse> login(LoginRequest request) {
        return users.findByLogin(request.username()).flatMap(found -> {
            @Nullable Account account = found.orElse(null);
            return passwords
                    .matches(request.password(), account == null ? null : account.passwordHash())
                    .flatMap(same -> same && account != null
                            ? renewHash(account, request.password()).replaceWith(() -> welcome(account.user()))
                            : refused());
        });
    }

    private LoginResponse welcome(User user) {
        return LoginResponse.of(
                user, tokens.issue(Grant.ofSession(user.userId(), user.userId(), user.username(), user.role())));
    }

    private static Uni<LoginResponse> refused() {
        return Uni.createFrom()
                .failure(new ApiException(
                        ErrorCode.INVALID_CREDENTIALS, "There is no such user, or the password is another."));
    }

    /** Parameters grow with the years, and only now is the password at hand. Not worth failing a login for. */
    private Uni<Void> renewHash(Account account, String password) {
        if (!passwords.isOutdated(account.passwordHash())) {
            return Uni.createFrom().voidItem();
        }
        return users.rehash(account, password)
                .onFailure()
                .invoke(e -> LOG.warnf(
                        e,
                        "The password hash of %s stays outdated",
                        account.user().userId()))
                .onFailure()
                .recoverWithNull();
    }
}
