package io.ymera.auth.external;

import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.PersonClaims;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says of somebody. Only a verified address is an address: anybody can claim another's.
 *
 * @param verifiedEmail an address that the provider has seen to be theirs
 * @param preferredUsername what they would like to be called; a wish
 * @param fullName their name
 */
record Person(
        Optional<String> verifiedEmail,
        @Nullable String preferredUsername,
        @Nullable String fullName) {

    /** Of an ID token or of UserInfo, which have the same claims. */
    static Person of(ClaimsSet claims) {
        Optional<String> email = Boolean.TRUE.equals(claims.getBooleanClaim(PersonClaims.EMAIL_VERIFIED_CLAIM_NAME))
                ? Optional.ofNullable(claims.getStringClaim(PersonClaims.EMAIL_CLAIM_NAME))
                : Optional.empty();
        return new Person(
                email,
                claims.getStringClaim(PersonClaims.PREFERRED_USERNAME_CLAIM_NAME),
                claims.getStringClaim(PersonClaims.NAME_CLAIM_NAME));
    }
}
