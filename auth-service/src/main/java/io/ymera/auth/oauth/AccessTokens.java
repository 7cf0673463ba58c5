package io.ymera.auth.oauth;

import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.ymera.web.identity.CallerPrincipal;
import io.ymera.web.identity.TokenVerifier;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Our own access tokens, read back from memory alone. */
@Singleton
class AccessTokens {

    private final TokenVerifier verifier;

    AccessTokens(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    /**
     * What {@code token} says; empty if it is not one of ours, has expired, or rests on a grant that has ended. Fails with {@link
     * ApiException} (503) while nobody knows which grants have.
     */
    Uni<Optional<CallerPrincipal>> read(String token) {
        return verifier.verify(token)
                .map(Optional::of)
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(Optional::empty);
    }
}
