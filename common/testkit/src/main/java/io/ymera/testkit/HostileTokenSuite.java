package io.ymera.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every service does with tokens that are not good, over HTTP: 401, or 400 and 431 for what is no HTTP any more, never
 * anything else. A service's own test says which path needs a token, and what a good one is.
 */
public abstract class HostileTokenSuite {

    private static final int MUTATIONS = 500;
    private static final List<Integer> REFUSALS_OF_BROKEN_HTTP = List.of(400, 401, 431);

    /** Where the service listens. */
    protected abstract URI service();

    /** A path that {@code GET} gives to who has {@link #goodToken} and nobody else. */
    protected abstract String protectedPath();

    protected abstract String goodToken();

    @Test
    void aGoodTokenIsAccepted() throws IOException {
        assertThat(status(goodToken())).isBetween(200, 299);
    }

    @Test
    void noVectorOfWycheproofIsAccepted() throws IOException {
        List<String> accepted = new ArrayList<>();
        for (Wycheproof.Vector vector : Wycheproof.vectors()) {
            int status = status(vector.token());
            if (status != 401) {
                accepted.add(vector.name() + ": " + status);
            }
        }

        assertThat(Wycheproof.vectors()).hasSizeGreaterThan(300);
        assertThat(accepted).isEmpty();
    }

    @Test
    void noMutationOfAGoodTokenIsAccepted() throws IOException {
        long seed = TokenMutations.seed();
        System.out.println("Mutations of a token: -Dymera.seed=" + seed);
        TokenMutations mutations = new TokenMutations(goodToken(), seed);

        for (int i = 0; i < MUTATIONS; i++) {
            String mutation = mutations.next();
            assertThat(status(mutation))
                    .as("seed %d, mutation %d: %s", seed, i, mutation)
                    .isIn(REFUSALS_OF_BROKEN_HTTP);
        }
    }

    @Test
    void aHugeTokenIsRefused() throws IOException {
        for (int length : new int[] {8_000, 15_000, 100_000}) {
            assertThat(status("a".repeat(length))).isIn(REFUSALS_OF_BROKEN_HTTP);
        }
    }

    @Test
    void twoTokensAreRefused() throws IOException {
        String good = goodToken();

        assertThat(status(good + "\r\nAuthorization: Bearer " + good)).isEqualTo(401);
    }

    private int status(String token) throws IOException {
        URI service = service();
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(20_000);
            String request =
                    "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(protectedPath(), service.getPort(), token);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(answer).as("answer to %s", token).startsWith("HTTP/1.1 ");
            return Integer.parseInt(answer.substring(9, 12));
        }
    }
}
