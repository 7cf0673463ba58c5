package io.ymera.auth.external;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks ID tokens (OpenID Connect Core 1.0, section 3.1.3.7): signature by a key of the provider and a known algorithm, {@code
 * iss}, {@code aud}, {@code azp}, {@code exp}, {@code iat}, {@code nonce}, {@code at_hash}.
 */
final class IdTokens {

    private static final int CLOCK_SKEW_SECONDS = 30;

    /** As the specification has it. */
    private static final Pattern SUBJECT = Pattern.compile("[\\x20-\\x7E]{1,255}");

    /** No {@code none}, and no HMAC: its key would be our client secret, or the public key of somebody who hopes so. */
    private final Set<JWSAlgorithm> algorithms = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final ProviderConfig config;

    IdTokens(ProviderConfig config) {
        this.config = config;
    }

    /**
     * What {@code token} says, if it is to be believed.
     *
     * @param accessToken that which came with it
     * @param nonce that of the sign-in that it has to be for
     * @throws BadJOSEException if it is not to be believed
     * @throws JOSEException if that can't be told, as the keys can't be had
     * @throws InvalidHashException if the access token is another's
     */
    IDTokenClaimsSet check(JWT token, AccessToken accessToken, String nonce, Discovery.Provider provider)
            throws BadJOSEException, JOSEException, InvalidHashException {
        IDTokenValidator validator = new IDTokenValidator(
                new Issuer(config.issuer()),
                new ClientID(config.clientId()),
                new JWSVerificationKeySelector<>(algorithms, provider.keys()),
                null);
        validator.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        IDTokenClaimsSet claims = validator.validate(token, new Nonce(nonce));
        checkParty(claims);
        checkSubject(claims);
        @Nullable AccessTokenHash hash = claims.getAccessTokenHash();
        if (hash != null) {
            AccessTokenValidator.validate(
                    accessToken,
                    JWSAlgorithm.parse(token.getHeader().getAlgorithm().getName()),
                    hash);
        }
        return claims;
    }

    /** What the library leaves to its user: a token for several is ours only if it says so. */
    private void checkParty(IDTokenClaimsSet claims) throws BadJWTException {
        List<Audience> audience = claims.getAudience();
        @Nullable String party = claims.getStringClaim(IDTokenClaimsSet.AZP_CLAIM_NAME);
        if (party == null ? audience.size() > 1 : !party.equals(config.clientId())) {
            throw new BadJWTException("azp is not our client id");
        }
    }

    /** The library would trim it, and so make one person of two. */
    private static void checkSubject(IDTokenClaimsSet claims) throws BadJWTException {
        @Nullable String subject = subject(claims);
        if (subject == null || !SUBJECT.matcher(subject).matches()) {
            throw new BadJWTException("sub is not 1 to 255 ASCII characters");
        }
    }

    /** Who an ID token or UserInfo is of, to the letter. */
    static @Nullable String subject(ClaimsSet claims) {
        return claims.getStringClaim(UserInfo.SUB_CLAIM_NAME);
    }
}
