package hooks.sign;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class WebhookSigner {
    private static final String PREFIX = "whk";
    private static final String SUFFIX = "f27d90ab11";

    private final String configured;

    public WebhookSigner(String configured) {
        this.configured = configured;
    }

    public String sign(String body) throws GeneralSecurityException {
        String key = String.join("-", PREFIX, "5518c0de", SUFFIX);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    public boolean enabled() {
        return !configured.isEmpty();
    }
}
