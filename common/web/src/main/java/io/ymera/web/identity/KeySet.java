package io.ymera.web.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The keys of a JWK set (RFC 7517) that can verify our tokens. Others are left out: secrets, keys for encryption, of other
 * algorithms, without an id, or too weak. Private halves are not read.
 *
 * @param keys by their ids
 */
record KeySet(Map<String, VerificationKey> keys) {

    private static final Logger LOG = Logger.getLogger(KeySet.class);
    private static final Set<String> PUBLIC_MEMBERS = Set.of("kty", "n", "e", "crv", "x", "y");
    private static final String ED25519 = "Ed25519";
    private static final int LONGEST_ID = 200;

    KeySet {
        keys = Map.copyOf(keys);
    }

    /** @throws IllegalArgumentException if {@code jwks} is no key set at all */
    static KeySet of(JsonNode jwks) {
        JsonNode members = jwks.path("keys");
        if (!members.isArray()) {
            throw new IllegalArgumentException("A key set has an array named keys");
        }
        Map<String, VerificationKey> keys = new HashMap<>();
        for (JsonNode member : members) {
            key(member).ifPresent(key -> keys.putIfAbsent(key.id(), key));
        }
        return new KeySet(keys);
    }

    Optional<VerificationKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    private static Optional<VerificationKey> key(JsonNode jwk) {
        String id = jwk.path("kid").asText("");
        Optional<TokenAlgorithm> algorithm =
                TokenAlgorithm.of(jwk.path("alg").asText("")).filter(known -> known != TokenAlgorithm.HS256);
        if (algorithm.isEmpty() || id.isEmpty() || id.length() > LONGEST_ID || !isForSignatures(jwk)) {
            LOG.debugf("Key %s is not for tokens", id);
            return Optional.empty();
        }
        if (algorithm.get() == TokenAlgorithm.EDDSA
                && !ED25519.equals(jwk.path("crv").asText())) {
            LOG.warnf("Key %s is not used: only Ed25519 is", id);
            return Optional.empty();
        }
        try {
            return Optional.of(new VerificationKey(id, algorithm.get(), publicHalf(jwk)));
        } catch (JoseException | RuntimeException e) {
            LOG.warnf("Key %s is not used: %s", id, e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isForSignatures(JsonNode jwk) {
        JsonNode operations = jwk.path("key_ops");
        boolean mayVerify = operations.isMissingNode();
        for (JsonNode operation : operations) {
            mayVerify |= "verify".equals(operation.asText());
        }
        return mayVerify && "sig".equals(jwk.path("use").asText("sig"));
    }

    private static PublicKey publicHalf(JsonNode jwk) throws JoseException {
        Map<String, Object> members = new HashMap<>();
        for (String name : PUBLIC_MEMBERS) {
            if (jwk.path(name).isTextual()) {
                members.put(name, jwk.path(name).asText());
            }
        }
        return PublicJsonWebKey.Factory.newPublicJwk(members).getPublicKey();
    }
}
