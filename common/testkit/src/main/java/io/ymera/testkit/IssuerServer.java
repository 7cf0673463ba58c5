package io.ymera.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** What of auth-service other services talk to, and two paths by which tests tell it and ask it. */
final class IssuerServer {

    private static final String PORT = "issuer.port";
    private static final int LARGEST_FORM = 10_000;
    private static final String TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";

    private final String basic;
    private final List<UUID> revoked = new ArrayList<>();
    private final Map<UUID, Integer> exchanges = new ConcurrentHashMap<>();

    private IssuerServer(String clientId, String secret) {
        this.basic = "Basic " + Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(US_ASCII));
    }

    /** The URL of that of this test JVM, which is started if it is not there. */
    static String url(String clientId, String secret) {
        return "http://127.0.0.1:"
                + TestRun.remember(PORT, () -> Integer.toString(new IssuerServer(clientId, secret).serve()));
    }

    static void revoke(UUID id) {
        call("/test/revoke?" + id);
    }

    static int exchanges(UUID id) {
        return Integer.parseInt(call("/test/exchanges?" + id));
    }

    private static String call(String path) {
        String port = TestRun.remember(PORT, () -> {
            throw new IllegalStateException("The test has no TokenIssuerResource");
        });
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int serve() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            String jwks = TokenIssuer.shared().jwks();
            server.createContext("/.well-known/jwks.json", exchange -> answer(exchange, 200, jwks));
            server.createContext("/auth/token", this::token);
            server.createContext("/auth/revocations", this::revocations);
            server.createContext("/test/revoke", exchange -> {
                revokeNow(UUID.fromString(exchange.getRequestURI().getQuery()));
                answer(exchange, 200, "");
            });
            server.createContext(
                    "/test/exchanges",
                    exchange -> answer(
                            exchange,
                            200,
                            ""
                                    + exchanges.getOrDefault(
                                            UUID.fromString(
                                                    exchange.getRequestURI().getQuery()),
                                            0)));
            server.start();
            return server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readNBytes(LARGEST_FORM), US_ASCII));
        switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> {
                if (basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                    answer(exchange, 200, granted(TokenIssuer.shared().service(TokenIssuerResource.CLIENT_ID), 3_600));
                } else {
                    answer(exchange, 401, "{\"error\":\"invalid_client\"}");
                }
            }
            case TOKEN_EXCHANGE -> exchangeKey(exchange, form.getOrDefault("subject_token", ""));
            default -> answer(exchange, 400, "{\"error\":\"unsupported_grant_type\"}");
        }
    }

    private void exchangeKey(HttpExchange exchange, String text) throws IOException {
        Optional<TestApiKey> key = TestApiKey.of(text);
        int number =
                key.map(known -> exchanges.merge(known.id(), 1, Integer::sum)).orElse(0);
        if (key.isEmpty() || isRevoked(key.get().id())) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            answer(exchange, 200, granted(key.get().token(number), TestApiKey.lifetimeSeconds()));
        }
    }

    private void revocations(HttpExchange exchange) throws IOException {
        Map<String, String> query =
                form(Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""));
        boolean reset = !query.containsKey("after");
        int after = Integer.parseInt(query.getOrDefault("after", "0"));
        List<UUID> items = after(after, Duration.ofSeconds(Long.parseLong(query.getOrDefault("wait", "0"))));
        Instant expiry = Instant.now().plus(Duration.ofDays(1));
        answer(
                exchange,
                200,
                items.stream()
                        .map(id -> "{\"id\":\"%s\",\"expires_at\":\"%s\"}".formatted(id, expiry))
                        .collect(Collectors.joining(
                                ",",
                                "{\"items\":[",
                                "],\"cursor\":%d,\"reset\":%s}".formatted(after + items.size(), reset))));
    }

    private synchronized List<UUID> after(int seen, Duration wait) {
        Instant end = Instant.now().plus(wait);
        try {
            while (revoked.size() <= seen && Instant.now().isBefore(end)) {
                wait(Math.max(1, Duration.between(Instant.now(), end).toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.copyOf(revoked.subList(Math.min(seen, revoked.size()), revoked.size()));
    }

    private synchronized void revokeNow(UUID id) {
        revoked.add(id);
        notifyAll();
    }

    private synchronized boolean isRevoked(UUID id) {
        return revoked.contains(id);
    }

    private static String granted(String token, long seconds) {
        return """
                {"access_token":"%s","token_type":"Bearer","expires_in":%d}""".formatted(token, seconds);
    }

    private static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&", -1))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], UTF_8), pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
