package io.ymera.auth.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.ymera.contracts.identity.Role;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Issues access tokens. A signature takes about a millisecond of CPU. Thread-safe. */
@Singleton
public class TokenService {

    private static final String AUDIENCE = "ymera";

    private final SigningKey key;
    private final TokenConfig config;
    private final Clock clock;

    TokenService(SigningKey key, TokenConfig config, Clock clock) {
        this.key = key;
        this.config = config;
        this.clock = clock;
    }

    /** A token for a user who has proved to be one. */
    public AccessToken issueForUser(UUID id, String username, String role) {
        return issue(id.toString(), username, role);
    }

    /** A token for an agent or service that has proved to be one. */
    AccessToken issueForService(String clientId) {
        return issue(clientId, clientId, Role.SERVICE);
    }

    private AccessToken issue(String subject, String name, String role) {
        Instant now = clock.instant();
        Duration lifetime = config.lifetime();
        String jwt = Jwt.claims()
                .issuer(config.issuer())
                .audience(AUDIENCE)
                .subject(subject)
                .upn(name)
                .groups(Set.of(role))
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .jws()
                .algorithm(SignatureAlgorithm.RS256)
                .keyId(key.id())
                .sign(key.privateKey());
        return new AccessToken(jwt, lifetime.toSeconds());
    }
}
