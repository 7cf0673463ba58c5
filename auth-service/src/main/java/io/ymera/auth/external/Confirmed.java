package io.ymera.auth.external;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;

/**
 * Somebody of whom the provider has proved who it is.
 *
 * @param subject who, among those of the provider, for ever
 * @param claims what else the ID token says
 * @param accessToken with which the provider tells more
 */
record Confirmed(String subject, IDTokenClaimsSet claims, AccessToken accessToken) {

    @Override
    public String toString() {
        return "Confirmed[" + subject + "]";
    }
}
