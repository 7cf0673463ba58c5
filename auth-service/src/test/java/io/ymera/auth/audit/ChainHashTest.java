package io.ymera.auth.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class ChainHashTest {

    private static final SecretKeySpec KEY = new SecretKeySpec("a key of tests".getBytes(UTF_8), "HmacSHA256");

    private final ChainHash hashes = new ChainHash(() -> KEY);

    /** The form is a promise: hashes that are in databases have to be found good for ever. */
    @Test
    void theFormIsAsItIsDescribed() throws Exception {
        AuditEntry event = new AuditEntry(
                new UUID(0x0123456789abcdefL, 0x8edcba9876543210L),
                Instant.ofEpochSecond(256, 7_000),
                "login.failed",
                "failure",
                null,
                "ädä",
                "",
                Map.of("b", "2", "a", "1", "n", 5),
                null,
                null);
        String form = "0000000d" + hex("ymera-audit-1")
                + "11".repeat(32)
                + "000000000000000a"
                + "0123456789abcdef8edcba9876543210"
                + "0000000000000100" + "00001b58"
                + "0000000c" + hex("login.failed")
                + "00000007" + hex("failure")
                + "ffffffff"
                + "00000005" + hex("ädä")
                + "00000000"
                + "00000003"
                + "00000001" + hex("a") + "00000001" + hex("1")
                + "00000001" + hex("b") + "00000001" + hex("2")
                + "00000001" + hex("n") + "fffffffe" + "00000001" + hex("5");

        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(KEY);
        assertThat(hashes.of(new AuditHead(9, "11".repeat(32)), event))
                .isEqualTo(HexFormat.of().formatHex(mac.doFinal(HexFormat.of().parseHex(form))));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }
}
