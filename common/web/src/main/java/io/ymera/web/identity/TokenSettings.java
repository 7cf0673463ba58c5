package io.ymera.web.identity;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What an operator says about tokens; the same in every service. */
@ConfigMapping(prefix = "ymera.token")
public interface TokenSettings {

    /** {@code JWT_ISSUER}: the {@code iss} of every token, which is the platform's public origin (RFC 8414). */
    String issuer();

    /** {@code JWT_ALGORITHM}: what new tokens are signed with, a {@link TokenAlgorithm#id}. */
    String algorithm();

    /** {@code JWT_SECRET_KEY}: for HS256 only. */
    Optional<String> secretKey();
}
