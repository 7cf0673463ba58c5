package io.ymera.auth.token;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.Cache;

/** {@code GET /.well-known/jwks.json}: the public key that verifies our tokens (RFC 7517). */
@Path("/.well-known/jwks.json")
class JwksResource {

    private final String jwks;

    JwksResource(SigningKey key) {
        this.jwks = key.jwks();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Cache(maxAge = 300)
    @NonBlocking
    @PermitAll
    public String keys() {
        return jwks;
    }
}
