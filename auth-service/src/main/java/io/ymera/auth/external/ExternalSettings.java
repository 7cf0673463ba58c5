package io.ymera.auth.external;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** The provider as the operator describes it, unchecked; {@link ProviderConfig} is what the rest works with. */
@ConfigMapping(prefix = "ymera.external")
interface ExternalSettings {

    /** OIDC_ISSUER_URL: without it there is no sign-in through a provider. */
    Optional<String> issuerUrl();

    Optional<String> clientId();

    Optional<String> clientSecret();

    /** With spaces between, {@code openid} among them. */
    String scopes();

    /** What people know the provider by; its host if nothing is said. */
    Optional<String> name();

    /** {@code true} or {@code false}: whether somebody who is not known yet becomes a user. */
    String autoRegister();

    /** Of whom only those with a verified address in one of these domains; of all if none is named. */
    Optional<List<String>> emailDomains();

    /** The page that people come back to; without it the callback answers with the tokens. */
    Optional<String> returnUrl();

    /** JWT_ISSUER: the origin that browsers see. */
    String publicUrl();
}
