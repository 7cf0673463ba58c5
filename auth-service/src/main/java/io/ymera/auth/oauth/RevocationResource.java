package io.ymera.auth.oauth;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.origin.RequestOrigin;
import io.ymera.web.identity.CallerPrincipal;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /auth/revoke}: ends what a token stands for (RFC 7009). Whoever has it may; no client has to say who it is, as
 * one that has found a token must be able to make it worthless.
 */
@Path("/auth/revoke")
@Tag(name = "OAuth 2")
class RevocationResource {

    private final AccessTokens accessTokens;
    private final List<OpaqueTokens> opaqueTokens;
    private final List<GrantEnder> grants;
    private final RequestOrigin origin;

    RevocationResource(
            AccessTokens accessTokens,
            @All List<OpaqueTokens> opaqueTokens,
            @All List<GrantEnder> grants,
            RequestOrigin origin) {
        this.accessTokens = accessTokens;
        this.opaqueTokens = opaqueTokens;
        this.grants = grants;
        this.origin = origin;
    }

    /** 200 also for what is no good token: it is as revoked as can be. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(operationId = "revokeToken", summary = "Revoke a token")
    @RequestBody(ref = "RevocationRequest")
    @APIResponse(responseCode = "200", ref = "Revoked")
    @APIResponse(responseCode = "400", ref = "OAuthError")
    @APIResponse(responseCode = "401", ref = "OAuthError")
    public Uni<Response> revoke(@Nullable String body, @Context HttpHeaders headers) {
        String token = TokenForm.of(body, headers).require("token");
        Origin from = origin.get();
        Optional<OpaqueTokens> kind =
                opaqueTokens.stream().filter(each -> each.recognises(token)).findFirst();
        Uni<Void> revoked = kind.isPresent()
                ? kind.get().revoke(token, from)
                : accessTokens.read(token).chain(found -> found.map(principal -> endGrant(principal, from))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
        return revoked.map(done ->
                Response.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").build());
    }

    private Uni<Void> endGrant(CallerPrincipal principal, Origin from) {
        Uni<Boolean> ended = Uni.createFrom().item(false);
        for (GrantEnder ender : grants) {
            ended = ended.chain(done ->
                    done ? Uni.createFrom().item(true) : ender.end(principal.grantId(), principal.subject(), from));
        }
        return ended.invoke(done -> {
                    if (!done) {
                        throw OAuthException.unsupportedTokenType(
                                "This access token can't be revoked by itself: it expires soon. End what it rests on: the client, or the API key.");
                    }
                })
                .replaceWithVoid();
    }
}
