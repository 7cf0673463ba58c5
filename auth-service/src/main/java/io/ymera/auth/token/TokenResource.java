package io.ymera.auth.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** {@code POST /auth/token}: OAuth 2.0 client credentials (RFC 6749, section 4.4) for agents and services. */
@Path("/auth/token")
class TokenResource {

    private final ServiceClients clients;
    private final TokenService tokens;

    TokenResource(ServiceClients clients, TokenService tokens) {
        this.clients = clients;
        this.tokens = tokens;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    @PermitAll
    public Response token(
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @RestForm("grant_type") List<String> grantType,
            @RestForm("client_id") List<String> clientId,
            @RestForm("client_secret") List<String> clientSecret) {
        String grant = single("grant_type", grantType);
        if (grant == null) {
            throw OAuthException.invalidRequest("grant_type is missing.");
        }
        if (!"client_credentials".equals(grant)) {
            throw OAuthException.unsupportedGrantType();
        }
        ClientCredentials client = ClientCredentials.of(
                authorization, single("client_id", clientId), single("client_secret", clientSecret));
        if (!clients.authenticate(client.clientId(), client.secret())) {
            throw OAuthException.invalidClient("The client or its secret is wrong.", client.basic());
        }
        return granted(tokens.issueForService(client.clientId()));
    }

    @ServerExceptionMapper
    Response refused(OAuthException refusal) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", refusal.error()).put("error_description", refusal.getMessage());
        Response.ResponseBuilder answer = uncached(refusal.status(), body);
        return (refusal.challenge() ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"ymera\"") : answer)
                .build();
    }

    private static Response granted(AccessToken token) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("access_token", token.value())
                .put("token_type", AccessToken.TYPE)
                .put("expires_in", token.expiresIn());
        return uncached(200, body).build();
    }

    private static Response.ResponseBuilder uncached(int status, ObjectNode body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body.toString());
    }

    /** A parameter may not be sent twice (RFC 6749, section 3.2); an empty one counts as absent. */
    private static @Nullable String single(String name, List<String> values) {
        if (values.size() > 1) {
            throw OAuthException.invalidRequest(name + " is sent more than once.");
        }
        return values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
    }
}
