package io.ymera.web.identity;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one who sent the request, from its verified token. To be used where a role is required; elsewhere every method throws
 * {@link UnauthorizedException} (401).
 */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private final CurrentIdentityAssociation current;

    Caller(SecurityIdentity identity, CurrentIdentityAssociation current) {
        this.identity = identity;
        this.current = current;
    }

    /** The token's {@code sub}: a user's id, or a service's client id. */
    public String subject() {
        return principal().subject();
    }

    /** The user's id; a service, which has none, gets a 403. */
    public UUID userId() {
        if (isService()) {
            throw new ForbiddenException("A service is no user");
        }
        return UUID.fromString(subject());
    }

    /** The token's {@code sid}: the session, API key or client's grant that it rests on. */
    public UUID grantId() {
        return principal().grantId();
    }

    /** The token's {@code upn}: the user name, or the client id. */
    public String username() {
        return principal().name();
    }

    /** When the token expires; what goes on for longer than a request has to end by then. */
    public Instant expiresAt() {
        return principal().expiresAt();
    }

    /** What the token is limited to, which has been enforced; null for everything that the role may. */
    public @Nullable Set<String> scopes() {
        return principal().scopes();
    }

    /** Whether the caller is a service that may serve tasks of {@code taskType}. */
    public boolean mayServe(String taskType) {
        return principal().mayServe(taskType);
    }

    /** Whose things the caller may see: the subject's own; null for all, if it is an admin. */
    public @Nullable String ownerFilter() {
        return principal().ownerFilter();
    }

    public boolean isAdmin() {
        return principal().isAdmin();
    }

    public boolean isService() {
        return principal().isService();
    }

    /**
     * Whoever sent the request, where nobody has to; there no other method helps, as the token has not been looked at. Fails as a
     * role would if there is a token that is not good.
     */
    public Uni<Optional<CallerPrincipal>> ifAny() {
        return current.getDeferredIdentity()
                .map(known -> known.getPrincipal() instanceof CallerPrincipal principal
                        ? Optional.of(principal)
                        : Optional.empty());
    }

    /** All of it at once, for what outlives the request. */
    public CallerPrincipal principal() {
        if (identity.getPrincipal() instanceof CallerPrincipal principal) {
            return principal;
        }
        throw new UnauthorizedException();
    }
}
