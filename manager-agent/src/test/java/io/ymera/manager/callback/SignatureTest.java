package io.ymera.manager.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final UUID ID = UUID.fromString("01a20033-9828-71c7-a8e7-623c2f84fd56");
    private static final Instant AT = Instant.ofEpochSecond(1_674_087_231);
    private static final byte[] BODY = "{\"type\":\"task.completed\"}".getBytes(UTF_8);

    /** Made with {@code printf '%s' ID.1674087231.BODY | openssl dgst -sha256 -mac hmac -macopt hexkey:… -binary | base64}. */
    @Test
    void anotherImplementationSignsTheSame() {
        byte[] secret = "abcdefghijklmnopqrstuvwxyz012345".getBytes(UTF_8);

        assertThat(Signature.header(ID, AT, BODY, List.of(secret)))
                .isEqualTo("v1,Su8Rm4W+4i+Mf0H3U11WqCLtH1wq3S+gd9XdwgEEWmA=");
    }

    @Test
    void eachSecretSigns() {
        byte[] one = new byte[32];
        byte[] two = {1, 2, 3};

        assertThat(Signature.header(ID, AT, BODY, List.of(one, two)))
                .isEqualTo(Signature.header(ID, AT, BODY, List.of(one)) + " "
                        + Signature.header(ID, AT, BODY, List.of(two)));
    }
}
