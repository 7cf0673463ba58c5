package oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;

class OidcTokens {
    private final RSAPublicKey key;

    OidcTokens(RSAPublicKey key) {
        this.key = key;
    }

    String subject(String token) throws ParseException, JOSEException {
        SignedJWT jwt = SignedJWT.parse(token);
        if (JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm()) && jwt.verify(new RSASSAVerifier(key))) {
            return jwt.getJWTClaimsSet().getSubject();
        }
        throw new JOSEException("Token refused");
    }
}
