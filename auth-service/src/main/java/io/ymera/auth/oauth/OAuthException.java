package io.ymera.auth.oauth;

/** An OAuth endpoint refuses in the words of RFC 6749, section 5.2, which are not those of a problem detail. */
public final class OAuthException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;
    private final boolean challenge;

    private OAuthException(int status, String error, String description, boolean challenge) {
        super(description);
        this.status = status;
        this.error = error;
        this.challenge = challenge;
    }

    /** The request lacks something, has something twice, or is otherwise malformed. */
    public static OAuthException invalidRequest(String description) {
        return new OAuthException(400, "invalid_request", description, false);
    }

    /** @param served those that there are */
    static OAuthException unsupportedGrantType(String served) {
        return new OAuthException(400, "unsupported_grant_type", "grant_type may be " + served + ".", false);
    }

    /** What was to be exchanged for a token is not good, or no longer. */
    public static OAuthException invalidGrant(String description) {
        return new OAuthException(400, "invalid_grant", description, false);
    }

    /** More is asked for than the proof is good for. */
    public static OAuthException invalidScope(String description) {
        return new OAuthException(400, "invalid_scope", description, false);
    }

    /** @param challenge whether the client tried HTTP authentication */
    public static OAuthException invalidClient(String description, boolean challenge) {
        return new OAuthException(401, "invalid_client", description, challenge);
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    boolean challenge() {
        return challenge;
    }
}
