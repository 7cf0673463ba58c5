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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests of which two servers may disagree where they end. Each has another one behind it, with a good token; if it came to the service,
 * whoever stands in front of us could be made to let through what it never saw.
 */
@QuarkusTest
class SmugglingResourceTest {

    @ConfigProperty(name = "test.door")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI gateway;

    private final String id = UUID.randomUUID().toString();

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Two framings
                "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Content-Length: 5\r\nTransfer-Encoding: identity\r\n\r\nhello",
                // Codings that somebody may take for chunked, or not
                "Transfer-Encoding: xchunked\r\n\r\n",
                "Transfer-Encoding: \"chunked\"\r\n\r\n",
                "Transfer-Encoding: chunked;a=b\r\n\r\n",
                "Transfer-Encoding:\r\n\r\n",
                "Transfer-Encoding: identity\r\n\r\n",
                "Transfer-Encoding: chun\u00e2\u0084\u00aaed\r\n\r\n",
                "Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\u0000\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                " Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "X: y\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "X: y\rTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                // Lengths
                "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
                "Content-Length: 5, 6\r\n\r\nhello",
                "Content-Length: 5, 5\r\n\r\nhello",
                "Content-Length: +5\r\n\r\nhello",
                "Content-Length: -5\r\n\r\nhello",
                "Content-Length: 0x5\r\n\r\nhello",
                "Content-Length: 5.0\r\n\r\nhello",
                "Content-Length: 5 5\r\n\r\nhello",
                "Content-Length: 1_0\r\n\r\nhello",
                "Content-Length: \r\n\r\nhello",
                "Content-Length: \u00d9\u00a5\r\n\r\nhello",
                "Content-Length: 99999999999999999999\r\n\r\nhello",
                "Content-Length : 5\r\n\r\nhello",
                "Content-Length:\r\n 5\r\n\r\nhello",
                // Heads
                "X: y\nContent-Length: 5\r\n\r\nhello",
                "X\u0000: y\r\n\r\n",
                "X Y: z\r\n\r\n",
                "X: y\r\n z\r\n\r\n",
                "X: y\r\n\tz\r\n\r\n",
                "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n",
                "X\u00e9: y\r\n\r\n",
                "no colon\r\n\r\n",
                ": no name\r\n\r\n"
            })
    void aDoubtfulHeadIsRefusedAndNothingBehindItIsRead(String attack) throws IOException {
        String all;
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(head(id) + attack + smuggled());
            all = http.rest();
        }

        assertThat(all).contains(" 400 ", "application/problem+json").containsOnlyOnce("HTTP/1.");
        assertThat(Upstream.completed()).doesNotContain(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100000005\r\nhello\r\n0\r\n\r\n",
                "10000000000000005\r\nhello\r\n0\r\n\r\n",
                "00000000000000005\r\nhello\r\n0\r\n\r\n",
                "-5\r\nhello\r\n0\r\n\r\n",
                "+5\r\nhello\r\n0\r\n\r\n",
                "0x5\r\nhello\r\n0\r\n\r\n",
                "5_\r\nhello\r\n0\r\n\r\n",
                "5 \r\nhello\r\n0\r\n\r\n",
                " 5\r\nhello\r\n0\r\n\r\n",
                "5 g\r\nhello\r\n0\r\n\r\n",
                "zz\r\nhello\r\n0\r\n\r\n",
                "\r\nhello\r\n0\r\n\r\n",
                ";\r\n\r\n",
                "5;a=b\r\nhello\r\n0\r\n\r\n",
                "1;a=\"\r\nX\r\n0\r\n\r\n",
                "5;a\nhello\r\n0\r\n\r\n",
                "2;\rxx\r\nhe\r\n0\r\n\r\n",
                "5\nhello\r\n0\r\n\r\n",
                "5\r\nhello\n0\n\n",
                "5\r\nhelloXX0\r\n\r\n",
                "3\r\nhello\r\n0\r\n\r\n",
                "5\r\nhello\r\n0\r\nno colon\r\n\r\n"
            })
    void aDoubtfulChunkEndsTheConnectionAndNothingBehindItIsRead(String chunks) throws IOException {
        String all;
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(head(id) + "Transfer-Encoding: chunked\r\n\r\n" + chunks + smuggled());
            all = http.rest();
        }

        assertThat(all).doesNotContain("HTTP/1.1 2");
        assertThat(Upstream.completed()).doesNotContain(id);
    }

    @Test
    void chunksThatComeByteByByteAreReadTheSame() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(head(id) + "Transfer-Encoding: chunked\r\n\r\n");
            for (char next : "5\r\nhello\r\n00A\r\n0123456789\r\n0\r\n\r\n".toCharArray()) {
                http.send(String.valueOf(next));
            }

            assertThat(http.answer()).startsWith("HTTP/1.1 201").contains("\"body_bytes\":15");
        }
    }

    @Test
    void aLineThatGoesOnInTheNextIsRefusedWhenItComesByteByByteToo() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            for (char next : "\r\nGET /tasks HTTP/1.1\r\nHost: gateway\r\nX: y\r\n z\r\n\r\n".toCharArray()) {
                http.send(String.valueOf(next));
            }

            assertThat(http.answer()).contains(" 400 ");
        }
    }

    @Test
    void trailersDoNotBecomeHeaders() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(head(id)
                    + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX-Late: 1\r\nContent-Length: 3\r\n\r\n");

            assertThat(http.answer())
                    .startsWith("HTTP/1.1 201")
                    .contains("\"body_bytes\":5")
                    .doesNotContain("x-late");
        }
    }

    @Test
    void whatFollowsARefusedBodyIsARequestOfItsOwn() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send("POST /nowhere HTTP/1.1\r\nHost: gateway\r\nContent-Length: 5\r\n\r\nhello"
                    + head(id)
                    + "Content-Length: 5\r\n\r\nhello");

            assertThat(http.answer()).startsWith("HTTP/1.1 404");
            assertThat(http.answer()).startsWith("HTTP/1.1 201").contains("\"body_bytes\":5");
        }
    }

    @Test
    void aBodyThatIsTooLargeIsNotReadAsARequest() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(head(id) + "Content-Length: 20000000\r\n\r\n" + smuggled());

            assertThat(http.answer()).startsWith("HTTP/1.1 413");
        }
        assertThat(Upstream.completed()).doesNotContain(id);
    }

    @Test
    void requestsInOnePieceAreAnsweredInTheirOrder() throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(get("/tasks/1") + get("/nowhere") + get("/tasks/2") + "nonsense\r\n\r\n" + get("/tasks/3"));

            assertThat(http.answer()).contains("\"uri\":\"/tasks/1\"");
            assertThat(http.answer()).startsWith("HTTP/1.1 404");
            assertThat(http.answer()).contains("\"uri\":\"/tasks/2\"");
            assertThat(http.rest()).contains(" 400 ").doesNotContain("/tasks/3");
        }
    }

    private static String get(String path) {
        return "GET %s HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(path, TokenIssuer.shared().user());
    }

    private static String head(String id) {
        return "POST /tasks HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer %s\r\n%s: %s\r\n"
                .formatted(TokenIssuer.shared().user(), ID, id);
    }

    private String smuggled() {
        return head(id + "-smuggled") + "Content-Length: 0\r\n\r\n";
    }
}
