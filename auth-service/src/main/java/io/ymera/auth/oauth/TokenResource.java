package io.ymera.auth.oauth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.ymera.auth.token.AccessToken;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code POST /auth/token}: a token for something that proves a right to it (RFC 6749, section 4; RFC 8693). */
@Path("/auth/token")
@Tag(name = "OAuth 2")
class TokenResource {

    private final Map<String, TokenGrant> grants;

    TokenResource(@All List<TokenGrant> grants) {
        this.grants = new TreeMap<>(grants.stream().collect(Collectors.toMap(TokenGrant::type, grant -> grant)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(operationId = "issueToken", summary = "Get a token for a proof of a right to it")
    @RequestBody(ref = "TokenRequest")
    @APIResponse(responseCode = "200", ref = "Token")
    @APIResponse(responseCode = "400", ref = "OAuthError")
    @APIResponse(responseCode = "401", ref = "OAuthError")
    public Uni<Response> token(@Nullable String body, @Context HttpHeaders headers) {
        TokenForm form = TokenForm.of(body, headers);
        TokenGrant grant = grants.get(form.require("grant_type"));
        if (grant == null) {
            throw OAuthException.unsupportedGrantType(String.join(" or ", grants.keySet()));
        }
        return grant.grant(form).map(TokenResource::granted);
    }

    private static Response granted(Granted granted) {
        AccessToken token = granted.accessToken();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("access_token", token.value())
                .put("token_type", AccessToken.TYPE)
                .put("expires_in", token.expiresIn());
        OAuthAnswers.putIfThere(body, "refresh_token", granted.refreshToken());
        OAuthAnswers.putIfThere(body, "scope", granted.scope());
        OAuthAnswers.putIfThere(body, "issued_token_type", granted.issuedTokenType());
        return OAuthAnswers.uncached(200, body).build();
    }
}
