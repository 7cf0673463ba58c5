package io.ymera.web.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aKeyOfEachKind() throws Exception {
        assertThat(keys(rsa(2048, "RS256"))).containsOnlyKeys("RS256");
        assertThat(keys(json(
                        EcJwkGenerator.generateJwk(EllipticCurves.P256).toParams(OutputControlLevel.PUBLIC_ONLY),
                        "ES256")))
                .containsOnlyKeys("ES256");
        assertThat(keys(okp("Ed25519"))).containsOnlyKeys("EdDSA");
    }

    @Test
    void aKeyThatIsTooWeakOrOfAnotherKindIsNotUsed() throws Exception {
        assertThat(keys(rsa(1024, "RS256"))).isEmpty();
        assertThat(keys(rsa(2048, "RS512"))).isEmpty();
        assertThat(keys(rsa(2048, "ES256"))).isEmpty();
        assertThat(keys(rsa(2048, "none"))).isEmpty();
        assertThat(keys(json(
                        EcJwkGenerator.generateJwk(EllipticCurves.P384).toParams(OutputControlLevel.PUBLIC_ONLY),
                        "ES256")))
                .isEmpty();
        assertThat(keys(okp("Ed448"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "RS256", "ES256", "EdDSA"})
    void aSecretInAKeySetIsNoKeyOfOurs(String algorithm) {
        assertThat(keys(json(
                        OctJwkGenerator.generateJwk(256).toParams(OutputControlLevel.INCLUDE_SYMMETRIC), algorithm)))
                .isEmpty();
    }

    @Test
    void thePrivateHalfIsNotRead() throws Exception {
        ObjectNode key = json(RsaJwkGenerator.generateJwk(2048).toParams(OutputControlLevel.INCLUDE_PRIVATE), "RS256");
        key.put("p", "no number").put("d", "none either");

        assertThat(keys(key)).containsOnlyKeys("RS256");
    }

    @Test
    void whatIsWrongWithOneKeyDoesNotTouchTheOthers() throws Exception {
        List<Consumer<ObjectNode>> faults = List.of(
                key -> key.remove("alg"),
                key -> key.remove("kid"),
                key -> key.put("kid", ""),
                key -> key.put("kid", "k".repeat(201)),
                key -> key.put("kid", 1).remove("alg"),
                key -> key.put("use", "enc"),
                key -> key.putArray("key_ops").add("sign"),
                key -> key.remove("kty"),
                key -> key.put("kty", "XYZ"),
                key -> key.put("n", "***"),
                key -> key.put("n", ""),
                key -> key.put("e", "AQ"),
                key -> key.put("e", "Aw"),
                key -> key.putArray("n"));
        for (Consumer<ObjectNode> fault : faults) {
            ObjectNode broken = rsa(2048, "RS256");
            fault.accept(broken);
            ObjectNode whole = rsa(2048, "RS256").put("kid", "whole");

            assertThat(keys(broken, whole)).as(broken.toString()).containsOnlyKeys("whole");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "1", "{\"keys\":{}}", "{\"keys\":null}"})
    void whatIsNoKeySetIsRefused(String text) throws Exception {
        JsonNode json = JSON.readTree(text);

        assertThatThrownBy(() -> KeySet.of(json)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ObjectNode rsa(int bits, String algorithm) throws Exception {
        return json(RsaJwkGenerator.generateJwk(bits).toParams(OutputControlLevel.PUBLIC_ONLY), algorithm);
    }

    private static ObjectNode okp(String curve) throws Exception {
        OctetKeyPairJsonWebKey key = OkpJwkGenerator.generateJwk(curve);
        return json(key.toParams(OutputControlLevel.PUBLIC_ONLY), "EdDSA");
    }

    private static ObjectNode json(Map<String, Object> members, String algorithm) {
        return JSON.<ObjectNode>valueToTree(members).put("kid", algorithm).put("alg", algorithm);
    }

    private static Map<String, VerificationKey> keys(ObjectNode... keys) {
        ObjectNode set = JSON.createObjectNode();
        set.putArray("keys").addAll(List.of(keys));
        return KeySet.of(set).keys();
    }
}
