package io.ymera.auth.external;

import static java.util.Objects.requireNonNull;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;

/**
 * Somebody of whom the provider has proved who it is.
 *
 * @param claims what the ID token says
 * @param accessToken with which the provider tells more
 */
record Confirmed(IDTokenClaimsSet claims, AccessToken accessToken) {

    /** Who, among those of the provider, for ever. */
    String subject() {
        return requireNonNull(IdTokens.subject(claims));
    }

    @Override
    public String toString() {
        return "Confirmed[" + subject() + "]";
    }
}
