package io.ymera.web.identity;

import static java.util.Objects.requireNonNull;

import io.ymera.contracts.identity.Role;
import java.security.Principal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, as its verified access token says (RFC 9068).
 *
 * @param subject {@code sub}: a user's id, or a service's client id
 * @param name {@code upn}: a user's name, or a service's client id
 * @param role the one role, one of {@link Role}
 * @param grantId {@code sid}: the session, API key or client's grant that the token rests on, which ends with it
 * @param clientId {@code client_id}: who asked for the token
 * @param scopes {@code scope}: what the token is limited to; null for everything that the role may
 * @param taskTypes {@code task_types}: what a service may serve, {@code *} for all
 * @param tokenId {@code jti}
 * @param issuedAt {@code iat}
 * @param expiresAt {@code exp}
 */
public record CallerPrincipal(
        String subject,
        String name,
        String role,
        UUID grantId,
        String clientId,
        @Nullable Set<String> scopes,
        Set<String> taskTypes,
        String tokenId,
        Instant issuedAt,
        Instant expiresAt)
        implements Principal {

    private static final String ALL_TASK_TYPES = "*";

    public CallerPrincipal {
        requireNonNull(subject, "subject is required");
        requireNonNull(name, "name is required");
        requireNonNull(role, "role is required");
        requireNonNull(grantId, "grantId is required");
        scopes = scopes == null ? null : Set.copyOf(scopes);
        taskTypes = Set.copyOf(taskTypes);
    }

    @Override
    public String getName() {
        return name;
    }

    public boolean isAdmin() {
        return role.equals(Role.ADMIN);
    }

    public boolean isService() {
        return role.equals(Role.SERVICE);
    }

    /** Whose things it may see: the subject's own; null for all, if it is an admin. */
    public @Nullable String ownerFilter() {
        return isAdmin() ? null : subject;
    }

    /** Whether it is a service that may serve tasks of {@code taskType}. */
    public boolean mayServe(String taskType) {
        return isService() && (taskTypes.contains(ALL_TASK_TYPES) || taskTypes.contains(taskType));
    }
}
