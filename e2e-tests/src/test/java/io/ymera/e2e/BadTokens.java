package io.ymera.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens made of a good one, each with one thing wrong with it. Those that only the issuer could sign are in tests of services. */
final class BadTokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private BadTokens() {}

    /** By what is wrong with them. */
    static Map<String, String> of(String good) throws Exception {
        String[] parts = good.split("\\.", -1);
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("garbage", "garbage");
        bad.put("cut off", parts[0] + "." + parts[1] + ".");
        bad.put("changed", parts[0] + "." + encoded(claims(parts).put("sub", "somebody-else")) + "." + parts[2]);
        bad.put("forged", signed(parts[0], claims(parts), anotherKey()));
        bad.put("alg none", encoded(JSON.createObjectNode().put("alg", "none")) + "." + parts[1] + ".");
        return bad;
    }

    private static ObjectNode claims(String[] parts) throws Exception {
        return (ObjectNode) JSON.readTree(DECODER.decode(parts[1]));
    }

    private static String signed(String header, ObjectNode claims, PrivateKey key) throws Exception {
        String content = header + "." + encoded(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + ENCODER.encodeToString(signature.sign());
    }

    private static String encoded(ObjectNode json) {
        return ENCODER.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static PrivateKey anotherKey() throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(3072);
        return rsa.generateKeyPair().getPrivate();
    }
}
