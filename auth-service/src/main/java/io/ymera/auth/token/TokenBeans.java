package io.ymera.auth.token;

import io.smallrye.mutiny.Uni;
import io.ymera.web.identity.KeySource;
import io.ymera.web.identity.TokenAlgorithm;
import io.ymera.web.identity.VerificationKey;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Makes beans of what the configuration points at; {@link TokenConfigCheck} has looked at it before. */
@Singleton
final class TokenBeans {

    @Produces
    @Singleton
    SigningKey signingKey(TokenConfig config) {
        return SigningKey.read(config.privateKeyFile().orElseThrow());
    }

    /** Other services fetch our key; we have it. */
    @Produces
    @Singleton
    KeySource ownKey(SigningKey key) {
        VerificationKey own = new VerificationKey(key.id(), TokenAlgorithm.RS256, key.publicKey());
        return id -> Uni.createFrom().item(own.id().equals(id) ? Optional.of(own) : Optional.empty());
    }
}
