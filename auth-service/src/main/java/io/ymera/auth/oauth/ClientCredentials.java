package io.ymera.auth.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Who a client says it is: {@code client_secret_basic} or {@code client_secret_post} (RFC 6749, section 2.3.1), not both.
 *
 * @param clientId the client's name
 * @param secret what proves it
 * @param basic whether it came as HTTP Basic, so that a refusal must carry a challenge
 */
public record ClientCredentials(String clientId, String secret, boolean basic) {

    private static final String BASIC = "Basic ";

    /**
     * @param authorization the header, or null
     * @param clientId the form field, or null
     * @param secret the form field, or null
     * @throws OAuthException if there are none, or two
     */
    static ClientCredentials of(@Nullable String authorization, @Nullable String clientId, @Nullable String secret) {
        if (authorization == null) {
            if (clientId == null || secret == null) {
                throw OAuthException.invalidClient(
                        "Send client_id and client_secret, in HTTP Basic or in the form.", false);
            }
            return new ClientCredentials(clientId, secret, false);
        }
        if (secret != null) {
            throw OAuthException.invalidRequest("Send the client's credentials once.");
        }
        ClientCredentials basic = ofBasic(authorization);
        if (clientId != null && !clientId.equals(basic.clientId)) {
            throw OAuthException.invalidRequest("client_id is not the one in HTTP Basic.");
        }
        return basic;
    }

    private static ClientCredentials ofBasic(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            throw OAuthException.invalidClient("Authenticate with HTTP Basic or in the form.", true);
        }
        try {
            String pair = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring(BASIC.length()).strip()),
                    UTF_8);
            int colon = pair.indexOf(':');
            if (colon > 0) {
                return new ClientCredentials(decode(pair.substring(0, colon)), decode(pair.substring(colon + 1)), true);
            }
        } catch (IllegalArgumentException e) {
            // falls through: what can't be decoded is nobody's credentials
        }
        throw OAuthException.invalidClient("The Authorization header is not valid HTTP Basic.", true);
    }

    /** OAuth form-encodes both halves before Basic joins them. */
    private static String decode(String half) {
        return URLDecoder.decode(half, UTF_8);
    }

    @Override
    public String toString() {
        return "ClientCredentials[clientId=" + clientId + "]";
    }
}
