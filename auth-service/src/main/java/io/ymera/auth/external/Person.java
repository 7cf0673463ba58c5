package io.ymera.auth.external;

import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.PersonClaims;
import io.ymera.auth.user.EmailAddress;
import io.ymera.auth.user.FullName;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says of somebody. Only a verified address is an address: anybody can claim another's.
 *
 * @param verifiedEmail an address that the provider has seen to be theirs
 * @param preferredUsername what they would like to be called; a wish
 * @param fullName their name
 */
record Person(
        @EmailAddress @Nullable String verifiedEmail,
        @Nullable String preferredUsername,
        @FullName @Nullable String fullName) {

    /** Of an ID token or of UserInfo, which have the same claims. */
    static Person of(ClaimsSet claims) {
        boolean verified = Boolean.TRUE.equals(claims.getBooleanClaim(PersonClaims.EMAIL_VERIFIED_CLAIM_NAME));
        return new Person(
                verified ? claims.getStringClaim(PersonClaims.EMAIL_CLAIM_NAME) : null,
                claims.getStringClaim(PersonClaims.PREFERRED_USERNAME_CLAIM_NAME),
                claims.getStringClaim(PersonClaims.NAME_CLAIM_NAME));
    }

    /** The same without what could not be a user's. */
    Person fitting(Validator validator) {
        return new Person(
                fits(validator, "verifiedEmail", verifiedEmail) ? verifiedEmail : null,
                preferredUsername,
                fits(validator, "fullName", fullName) ? fullName : null);
    }

    private static boolean fits(Validator validator, String property, @Nullable String value) {
        return validator.validateValue(Person.class, property, value).isEmpty();
    }
}
