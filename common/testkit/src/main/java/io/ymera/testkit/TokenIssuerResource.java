package io.ymera.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * Gives a Quarkus test {@code AUTH_SERVICE_URL}, {@code SERVICE_CLIENT_ID} and {@code SERVICE_CLIENT_SECRET}: a loopback
 * server that has the key set of {@link TokenIssuer} at {@code /.well-known/jwks.json} and grants client credentials (by HTTP
 * Basic) at {@code POST /auth/token}. Knows nothing else of what auth-service does.
 */
public final class TokenIssuerResource implements QuarkusTestResourceLifecycleManager {

    /** The client that may ask for a token. */
    public static final String CLIENT_ID = "test-agent";

    private static final int LARGEST_FORM = 10_000;

    private final String secret = TestRun.remember("issuer.client-secret", TestRun::newSecret);

    @Override
    public Map<String, String> start() {
        String port = TestRun.remember("issuer.port", () -> Integer.toString(serve()));
        return Map.of(
                "AUTH_SERVICE_URL", "http://127.0.0.1:" + port,
                "SERVICE_CLIENT_ID", CLIENT_ID,
                "SERVICE_CLIENT_SECRET", secret);
    }

    @Override
    public void stop() {
        // the server serves the other tests of this JVM, and ends with it
    }

    private int serve() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String jwks = TokenIssuer.shared().jwks();
            server.createContext("/.well-known/jwks.json", exchange -> answer(exchange, 200, jwks));
            server.createContext("/auth/token", this::token);
            server.start();
            return server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readNBytes(LARGEST_FORM), StandardCharsets.US_ASCII);
        String basic = "Basic "
                + Base64.getEncoder().encodeToString((CLIENT_ID + ":" + secret).getBytes(StandardCharsets.US_ASCII));
        if (!form.contains("grant_type=client_credentials")) {
            answer(exchange, 400, "{\"error\":\"unsupported_grant_type\"}");
        } else if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
        } else {
            answer(exchange, 200, """
                    {"access_token":"%s","token_type":"Bearer","expires_in":3600}""".formatted(TokenIssuer.shared().service(CLIENT_ID)));
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
