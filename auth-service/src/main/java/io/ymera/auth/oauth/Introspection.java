package io.ymera.auth.oauth;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A good token, in the terms of RFC 7662, section 2.2.
 *
 * @param tokenType {@code Bearer}, {@code refresh_token} or {@code api_key}
 * @param subject a user's id or a client's
 * @param username a user's name or a client's id
 * @param clientId who it was issued to
 * @param role one of {@link io.ymera.contracts.identity.Role}
 * @param grantId the session, API key or grant that it rests on
 * @param scope what it is limited to, space-separated; null for everything that its role may
 * @param issuedAt when it was issued; null if that is not known
 * @param expiresAt when it expires; null for never
 */
public record Introspection(
        String tokenType,
        String subject,
        String username,
        String clientId,
        String role,
        UUID grantId,
        @Nullable String scope,
        @Nullable Instant issuedAt,
        @Nullable Instant expiresAt) {}
