package io.ymera.auth.external;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.auth.token.AccessToken;
import io.ymera.auth.user.User;
import java.util.UUID;

/** The same as the answer to {@code POST /auth/login}. */
@RegisterForReflection
record SignInAnswer(
        String accessToken,
        String tokenType,
        long expiresIn,
        String refreshToken,
        UUID sessionId,
        UUID userId,
        User user) {

    static SignInAnswer of(Outcome.SignedIn signedIn) {
        AccessToken access = signedIn.tokens().accessToken();
        return new SignInAnswer(
                access.value(),
                AccessToken.TYPE,
                access.expiresIn(),
                signedIn.tokens().refreshToken(),
                signedIn.tokens().sessionId(),
                signedIn.user().userId(),
                signedIn.user());
    }

    @Override
    public String toString() {
        return "SignInAnswer[" + userId + "]";
    }
}
