package io.ymera.auth.token;

import io.ymera.contracts.identity.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an access token rests on and says.
 *
 * @param id of the session, the API key or the client's grant, which is the token's {@code sid}; what is revoked
 * @param subject a user's id, or a client's
 * @param name a user's name, or a client's id
 * @param role one of {@link Role}
 * @param clientId who asked for the token (RFC 9068): {@value #FIRST_PARTY} for users who log in
 * @param scopes what the token is limited to; null for everything that the role may
 * @param taskTypes the task types that a service may serve, {@code *} for all; empty for users
 */
public record Grant(
        UUID id,
        String subject,
        String name,
        String role,
        String clientId,
        @Nullable Set<String> scopes,
        Set<String> taskTypes) {

    /** The client of those who log in with a password or through a provider. */
    public static final String FIRST_PARTY = "ymera";

    public Grant {
        scopes = scopes == null ? null : Set.copyOf(scopes);
        taskTypes = Set.copyOf(taskTypes);
    }

    /** That of a user who has logged in: everything that the role may. */
    public static Grant ofSession(UUID session, UUID user, String username, String role) {
        return new Grant(session, user.toString(), username, role, FIRST_PARTY, null, Set.of());
    }

    /** That of a user's API key, limited to {@code scopes}. */
    public static Grant ofApiKey(UUID key, UUID user, String username, String role, Set<String> scopes) {
        return new Grant(key, user.toString(), username, role, FIRST_PARTY, scopes, Set.of());
    }

    /** That of an agent or a service. */
    public static Grant ofClient(UUID grant, String clientId, Set<String> taskTypes) {
        return new Grant(grant, clientId, clientId, Role.SERVICE, clientId, null, taskTypes);
    }
}
