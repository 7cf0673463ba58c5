package io.ymera.auth.client;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.oauth.ClientAuthenticator;
import io.ymera.auth.oauth.Granted;
import io.ymera.auth.oauth.OAuthException;
import io.ymera.auth.oauth.TokenForm;
import io.ymera.auth.oauth.TokenGrant;
import io.ymera.auth.token.TokenService;
import jakarta.inject.Singleton;

/** RFC 6749, section 4.4: a token for the client itself. */
@Singleton
final class ClientCredentialsGrant implements TokenGrant {

    private final ClientAuthenticator clients;
    private final TokenService tokens;

    ClientCredentialsGrant(ClientAuthenticator clients, TokenService tokens) {
        this.clients = clients;
        this.tokens = tokens;
    }

    @Override
    public String type() {
        return "client_credentials";
    }

    @Override
    public Uni<Granted> grant(TokenForm form) {
        return clients.authenticate(form.client()).map(client -> {
            if (form.get("scope").isPresent()) {
                throw OAuthException.invalidScope(
                        "Clients have no scopes, their role says what they may: leave scope out.");
            }
            return Granted.of(tokens.issue(client));
        });
    }
}
