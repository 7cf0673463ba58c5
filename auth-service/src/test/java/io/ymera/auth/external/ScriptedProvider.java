package io.ymera.auth.external;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A provider that says what a test has it say. It knows nobody: the code that it is handed says what it is to answer, see {@link
 * Code}, so that a test in another class loader or process can script it too.
 */
final class ScriptedProvider implements AutoCloseable {

    static final String CLIENT_ID = "ymera";
    static final String CLIENT_SECRET = "a secret of tests: with/odd+signs%";
    static final String DISCOVERY = "/.well-known/openid-configuration";

    private final HttpServer server;
    private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("scripted-provider-", 0).daemon().factory());
    private final RSAKey key;

    ScriptedProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        on(DISCOVERY, answering(200, discovery().encode()));
        on("/jwks", answering(200, new JWKSet(key.toPublicJWK()).toString()));
        on("/token", this::token);
        on("/me", this::userInfo);
    }

    /**
     * What the token endpoint is to answer.
     *
     * @param status 200, or what to fail with
     * @param idToken as it is; null for one with {@code claims}
     * @param claims of the ID token, beside and in place of the usual ones
     * @param userInfo what the UserInfo endpoint is to answer
     */
    record Code(int status, @Nullable String idToken, Map<String, Object> claims, Map<String, Object> userInfo) {

        static Code of(Map<String, Object> claims) {
            return of(claims, Map.of());
        }

        static Code of(Map<String, Object> claims, Map<String, Object> userInfo) {
            return new Code(200, null, claims, userInfo);
        }

        static Code ofToken(String idToken) {
            return new Code(200, idToken, Map.of(), Map.of());
        }

        static Code failing(int status) {
            return new Code(status, null, Map.of(), Map.of());
        }

        @Override
        public String toString() {
            return encode(new JsonObject()
                    .put("status", status)
                    .put("id_token", idToken)
                    .put("claims", claims)
                    .put("user_info", userInfo));
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    RSAKey key() {
        return key;
    }

    JsonObject discovery() {
        return new JsonObject()
                .put("issuer", issuer())
                .put("authorization_endpoint", issuer() + "/authorize?tenant=1")
                .put("token_endpoint", issuer() + "/token")
                .put("userinfo_endpoint", issuer() + "/me")
                .put("jwks_uri", issuer() + "/jwks")
                .put("response_types_supported", new String[] {"code"})
                .put("subject_types_supported", new String[] {"public"})
                .put("id_token_signing_alg_values_supported", new String[] {"RS256", "HS256", "none"});
    }

    void on(String path, HttpHandler handler) {
        handlers.put(path, handler);
    }

    /** The claims of a good ID token, but for the nonce. */
    JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT_ID)
                .subject("ada")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    String sign(JWTClaimsSet claims) throws JOSEException {
        return sign(claims, key);
    }

    static String sign(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    static HttpHandler answering(int status, String json) {
        return answering(status, "application/json", json);
    }

    static HttpHandler answering(int status, String type, String text) {
        return exchange -> {
            byte[] body = text.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        };
    }

    static HttpHandler redirecting(String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        };
    }

    /** Begins an answer and never ends it. */
    HttpHandler hanging() {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            awaitClose();
        };
    }

    /** Never begins an answer. */
    HttpHandler silent() {
        return exchange -> awaitClose();
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        handlers.getOrDefault(exchange.getRequestURI().getPath(), answering(404, "{}"))
                .handle(exchange);
    }

    private void token(HttpExchange exchange) throws IOException {
        String basic = exchange.getRequestHeaders().getFirst("Authorization");
        if (basic == null || !new String(Base64.getDecoder().decode(basic.substring(6)), UTF_8).equals(expected())) {
            answering(401, "{\"error\": \"invalid_client\"}").handle(exchange);
            return;
        }
        String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        JsonObject code = decode(form.replaceFirst("(?s)(?:.*&)?code=([^&]*).*", "$1"));
        int status = code.getInteger("status");
        if (status != 200) {
            answering(status, "{\"error\": \"invalid_grant\"}").handle(exchange);
            return;
        }
        try {
            JWTClaimsSet.Builder claims = claims();
            JWTClaimsSet.parse(code.getJsonObject("claims").encode())
                    .getClaims()
                    .forEach(claims::claim);
            JsonObject answer = new JsonObject()
                    .put("access_token", encode(code.getJsonObject("user_info")))
                    .put("token_type", "Bearer")
                    .put("expires_in", 60)
                    .put("id_token", code.getString("id_token", sign(claims.build())));
            answering(200, answer.encode()).handle(exchange);
        } catch (JOSEException | ParseException e) {
            throw new IOException(e);
        }
    }

    private static String expected() {
        return formEncode(CLIENT_ID) + ":" + formEncode(CLIENT_SECRET);
    }

    /** RFC 6749, section 2.3.1. */
    private static String formEncode(String text) {
        return java.net.URLEncoder.encode(text, UTF_8);
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        String bearer = exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
        answering(200, decode(bearer).encode()).handle(exchange);
    }

    private static String encode(JsonObject json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.encode().getBytes(UTF_8));
    }

    private static JsonObject decode(String text) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(URLDecoder.decode(text, UTF_8)), UTF_8));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
