package io.ymera.gateway.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ymera.gateway.EchoUpstream;
import io.ymera.gateway.RawHttp;
import io.ymera.testkit.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The test is the proxy. */
@QuarkusTest
class TrustedProxyResourceTest {

    @ConfigProperty(name = "test.door")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI gateway;

    @Test
    void aServiceHearsWhoItWasAndNotWhatThatOneSaid() throws IOException {
        assertThat(answerTo(EchoUpstream.TRUSTED_PROXY)).contains("\"x-forwarded-for\":\"203.0.113.7\"");
    }

    @Test
    void ofOthersItHearsWhereTheyAre() throws IOException {
        assertThat(answerTo("127.0.0.3")).contains("\"x-forwarded-for\":\"127.0.0.3\"");
    }

    private String answerTo(String from) throws IOException {
        try (RawHttp http = new RawHttp(gateway, from)) {
            return http.send(
                            "GET /tasks HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer %s\r\nX-Forwarded-For: 198.51.100.1, 203.0.113.7\r\nForwarded: for=198.51.100.1\r\n\r\n"
                                    .formatted(TokenIssuer.shared().user()))
                    .answer();
        }
    }
}
