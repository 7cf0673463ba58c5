package io.ymera.auth.key;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** {@code GET /.well-known/jwks.json}: the public keys that verify our tokens (RFC 7517), from memory. */
@Path("/.well-known/jwks.json")
@Tag(name = "OAuth 2")
class JwksResource {

    private final KeyService keys;

    JwksResource(KeyService keys) {
        this.keys = keys;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Cache(maxAge = 60)
    @NonBlocking
    @PermitAll
    @Operation(operationId = "getKeySet", summary = "Get the keys that tokens are signed with")
    @APIResponse(responseCode = "200", ref = "KeySet")
    public String keys() {
        return keys.jwks();
    }
}
