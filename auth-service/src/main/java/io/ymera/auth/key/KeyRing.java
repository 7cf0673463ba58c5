package io.ymera.auth.key;

import io.ymera.web.identity.VerificationKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jose4j.json.JsonUtil;

/**
 * The keys of one moment, in memory.
 *
 * @param statuses of which keys, by their ids
 * @param signer what signs; empty if there is none
 * @param verifiers what verifies, by id
 * @param jwks the key set (RFC 7517): public halves alone
 */
record KeyRing(
        Map<String, KeyStatus> statuses, Optional<Signer> signer, Map<String, VerificationKey> verifiers, String jwks) {

    /** Before anything was read. */
    static final KeyRing EMPTY = of(Map.of());

    /** @param keys in the order of the key set */
    static KeyRing of(Map<SigningKey, KeyStatus> keys) {
        Map<String, KeyStatus> statuses = new HashMap<>();
        Map<String, VerificationKey> verifiers = new HashMap<>();
        keys.forEach((key, status) -> {
            statuses.put(key.kid(), status);
            verifiers.put(key.kid(), key.verifier());
        });
        List<Map<String, Object>> published =
                keys.keySet().stream().map(SigningKey::published).toList();
        return new KeyRing(
                Map.copyOf(statuses),
                keys.entrySet().stream()
                        .filter(key -> key.getValue() == KeyStatus.ACTIVE)
                        .map(key -> key.getKey().signer())
                        .findFirst(),
                Map.copyOf(verifiers),
                JsonUtil.toJson(Map.of("keys", published)));
    }

    /** Whether it holds the keys of {@code table}. */
    boolean isOf(KeyTable table) {
        return statuses.equals(table.keys().stream().collect(Collectors.toMap(KeyState::kid, KeyState::status)));
    }

    @Override
    public String toString() {
        return "KeyRing" + statuses;
    }
}
