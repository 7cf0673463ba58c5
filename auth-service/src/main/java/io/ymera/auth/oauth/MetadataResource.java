package io.ymera.auth.oauth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.NonBlocking;
import io.ymera.web.identity.TokenSettings;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/**
 * {@code GET /.well-known/oauth-authorization-server}: where the endpoints are and what they do (RFC 8414), as seen from outside.
 */
@Path("/.well-known/oauth-authorization-server")
@Tag(name = "OAuth 2")
class MetadataResource {

    private static final String[] CLIENT_AUTHENTICATION = {"client_secret_basic", "client_secret_post"};

    private final String metadata;

    MetadataResource(TokenSettings settings, @All List<TokenGrant> grants) {
        String issuer = settings.issuer();
        String origin = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("issuer", issuer)
                .put("jwks_uri", origin + "/.well-known/jwks.json")
                .put("token_endpoint", origin + "/api/v1/auth/token")
                .put("introspection_endpoint", origin + "/api/v1/auth/introspect")
                .put("revocation_endpoint", origin + "/api/v1/auth/revoke");
        // There is no authorization endpoint, so no response type; the member is required all the same
        list(body, "response_types_supported");
        list(
                body,
                "grant_types_supported",
                grants.stream().map(TokenGrant::type).sorted().toArray(String[]::new));
        // A refresh token or an API key is all the proof that its grant takes
        list(body, "token_endpoint_auth_methods_supported", with("none"));
        list(body, "introspection_endpoint_auth_methods_supported", with("Bearer"));
        list(body, "revocation_endpoint_auth_methods_supported", "none");
        this.metadata = body.toString();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Cache(maxAge = 3600)
    @NonBlocking
    @PermitAll
    @Operation(operationId = "getServerMetadata", summary = "Tell where the OAuth 2 endpoints are")
    @APIResponse(responseCode = "200", ref = "ServerMetadata")
    public String metadata() {
        return metadata;
    }

    private static String[] with(String method) {
        return Stream.concat(Stream.of(CLIENT_AUTHENTICATION), Stream.of(method))
                .toArray(String[]::new);
    }

    private static void list(ObjectNode body, String name, String... values) {
        ArrayNode array = body.putArray(name);
        for (String value : values) {
            array.add(value);
        }
    }
}
