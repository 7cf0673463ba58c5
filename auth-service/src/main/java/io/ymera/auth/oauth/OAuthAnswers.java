package io.ymera.auth.oauth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** What the OAuth endpoints answer: JSON that nobody may keep, and refusals in the form of RFC 6749, section 5.2. */
final class OAuthAnswers {

    @ServerExceptionMapper
    Response refused(OAuthException refusal) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", refusal.error()).put("error_description", refusal.getMessage());
        Response.ResponseBuilder answer = uncached(refusal.status(), body);
        String challenge = refusal.challenge();
        return (challenge == null ? answer : answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge)).build();
    }

    static Response.ResponseBuilder uncached(int status, ObjectNode body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body.toString());
    }

    static void putIfThere(ObjectNode body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
