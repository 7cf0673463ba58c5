package io.ymera.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ymera.gateway.RawHttp;
import io.ymera.gateway.Upstream;
import io.ymera.testkit.TokenIssuer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes and frames that RFC 6455 forbids. */
@QuarkusTest
class HostileWebSocketResourceTest {

    private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    private static final String VERSION = "Sec-WebSocket-Version: 13\r\n";
    private static final String UPGRADE = "Connection: Upgrade\r\nUpgrade: websocket\r\n";

    @ConfigProperty(name = "test.door")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI gateway;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    LongLived longLived;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET|" + VERSION + KEY,
                "GET|Upgrade: websocket\r\n" + VERSION + KEY,
                "GET|Connection: Upgrade\r\nUpgrade: h2c\r\n" + VERSION + KEY,
                "GET|" + UPGRADE + VERSION,
                "GET|" + UPGRADE + KEY,
                "GET|" + UPGRADE + KEY + "Sec-WebSocket-Version: 99\r\n",
                "GET|" + UPGRADE + KEY + "Sec-WebSocket-Version: x\r\n",
                "POST|" + UPGRADE + VERSION + KEY + "Content-Length: 0\r\n"
            })
    void aHandshakeThatIsNoneIsRefused(String attack) throws IOException {
        String[] parts = attack.split("\\|", 2);
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(head(parts[0]) + parts[1] + "\r\n");

            assertThat(http.answer()).containsPattern("HTTP/1\\.1 4\\d\\d ").doesNotContain(" 101 ");
        }
        Upstream.await(() -> longLived.openWebSockets() == 0);
    }

    @Test
    void compressionIsNotAgreedTo() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(head("GET") + UPGRADE + VERSION + KEY
                    + "Sec-WebSocket-Extensions: permessage-deflate, deflate-frame, x-webkit-deflate-frame\r\n\r\n");

            assertThat(http.answer()).startsWith("HTTP/1.1 101").doesNotContainIgnoringCase("sec-websocket-extensions");
        }
        Upstream.await(() -> longLived.openWebSockets() == 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Not masked
                "\u0081\u0002hi",
                // Compressed, which was not agreed to
                "\u00c1\u0082\u0000\u0000\u0000\u0000hi",
                // Of a kind that does not exist
                "\u0083\u0082\u0000\u0000\u0000\u0000hi",
                // A part of nothing
                "\u0080\u0082\u0000\u0000\u0000\u0000hi",
                // Much longer than it may be
                "\u0081\u00ff\u007f\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u0000\u0000\u0000\u0000",
                // A ping that is too long
                "\u0089\u00fe\u0000\u00ff\u0000\u0000\u0000\u0000"
            })
    void aFrameThatIsNoneEndsTheConnection(String frame) throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(head("GET") + UPGRADE + VERSION + KEY + "\r\n");
            assertThat(http.answer()).startsWith("HTTP/1.1 101");

            http.send(frame);

            assertThat(http.rest()).doesNotContain("echo");
        }
        Upstream.await(() -> longLived.openWebSockets() == 0);
    }

    private static String head(String method) {
        return method + " /ws HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer "
                + TokenIssuer.shared().user() + "\r\n";
    }
}
