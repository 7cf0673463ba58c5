package io.ymera.web.identity;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.ymera.contracts.identity.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The one who sent the request, from its verified token. To be used where a role is required; elsewhere every method throws
 * {@link UnauthorizedException} (401).
 */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The token's {@code sub}: a user's id, or a service's client id. */
    public String subject() {
        return token().getSubject();
    }

    /** The user's id; a service, which has none, gets a 403. */
    public UUID userId() {
        if (isService()) {
            throw new ForbiddenException("A service is no user");
        }
        return UUID.fromString(subject());
    }

    /** The token's {@code upn}: the user name, or the client id. */
    public String username() {
        return token().getName();
    }

    /** The token's {@code sid}: the session, API key or grant that it rests on. */
    public UUID grantId() {
        return UUID.fromString(token().getClaim("sid"));
    }

    /** Whose things the caller may see: the subject's own; null for all, if it is an admin. */
    public @Nullable String ownerFilter() {
        return isAdmin() ? null : subject();
    }

    public boolean isAdmin() {
        return identity.hasRole(Role.ADMIN);
    }

    public boolean isService() {
        return identity.hasRole(Role.SERVICE);
    }

    /** Whether the caller's client may serve tasks of this type, as the token's {@code task_types} say; nobody else may any. */
    public boolean mayServe(String taskType) {
        Set<String> types = taskTypes();
        return types.contains("*") || types.contains(taskType);
    }

    private Set<String> taskTypes() {
        return token().getClaim("task_types") instanceof JsonArray types
                ? types.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null) {
            return token;
        }
        throw new UnauthorizedException();
    }
}
