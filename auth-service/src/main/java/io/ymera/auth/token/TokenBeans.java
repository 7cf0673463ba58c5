package io.ymera.auth.token;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes beans of what the configuration points at; {@link TokenConfigCheck} has looked at it before. */
@Singleton
final class TokenBeans {

    @Produces
    @Singleton
    SigningKey signingKey(TokenConfig config) {
        return SigningKey.read(config.privateKeyFile().orElseThrow());
    }

    /** Other services fetch our key; we have it. */
    void verifyWithOwnKey(@Observes StartupEvent starting, JWTAuthContextInfo verification, SigningKey key) {
        verification.setPublicVerificationKey(key.publicKey());
    }
}
