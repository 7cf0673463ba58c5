package io.ymera.gateway.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ymera.gateway.RawHttp;
import io.ymera.gateway.Upstream;
import io.ymera.testkit.TokenIssuer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes, the answer is never our fault, and there is always an end. The seed is printed; {@code -Dymera.seed=} replays it, {@code
 * -Dymera.fuzz=} sets how many connections there are.
 */
@QuarkusTest
class HeadFuzzResourceTest {

    private static final int CONNECTIONS = Integer.getInteger("ymera.fuzz", 1_500);
    private static final Pattern OUR_FAULT = Pattern.compile("HTTP/\\d\\.\\d 5");

    private static final List<String> PIECES = List.of(
            "GET ",
            "POST ",
            "OPTIONS ",
            "HEAD ",
            "TRACE ",
            "CONNECT ",
            "/tasks",
            "/health",
            "/../",
            "%2e",
            "?a=b",
            "*",
            " HTTP/1.1",
            " HTTP/1.0",
            "\r\n",
            "\r\n",
            "\r\n",
            "\r\n\r\n",
            "\n",
            "\r",
            "Host: gateway\r\n",
            "Host: evil\r\n",
            "Content-Length: 5\r\n",
            "Content-Length: 0\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Connection: close\r\n",
            "Connection: upgrade\r\n",
            "Upgrade: websocket\r\n",
            "Upgrade: h2c\r\n",
            "Expect: 100-continue\r\n",
            "Content-Encoding: gzip\r\n",
            "Origin: https://evil\r\n",
            "Authorization: Bearer x\r\n",
            "X-API-Key: x\r\n",
            "Cookie: a=b\r\n",
            "hello",
            "5\r\nhello\r\n",
            "0\r\n\r\n",
            "fffffffff\r\n",
            ":",
            ";",
            " ",
            "\t",
            "\u0000",
            "\u007f",
            "\u00ff",
            "\u00e2\u0080\u00a8",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "\u0016\u0003\u0001");

    @ConfigProperty(name = "test.door")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI gateway;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Doors doors;

    @Test
    void whateverComes() throws IOException {
        long seed = Long.getLong("ymera.seed", System.nanoTime());
        System.out.println("ymera.seed=" + seed);
        Random chance = new Random(seed);
        String good =
                "POST /tasks?a=b HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer %s\r\nContent-Length: 5\r\n\r\nhello"
                        .formatted(TokenIssuer.shared().user());
        for (int i = 0; i < CONNECTIONS; i++) {
            String sent = chance.nextInt(3) == 0 ? pieces(chance) : changed(good, chance);

            String answers = answers(sent);

            assertThat(answers).as("seed %d, connection %d: %s", seed, i, sent).doesNotContainPattern(OUR_FAULT);
        }
        given().get("/health").then().statusCode(200);
        Upstream.await(() -> doors.requestsUnderWay() == 0);
    }

    /** What comes until the end, which the end of our output brings if nothing else does. */
    private String answers(String sent) throws IOException {
        try (RawHttp http = new RawHttp(gateway)) {
            http.send(sent);
            http.endOutput();
            return http.rest();
        } catch (SocketException e) {
            return "";
        }
    }

    private static String pieces(Random chance) {
        StringBuilder all = new StringBuilder();
        for (int i = 1 + chance.nextInt(12); i > 0; i--) {
            all.append(PIECES.get(chance.nextInt(PIECES.size())));
        }
        return all.toString();
    }

    private static String changed(String good, Random chance) {
        StringBuilder text = new StringBuilder(good);
        for (int i = 1 + chance.nextInt(4); i > 0; i--) {
            int at = chance.nextInt(text.length());
            switch (chance.nextInt(4)) {
                case 0 -> text.setCharAt(at, (char) chance.nextInt(256));
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.insert(at, PIECES.get(chance.nextInt(PIECES.size())));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + chance.nextInt(40))));
            }
        }
        return text.toString();
    }
}
