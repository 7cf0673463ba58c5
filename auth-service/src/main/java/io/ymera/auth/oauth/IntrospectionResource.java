package io.ymera.auth.oauth;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code POST /auth/introspect}: what a token is (RFC 7662), for clients, services and administrators. */
@Path("/auth/introspect")
@Tag(name = "OAuth 2")
class IntrospectionResource {

    private final IntrospectionService introspection;

    IntrospectionResource(IntrospectionService introspection) {
        this.introspection = introspection;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(operationId = "introspectToken", summary = "Tell what a token is")
    @RequestBody(ref = "IntrospectionRequest")
    @APIResponse(responseCode = "200", ref = "Introspection")
    @APIResponse(responseCode = "400", ref = "OAuthError")
    @APIResponse(responseCode = "401", ref = "OAuthError")
    public Uni<Response> introspect(@Nullable String body, @Context HttpHeaders headers) {
        TokenForm form = TokenForm.of(body, headers);
        return introspection
                .requireCaller(form)
                .chain(() -> introspection.introspect(form.require("token")))
                .map(found -> OAuthAnswers.uncached(200, found).build());
    }
}
