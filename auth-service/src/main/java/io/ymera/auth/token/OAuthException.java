package io.ymera.auth.token;

/** The token endpoint refuses in the words of RFC 6749, section 5.2, which are not those of a problem detail. */
final class OAuthException extends RuntimeException {

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

    static OAuthException invalidRequest(String description) {
        return new OAuthException(400, "invalid_request", description, false);
    }

    static OAuthException unsupportedGrantType() {
        return new OAuthException(
                400, "unsupported_grant_type", "The grant_type that is served is client_credentials.", false);
    }

    /** @param challenge whether the client tried HTTP authentication */
    static OAuthException invalidClient(String description, boolean challenge) {
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
