package io.ymera.web.identity;

import java.math.BigInteger;
import java.security.Key;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jwa.AlgorithmFactoryFactory;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignatureAlgorithm;
import org.jose4j.lang.JoseException;

/** How tokens may be signed (RFC 7518, RFC 8037). There are no others, least of all {@code none}. */
public enum TokenAlgorithm {
    RS256(AlgorithmIdentifiers.RSA_USING_SHA256),
    ES256(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256),
    EDDSA(AlgorithmIdentifiers.EDDSA),
    HS256(AlgorithmIdentifiers.HMAC_SHA256);

    private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(65_537);
    private static final ProviderContext PROVIDERS = new ProviderContext();

    private final String id;

    TokenAlgorithm(String id) {
        this.id = id;
    }

    /** The value of {@code alg} in a header or a key, as it is registered with IANA. */
    public String id() {
        return id;
    }

    /** The one of this {@code alg}, in exactly this spelling. */
    public static Optional<TokenAlgorithm> of(String id) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.id.equals(id))
                .findFirst();
    }

    /** The names of all, for people. */
    public static String names() {
        return List.of(values()).stream().map(TokenAlgorithm::id).collect(Collectors.joining(", "));
    }

    /** @throws IllegalArgumentException if {@code key} is of another kind, or too weak */
    void requireFitting(Key key) {
        // jose4j looks at a key more closely only if it is of the right kind
        boolean rightKind =
                switch (this) {
                    case RS256 -> key instanceof RSAPublicKey;
                    case ES256 -> key instanceof ECPublicKey;
                    case EDDSA -> key instanceof EdECPublicKey;
                    case HS256 -> key instanceof SecretKey;
                };
        if (!rightKind) {
            throw new IllegalArgumentException("The key is not for " + id);
        }
        try {
            jose().validateVerificationKey(key);
        } catch (JoseException e) {
            throw new IllegalArgumentException("The key does not fit " + id + ": " + e.getMessage(), e);
        }
        if (key instanceof RSAPublicKey rsa && rsa.getPublicExponent().compareTo(LEAST_EXPONENT) < 0) {
            throw new IllegalArgumentException("The public exponent must be 65537 or greater");
        }
    }

    /** Whether {@code signature} is that of {@code signed} by {@code key}, which fits. */
    boolean verifies(byte[] signature, Key key, byte[] signed) {
        try {
            return jose().verifySignature(signature, key, signed, PROVIDERS);
        } catch (JoseException e) {
            return false;
        }
    }

    private JsonWebSignatureAlgorithm jose() throws JoseException {
        return AlgorithmFactoryFactory.getInstance().getJwsAlgorithmFactory().getAlgorithm(id);
    }
}
