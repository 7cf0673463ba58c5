package io.ymera.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The vectors of Project Wycheproof for JSON Web Signatures and Keys. */
public final class Wycheproof {

    private static final List<String> FILES =
            List.of("json_web_signature_test.json", "json_web_key_test.json", "json_web_crypto_test.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Wycheproof() {}

    /**
     * A token that somebody might take for a good one.
     *
     * @param name file, number and comment
     * @param jwks the key set with which it is to be verified
     * @param token in compact serialisation, or something else
     * @param valid whether its signature is good
     */
    public record Vector(String name, JsonNode jwks, String token, boolean valid) {}

    /** All of them. */
    public static List<Vector> vectors() {
        List<Vector> vectors = new ArrayList<>();
        for (String file : FILES) {
            for (JsonNode group : read(file).path("testGroups")) {
                JsonNode key = group.has("public") ? group.path("public") : group.path("private");
                for (JsonNode test : group.path("tests")) {
                    vectors.add(vector(file, key, test));
                }
            }
        }
        return vectors;
    }

    private static Vector vector(String file, JsonNode key, JsonNode test) {
        JsonNode jwks = key.has("keys")
                ? key
                : JSON.createObjectNode().set("keys", JSON.createArrayNode().add(key));
        JsonNode token = test.has("jws") ? test.path("jws") : test.path("jwe");
        return new Vector(
                "%s #%s %s"
                        .formatted(file, test.path("tcId"), test.path("comment").asText()),
                jwks,
                token.isTextual() ? token.textValue() : token.toString(),
                "valid".equals(test.path("result").asText()));
    }

    private static JsonNode read(String file) {
        try (InputStream vectors = Wycheproof.class.getResourceAsStream("/wycheproof/" + file)) {
            return JSON.readTree(vectors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
