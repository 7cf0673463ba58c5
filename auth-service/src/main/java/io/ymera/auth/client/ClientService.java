package io.ymera.auth.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.oauth.ClientAuthenticator;
import io.ymera.auth.oauth.ClientCredentials;
import io.ymera.auth.oauth.OAuthException;
import io.ymera.auth.token.Grant;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/** The clients that there are. */
@Singleton
public class ClientService implements ClientAuthenticator {

    private final ServiceClients ofFile;

    ClientService(ServiceClients ofFile) {
        this.ofFile = ofFile;
    }

    @Override
    public Uni<Grant> authenticate(ClientCredentials credentials) {
        return ofFile.authenticate(credentials.clientId(), credentials.secret())
                ? Uni.createFrom().item(grant(credentials.clientId()))
                : Uni.createFrom()
                        .failure(OAuthException.invalidClient(
                                "The client or its secret is wrong.", credentials.basic()));
    }

    private static Grant grant(String clientId) {
        return Grant.ofClient(UUID.nameUUIDFromBytes(clientId.getBytes(UTF_8)), clientId, Set.of("*"));
    }
}
