package io.ymera.web.identity;

import static java.util.Objects.requireNonNull;

import java.security.Key;

/**
 * A key that verifies tokens, and how: the key says with which algorithm, never the token.
 *
 * @param id what tokens carry as {@code kid}
 * @param algorithm the only one that it is for
 * @param key RSA of at least 2048 bits, P-256, Ed25519, or a secret of at least 256 bits
 */
public record VerificationKey(String id, TokenAlgorithm algorithm, Key key) {

    /** @throws IllegalArgumentException if {@code key} does not fit {@code algorithm}, or is too weak */
    public VerificationKey {
        requireNonNull(id, "id is required");
        algorithm.requireFitting(key);
    }

    @Override
    public String toString() {
        return "VerificationKey[" + id + ", " + algorithm.id() + "]";
    }
}
