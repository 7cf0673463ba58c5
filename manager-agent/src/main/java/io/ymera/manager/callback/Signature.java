package io.ymera.manager.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Standard Webhooks 1.0.0 says, with the symmetric scheme {@code v1}. */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** The value of {@code webhook-signature}: one signature for each secret, by which a receiver that knows one can check. */
    static String header(UUID id, Instant timestamp, byte[] body, List<byte[]> secrets) {
        byte[] prefix = "%s.%d.".formatted(id, timestamp.getEpochSecond()).getBytes(UTF_8);
        return secrets.stream()
                .map(secret -> "v1," + sign(prefix, body, secret))
                .collect(Collectors.joining(" "));
    }

    private static String sign(byte[] prefix, byte[] body, byte[] secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update(prefix);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
