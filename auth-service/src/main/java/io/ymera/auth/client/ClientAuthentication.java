package io.ymera.auth.client;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.audit.AuditEvent;
import io.ymera.auth.audit.RefusalLog;
import io.ymera.auth.oauth.ClientAuthenticator;
import io.ymera.auth.oauth.ClientCredentials;
import io.ymera.auth.oauth.OAuthException;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.origin.RequestOrigin;
import io.ymera.auth.secret.RandomToken;
import io.ymera.auth.token.Grant;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a client is the one that it says it is. Clients of the file need no database; for the others it is one look
 * by primary key, without a cache, so that whatever an administrator does counts at once.
 */
@Singleton
class ClientAuthentication implements ClientAuthenticator {

    private static final Logger LOG = Logger.getLogger(ClientAuthentication.class);
    private static final Duration NOTE_USE_EVERY = Duration.ofMinutes(1);

    /** No client's, so that whoever sends what can't be an id takes the same way. */
    private static final String NOBODYS_ID = "";

    private final ClientsFile file;
    private final ClientRepository clients;
    private final RefusalLog refusals;
    private final RequestOrigin origin;
    private final Clock clock;

    ClientAuthentication(
            ClientsFile file, ClientRepository clients, RefusalLog refusals, RequestOrigin origin, Clock clock) {
        this.file = file;
        this.clients = clients;
        this.refusals = refusals;
        this.origin = origin;
        this.clock = clock;
    }

    @Override
    public Uni<Grant> authenticate(ClientCredentials credentials) {
        Origin from = origin.get();
        Instant now = clock.instant();
        byte[] hash = RandomToken.hash(credentials.secret());
        @Nullable FileClient ofFile = file.find(credentials.clientId()).orElse(null);
        if (ofFile != null && ofFile.secrets().match(hash, now)) {
            return Uni.createFrom().item(ofFile.grant());
        }
        // With a wrong secret a client of the file takes the way of all others: the time does not tell who is in it
        String id = ClientId.isOne(credentials.clientId()) ? credentials.clientId() : NOBODYS_ID;
        return clients.stored(id).flatMap(found -> {
            @Nullable StoredClient stored = found.orElse(null);
            boolean same = (stored == null ? SecretHashes.NOBODYS : stored.secrets()).match(hash, now);
            if (!same || stored == null || ofFile != null) {
                String reason = stored == null && ofFile == null ? "unknown client" : "wrong secret";
                return refuse(id, reason, from, credentials, "The client or its secret is wrong.");
            }
            if (!stored.isActive()) {
                return refuse(
                        id,
                        "disabled",
                        from,
                        credentials,
                        "The client is disabled: ask an administrator to enable it.");
            }
            return noteUse(stored, now).replaceWith(stored::grant);
        });
    }

    private <T> Uni<T> refuse(
            String id, String reason, Origin from, ClientCredentials credentials, String description) {
        return refusals.record(AuditEvent.refused("client.refused", null, id, from, reason))
                .chain(() -> Uni.createFrom().failure(OAuthException.invalidClient(description, credentials.basic())));
    }

    /** Not worth refusing a token for. */
    private Uni<Void> noteUse(StoredClient client, Instant now) {
        Instant since = now.minus(NOTE_USE_EVERY);
        if (client.lastUsedAt() != null && client.lastUsedAt().isAfter(since)) {
            return Uni.createFrom().voidItem();
        }
        return clients.noteUse(client.clientId(), now, since)
                .onFailure()
                .invoke(e -> LOG.warnf("That the client %s was used is not noted: %s", client.clientId(), e))
                .onFailure()
                .recoverWithNull();
    }
}
