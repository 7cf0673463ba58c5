package io.ymera.gateway.door;

import static io.ymera.gateway.EchoUpstream.ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ymera.gateway.RawHttp;
import io.ymera.gateway.Upstream;
import io.ymera.testkit.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads that are to get something into another's: lines, hosts, claims, sizes, protocols. */
@QuarkusTest
class HostileHeadResourceTest {

    @ConfigProperty(name = "test.door")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI gateway;

    private final String id = UUID.randomUUID().toString();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\rb",
                "a\nb",
                "a\rX-Injected: y",
                "a\nX-Injected: y",
                "a\u0001b",
                "a\u007fb",
                "a\u000bb"
            })
    void aValueWithAControlCharacterIsRefused(String value) throws IOException {
        String answer = rest("GET /tasks HTTP/1.1\r\nHost: gateway\r\nX-Value: " + value + "\r\n");

        assertThat(answer).contains(" 400 ", "application/problem+json").containsIgnoringCase("connection: close");
        assertThat(Upstream.completed()).doesNotContain(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tasks?a b",
                "/tasks?a\u0000b",
                "/tasks?a\u0001b",
                "/tasks?a\u00e9b",
                "/tasks?a#b",
                "/tasks?a\rb",
                "/tasks?a\nb",
                "/tasks?a HTTP/1.1"
            })
    void aTargetWithMoreThanASCIIIsRefused(String target) throws IOException {
        String answer = answer("GET " + target + " HTTP/1.1\r\nHost: gateway\r\n");

        assertThat(answer).doesNotContain("HTTP/1.1 2").contains(" 400 ");
        assertThat(Upstream.completed()).doesNotContain(id);
    }

    @Test
    void whatIsEncodedInAQueryStaysEncoded() throws IOException {
        String answer = answer("GET /tasks?a=%0d%0aX-Injected:y&b=%zz&c={|} HTTP/1.1\r\nHost: gateway\r\n");

        assertThat(answer).contains("\"uri\":\"/tasks?a=%0d%0aX-Injected:y&b=%zz&c={|}\"");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    Host: gateway\\r\\nHost: gateway, 400
                    Host: gateway\\r\\nHost: evil,    400
                    X: no host,                       400
                    Host: evil,                       421
                    Host: gateway.evil,               421
                    Host: evil.gateway,               421
                    Host: gateway.,                   421
                    Host:,                            421
                    Host: [::2],                      421
                    Host: gateway@evil,               400
                    Host: gateway%,                   400
                    Host: evil@gateway,               400
                    Host: gateway:80@evil,            400
                    Host: gateway:evil,               400
                    Host: gateway:-1,                 400
                    Host: gateway:99999,              400
                    Host: gateway/evil,               400
                    Host: gateway?evil,               400
                    Host: gateway#evil,               400
                    Host: gateway evil,               400
                    `Host: gateway, evil`,            400
                    Host: GATEWAY,                    201
                    Host: gateway:1234,               201
                    """)
    void anotherHostIsNotOurs(String lines, int status) throws IOException {
        String answer = answer("GET /tasks HTTP/1.1\r\n" + lines.replace("\\r\\n", "\r\n") + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @CsvSource({
        "GET http://gateway/tasks HTTP/1.1, 400",
        "GET http://evil/tasks HTTP/1.1, 400",
        "GET //evil/tasks HTTP/1.1, 400",
        "CONNECT gateway:80 HTTP/1.1, 400",
        "CONNECT /tasks HTTP/1.1, 405",
        "TRACE /tasks HTTP/1.1, 405",
        "get /tasks HTTP/1.1, 405",
        "OPTIONS * HTTP/1.1, 400"
    })
    void aRequestIsForAPathOfOurs(String line, int status) throws IOException {
        String answer = answer(line + "\r\nHost: gateway\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("application/problem+json");
    }

    @Test
    void claimsOfTheClientStayOutside() throws IOException {
        String answer = answer("GET /tasks HTTP/1.1\r\nHost: gateway\r\nX-Forwarded-For: 203.0.113.7\r\n"
                + "X_Forwarded_For: 203.0.113.7\r\nX-Forwarded-Host: evil\r\nX-Forwarded-Proto: https\r\n"
                + "Connection: X-Forwarded-For, Authorization2, Host\r\nX-HTTP-Method-Override: DELETE\r\n"
                + "X-Original-URL: /agents\r\nForwarded: for=203.0.113.7\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 201")
                .contains("\"method\":\"GET\"", "\"x-forwarded-for\":\"127.0.0.1\"", "\"host\":\"127.0.0.1:")
                .doesNotContain("203.0.113.7", "evil", "x-original-url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HTTP/0.9", "HTTP/1.2", "HTTP/1.10", "HTTP/2.0", "HTTP/3.0", "http/1.1", "HTTPS/1.1", "X/1.1"})
    void otherVersionsAreRefused(String version) throws IOException {
        String answer = rest("GET /tasks " + version + "\r\nHost: gateway\r\n");

        assertThat(answer).contains(" 400 ", "application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // HTTP/0.9
                "GET /tasks\r\n\r\n",
                // HTTP/2 with prior knowledge
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u0000\u0000",
                "SSH-2.0-OpenSSH_9.9\r\n\r\n",
                "EHLO example.org\r\n\r\n"
            })
    void otherProtocolsAreRefused(String bytes) throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(bytes + "\r\n\r\n");

            assertThat(http.rest()).contains(" 400 ").doesNotContain("HTTP/1.1 2");
        }
    }

    @Test
    void http2InClearIsNotSwitchedTo() throws IOException {
        String answer = answer("GET /tasks HTTP/1.1\r\nHost: gateway\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n");

        assertThat(answer).startsWith("HTTP/1.1 201").doesNotContain("http2-settings", "h2c");
    }

    @ParameterizedTest
    @CsvSource({"request line, 414", "header, 431", "headers, 431", "lines before the first, 414"})
    void whatIsTooLongIsAProblemAndTheEnd(String what, int status) throws IOException {
        String head =
                switch (what) {
                    case "request line" -> "GET /tasks?" + "x".repeat(10_000);
                    case "header" -> "GET /tasks HTTP/1.1\r\nX: " + "x".repeat(20_000);
                    case "headers" -> "GET /tasks HTTP/1.1\r\n" + "X: y\r\n".repeat(5_000);
                    default -> "\r\n".repeat(10_000);
                };
        try (RawHttp http = new RawHttp(gateway)) {
            // Its end never comes
            http.send(head);

            assertThat(http.rest()).contains(" " + status + " ", "application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Encoding: gzip",
                "Content-Encoding: br",
                "Content-Encoding: identity, gzip",
                "Content-Encoding: identity\r\nContent-Encoding: gzip",
                "Content-Encoding: deflate\r\nContent-Encoding: identity"
            })
    void aCompressedBodyIsRefused(String encoding) throws IOException {
        String answer = answer("POST /tasks HTTP/1.1\r\nHost: gateway\r\nContent-Length: 0\r\n" + encoding + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 415");
        assertThat(Upstream.completed()).doesNotContain(id);
    }

    private String answer(String head) throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            return http.send(head + signed()).answer();
        }
    }

    private String rest(String head) throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            return http.send(head + signed()).rest();
        }
    }

    private String signed() {
        return "Authorization: Bearer %s\r\n%s: %s\r\n\r\n"
                .formatted(TokenIssuer.shared().user(), ID, id);
    }
}
