package io.ymera.auth.oauth;

import org.jspecify.annotations.Nullable;

/** An OAuth endpoint refuses in the words of RFC 6749, section 5.2, which are not those of a problem detail. */
public final class OAuthException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String BASIC = "Basic realm=\"ymera\"";
    private static final String BEARER = "Bearer realm=\"ymera\", error=\"invalid_token\"";

    private final int status;
    private final String error;
    private final @Nullable String challenge;

    private OAuthException(int status, String error, String description, @Nullable String challenge) {
        super(description);
        this.status = status;
        this.error = error;
        this.challenge = challenge;
    }

    /** The request lacks something, has something twice, or is otherwise malformed. */
    public static OAuthException invalidRequest(String description) {
        return new OAuthException(400, "invalid_request", description, null);
    }

    /** @param served those that there are */
    static OAuthException unsupportedGrantType(String served) {
        return new OAuthException(400, "unsupported_grant_type", "grant_type may be " + served + ".", null);
    }

    /** What was to be exchanged for a token is not good, or no longer. */
    public static OAuthException invalidGrant(String description) {
        return new OAuthException(400, "invalid_grant", description, null);
    }

    /** More is asked for than the proof is good for. */
    public static OAuthException invalidScope(String description) {
        return new OAuthException(400, "invalid_scope", description, null);
    }

    /** @param challenge whether the client tried HTTP authentication */
    public static OAuthException invalidClient(String description, boolean challenge) {
        return new OAuthException(401, "invalid_client", description, challenge ? BASIC : null);
    }

    /** Who asks has sent a bearer token for it, which is not good enough. */
    static OAuthException invalidBearer(String description) {
        return new OAuthException(401, "invalid_client", description, BEARER);
    }

    /** Tokens of this kind can't be revoked (RFC 7009, section 2.2.1). */
    static OAuthException unsupportedTokenType(String description) {
        return new OAuthException(400, "unsupported_token_type", description, null);
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    /** How to authenticate, for who tried HTTP authentication; null for others. */
    @Nullable
    String challenge() {
        return challenge;
    }
}
