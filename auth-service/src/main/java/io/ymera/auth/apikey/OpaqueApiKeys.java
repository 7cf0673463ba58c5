package io.ymera.auth.apikey;

import io.smallrye.mutiny.Uni;
import io.ymera.auth.oauth.Introspection;
import io.ymera.auth.oauth.OpaqueTokens;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.token.Grant;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.TreeSet;

/** API keys, as the introspection and the revocation endpoint see them. */
@Singleton
final class OpaqueApiKeys implements OpaqueTokens {

    private final ApiKeyProofs proofs;
    private final ApiKeyService keys;

    OpaqueApiKeys(ApiKeyProofs proofs, ApiKeyService keys) {
        this.proofs = proofs;
        this.keys = keys;
    }

    @Override
    public boolean recognises(String token) {
        return token.startsWith(KeyText.PREFIX);
    }

    @Override
    public Uni<Optional<Introspection>> introspect(String token) {
        return proofs.find(token).map(found -> found.map(OpaqueApiKeys::introspection));
    }

    @Override
    public Uni<Void> revoke(String token, Origin origin) {
        return proofs.find(token).chain(found -> found.map(key -> keys.revoke(key.keyId(), key.userId(), origin))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Introspection introspection(KeyHolder key) {
        return new Introspection(
                "api_key",
                key.userId().toString(),
                key.username(),
                Grant.FIRST_PARTY,
                key.role(),
                key.keyId(),
                String.join(" ", new TreeSet<>(key.scopes())),
                key.createdAt(),
                key.expiresAt());
    }
}
