package io.ymera.auth.oauth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.ymera.auth.token.AccessToken;
import io.ymera.auth.token.TokenService;
import io.ymera.contracts.identity.Role;
import io.ymera.web.identity.CallerPrincipal;
import io.ymera.web.identity.TokenSettings;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Says what a token is (RFC 7662). Access tokens are read from memory alone, other kinds by those who know them. */
@Singleton
class IntrospectionService {

    private static final String BEARER = "Bearer ";
    private static final Set<String> MAY_ASK = Set.of(Role.ADMIN, Role.SERVICE);

    private final AccessTokens accessTokens;
    private final List<OpaqueTokens> opaqueTokens;
    private final ClientAuthenticator clients;
    private final TokenSettings settings;

    IntrospectionService(
            AccessTokens accessTokens,
            @All List<OpaqueTokens> opaqueTokens,
            ClientAuthenticator clients,
            TokenSettings settings) {
        this.accessTokens = accessTokens;
        this.opaqueTokens = opaqueTokens;
        this.clients = clients;
        this.settings = settings;
    }

    /** Fails with {@code invalid_client} unless a client asks, or a bearer token of an administrator or a service. */
    Uni<Void> requireCaller(TokenForm form) {
        String authorization = form.authorization();
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return clients.authenticate(form.client()).replaceWithVoid();
        }
        return accessTokens
                .read(authorization.substring(BEARER.length()).strip())
                .map(found -> found.filter(IntrospectionService::mayAsk)
                        .orElseThrow(() -> OAuthException.invalidBearer(
                                "The bearer token must be a good one, of an administrator or a service.")))
                .replaceWithVoid();
    }

    /** What {@code token} is: {@code {"active": false}} for all that is not good, whatever is wrong with it. */
    Uni<ObjectNode> introspect(String token) {
        return opaqueTokens.stream()
                .filter(kind -> kind.recognises(token))
                .findFirst()
                .map(kind -> kind.introspect(token).map(found -> found.map(IntrospectionService::active)))
                .orElseGet(() -> accessTokens.read(token).map(found -> found.map(this::active)))
                .map(found -> found.orElseGet(
                        () -> JsonNodeFactory.instance.objectNode().put("active", false)));
    }

    /** What is limited to some scopes is not for this. */
    private static boolean mayAsk(CallerPrincipal caller) {
        return caller.scopes() == null && MAY_ASK.contains(caller.role());
    }

    private ObjectNode active(CallerPrincipal found) {
        Set<String> scopes = found.scopes();
        ObjectNode body = active(new Introspection(
                AccessToken.TYPE,
                found.subject(),
                found.name(),
                found.clientId(),
                found.role(),
                found.grantId(),
                scopes == null ? null : String.join(" ", new TreeSet<>(scopes)),
                found.issuedAt(),
                found.expiresAt()));
        return body.put("iss", settings.issuer())
                .put("aud", TokenService.AUDIENCE)
                .put("jti", found.tokenId());
    }

    private static ObjectNode active(Introspection found) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("active", true)
                .put("token_type", found.tokenType())
                .put("username", found.username())
                .put("client_id", found.clientId())
                .put("sub", found.subject())
                .put("sid", found.grantId().toString())
                .put("role", found.role());
        OAuthAnswers.putIfThere(body, "scope", found.scope());
        if (found.issuedAt() != null) {
            body.put("iat", found.issuedAt().getEpochSecond());
        }
        if (found.expiresAt() != null) {
            body.put("exp", found.expiresAt().getEpochSecond());
        }
        return body;
    }
}
