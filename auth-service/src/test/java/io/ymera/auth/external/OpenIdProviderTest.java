package io.ymera.auth.external;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpHandler;
import io.vertx.core.json.JsonObject;
import io.ymera.auth.external.ScriptedProvider.Code;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.testkit.MutableClock;
import io.ymera.web.problem.ApiException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile, broken or slow provider can say, and that we believe none of it. */
class OpenIdProviderTest {

    private static final Duration SHORT = Duration.ofMillis(500);

    private final SignIn signIn = SignIn.begin("a browser", Optional.empty());
    private final MutableClock clock = new MutableClock(Instant.now());
    private ScriptedProvider server;
    private OpenIdProvider provider;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedProvider();
        provider = new OpenIdProvider(config(server.issuer()), clock);
    }

    @AfterEach
    void stop() {
        provider.close();
        server.close();
    }

    /** One way to make an ID token that is not good, given the claims of one that is. */
    record Forgery(String name, Forger forger) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Forger {
        String forge(ScriptedProvider server, JWTClaimsSet.Builder good) throws Exception;
    }

    static Stream<Forgery> forgeries() {
        return Stream.of(
                claims("another issuer", good -> good.issuer("https://evil.example")),
                claims(
                        "the issuer with a slash",
                        good -> good.issuer(good.build().getIssuer() + "/")),
                claims("no issuer", good -> good.issuer(null)),
                claims("another nonce", good -> good.claim("nonce", "another")),
                claims("no nonce", good -> good.claim("nonce", null)),
                claims("a nonce that is a number", good -> good.claim("nonce", 1)),
                claims("for another client", good -> good.audience("another")),
                claims("for nobody", good -> good.audience((String) null)),
                claims("for several, none of them said to be ours", good -> good.audience(List.of("ymera", "another"))),
                claims("issued to another party", good -> good.claim("azp", "another")),
                claims("for several and another party", good -> good.audience(List.of("ymera", "another"))
                        .claim("azp", "another")),
                claims(
                        "expired",
                        good -> good.expirationTime(Date.from(Instant.now().minusSeconds(60)))),
                claims("that never expires", good -> good.expirationTime(null)),
                claims(
                        "issued in the future",
                        good -> good.issueTime(Date.from(Instant.now().plusSeconds(120)))),
                claims("never issued", good -> good.issueTime(null)),
                claims("of nobody", good -> good.subject(null)),
                claims("of a blank name", good -> good.subject(" ".repeat(3).strip())),
                claims("of a name that is too long", good -> good.subject("a".repeat(256))),
                claims("of a name that no database holds", good -> good.subject("ada\0")),
                claims("of a name with a tab before it", good -> good.subject("\tada")),
                claims("of a name beyond ASCII", good -> good.subject("ad\u00e4")),
                claims(
                        "with the hash of another access token",
                        good -> good.claim("at_hash", "AAAAAAAAAAAAAAAAAAAAAA")),
                new Forgery("alg none", (server, good) -> new PlainJWT(good.build()).serialize()),
                new Forgery("alg none, spelled oddly", (server, good) -> "%s.%s."
                        .formatted(
                                base64("{\"alg\":\"nOnE\"}"),
                                base64(good.build().toString()))),
                new Forgery("alg none over a good signature", (server, good) -> {
                    String[] parts = server.sign(good.build()).split("\\.", -1);
                    return "%s.%s.%s".formatted(base64("{\"alg\":\"none\"}"), parts[1], parts[2]);
                }),
                hmac("HMAC with the public key in DER", key -> key.toRSAPublicKey()
                        .getEncoded()),
                hmac("HMAC with the public key in PEM", key -> pem(key).getBytes(UTF_8)),
                hmac("HMAC with the modulus", key -> key.getModulus().decode()),
                hmac("HMAC with the client secret", key -> ScriptedProvider.CLIENT_SECRET.getBytes(UTF_8)),
                new Forgery(
                        "another key that calls itself the same",
                        (server, good) -> ScriptedProvider.sign(
                                good.build(),
                                new RSAKeyGenerator(2048).keyID("one").generate())),
                new Forgery(
                        "another key",
                        (server, good) -> ScriptedProvider.sign(
                                good.build(),
                                new RSAKeyGenerator(2048).keyID("two").generate())),
                new Forgery("another key, which it brings along", (server, good) -> {
                    RSAKey key = new RSAKeyGenerator(2048).generate();
                    return sign(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(key.toPublicJWK()),
                            good.build(),
                            new RSASSASigner(key));
                }),
                new Forgery(
                        "another key, which is to be fetched",
                        (server, good) -> sign(
                                new JWSHeader.Builder(JWSAlgorithm.RS256).jwkURL(URI.create(server.issuer() + "/evil")),
                                good.build(),
                                new RSASSASigner(new RSAKeyGenerator(2048).generate()))),
                new Forgery(
                        "an access token (RFC 9068)",
                        (server, good) -> sign(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("one")
                                        .type(new JOSEObjectType("at+jwt")),
                                good.build(),
                                new RSASSASigner(server.key()))),
                new Forgery(
                        "an extension that must be understood",
                        (server, good) -> sign(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("one")
                                        .criticalParams(Set.of("odd"))
                                        .customParam("odd", true),
                                good.build(),
                                new RSASSASigner(server.key()))),
                new Forgery("a changed payload", (server, good) -> {
                    String[] parts = server.sign(good.build()).split("\\.", -1);
                    String other = good.subject("somebody else").build().toString();
                    return "%s.%s.%s".formatted(parts[0], base64(other), parts[2]);
                }),
                new Forgery("no signature", (server, good) -> server.sign(good.build())
                        .replaceFirst("\\.[^.]*$", ".")),
                new Forgery("encrypted", (server, good) -> {
                    EncryptedJWT token = new EncryptedJWT(
                            new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM), good.build());
                    token.encrypt(new RSAEncrypter(server.key().toPublicJWK()));
                    return token.serialize();
                }),
                new Forgery("no token", (server, good) -> "x.y.z"),
                new Forgery("empty", (server, good) -> ""));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void anIdTokenIsNotBelieved(Forgery forgery) throws Exception {
        String token = forgery.forger.forge(server, good());

        ApiException refused = redeemBadly(Code.ofToken(token));

        assertThat(refused.code()).isEqualTo(ErrorCode.UPSTREAM_FAILED);
        assertThat(refused.detail()).startsWith("Tests has given an answer that can't be trusted");
    }

    @Test
    void aGoodOneIs() throws Exception {
        Confirmed who = redeem(Code.ofToken(server.sign(good().build())));

        assertThat(who.subject()).isEqualTo("ada");
    }

    @Test
    void oneForSeveralIsIfItSaysThatItIsOurs() throws Exception {
        JWTClaimsSet claims = good().audience(List.of("another", "ymera"))
                .claim("azp", "ymera")
                .build();

        assertThat(redeem(Code.ofToken(server.sign(claims))).subject()).isEqualTo("ada");
    }

    @Test
    void aSpaceMakesAnotherPerson() throws Exception {
        Confirmed who = redeem(Code.ofToken(server.sign(good().subject("ada ").build())));

        assertThat(who.subject()).isEqualTo("ada ");
    }

    @Test
    void clocksMayDifferALittle() throws Exception {
        JWTClaimsSet claims = good().expirationTime(Date.from(Instant.now().minusSeconds(5)))
                .issueTime(Date.from(Instant.now().plusSeconds(5)))
                .build();

        assertThat(redeem(Code.ofToken(server.sign(claims))).subject()).isEqualTo("ada");
    }

    @Test
    void ellipticCurvesAreKnown() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
        server.on("/jwks", ScriptedProvider.answering(200, new JWKSet(key.toPublicJWK()).toString()));
        String token =
                sign(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("curve"), good().build(), new ECDSASigner(key));

        assertThat(redeem(Code.ofToken(token)).subject()).isEqualTo("ada");
    }

    @Test
    void aNewKeyIsFetchedAndAFloodOfUnknownOnesIsNot() throws Exception {
        // Given keys that are known already
        redeem(Code.ofToken(server.sign(good().build())));
        RSAKey next = new RSAKeyGenerator(2048).keyID("two").generate();
        AtomicInteger fetched = new AtomicInteger();
        serveKeys(fetched, server.key().toPublicJWK(), next.toPublicJWK());

        Confirmed who = redeem(Code.ofToken(ScriptedProvider.sign(good().build(), next)));

        assertThat(who.subject()).isEqualTo("ada");
        assertThat(fetched).hasValue(1);
        for (int i = 0; i < 20; i++) {
            redeemBadly(Code.ofToken(ScriptedProvider.sign(
                    good().build(),
                    new RSAKey.Builder(next).keyID("unknown-" + i).build())));
        }
        assertThat(fetched).hasValueLessThanOrEqualTo(2);
    }

    /** What the discovery document may not say. */
    static Stream<Map.Entry<String, Object>> lies() {
        return Stream.of(
                Map.entry("issuer", "https://evil.example"),
                Map.entry("issuer", "http://127.0.0.1:1/"),
                Map.entry("issuer", 1),
                Map.entry("token_endpoint", "http://evil.example/token"),
                Map.entry("token_endpoint", "http://127.0.0.1.evil.example/token"),
                Map.entry("token_endpoint", "http://localhost@evil.example/token"),
                Map.entry("token_endpoint", "ftp://127.0.0.1/token"),
                Map.entry("token_endpoint", "not a URL"),
                Map.entry("token_endpoint", ""),
                Map.entry("jwks_uri", "http://evil.example/jwks"),
                Map.entry("jwks_uri", "file:///etc/passwd"),
                Map.entry("userinfo_endpoint", "http://evil.example/me"),
                Map.entry("authorization_endpoint", "http://evil.example/authorize"),
                Map.entry("authorization_endpoint", "javascript:alert(1)"),
                Map.entry("response_types_supported", "code"));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void aDiscoveryDocumentIsNotBelieved(Map.Entry<String, Object> lie) {
        server.on(
                ScriptedProvider.DISCOVERY,
                ScriptedProvider.answering(
                        200,
                        server.discovery().put(lie.getKey(), lie.getValue()).encode()));

        ApiException refused = departBadly();

        assertThat(refused.code()).isEqualTo(ErrorCode.UPSTREAM_FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"issuer", "authorization_endpoint", "token_endpoint", "jwks_uri"})
    void aDiscoveryDocumentIsComplete(String member) {
        JsonObject lacking = server.discovery();
        lacking.remove(member);
        server.on(ScriptedProvider.DISCOVERY, ScriptedProvider.answering(200, lacking.encode()));

        ApiException refused = departBadly();

        assertThat(refused.code()).isEqualTo(ErrorCode.UPSTREAM_FAILED);
    }

    @Test
    void aKnownDiscoveryDocumentServesWhileTheProviderIsAway() {
        provider.authorizationUrl("state", signIn).await().indefinitely();
        server.on(ScriptedProvider.DISCOVERY, ScriptedProvider.answering(500, "{}"));
        clock.advance(Duration.ofHours(2));

        URI location = provider.authorizationUrl("state", signIn).await().indefinitely();

        assertThat(location.toString()).startsWith(server.issuer() + "/authorize?");
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedProvider.DISCOVERY, "/token", "/jwks"})
    void whoeverDoesNotAnswerIsAway(String path) throws Exception {
        for (HttpHandler away : List.of(
                ScriptedProvider.answering(500, "{}"),
                ScriptedProvider.answering(503, "text/html", "<h1>later</h1>"),
                server.hanging(),
                server.silent(),
                ScriptedProvider.answering(200, "\"" + "x".repeat(10_000_000) + "\""),
                exchange -> exchange.getHttpContext().getServer().stop(0))) {
            server.on(path, away);
            try (OpenIdProvider fresh = new OpenIdProvider(config(server.issuer()), clock, SHORT)) {
                ApiException refused = redeemBadly(fresh, Code.ofToken(server.sign(good().build())));

                assertThat(refused.code()).as(path).isEqualTo(ErrorCode.UNAVAILABLE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedProvider.DISCOVERY, "/token", "/jwks"})
    void whoeverTalksNonsenseIsNotBelieved(String path) throws Exception {
        for (String nonsense : List.of(
                "", "null", "[]", "{", "{}", "[".repeat(100_000), "{\"a\":".repeat(20_000), "\u0000", "<html>")) {
            server.on(path, ScriptedProvider.answering(200, nonsense));
            try (OpenIdProvider fresh = new OpenIdProvider(config(server.issuer()), clock, SHORT)) {
                ApiException refused = redeemBadly(fresh, Code.ofToken(server.sign(good().build())));

                assertThat(refused.code()).as(path + " " + nonsense).isEqualTo(ErrorCode.UPSTREAM_FAILED);
            }
        }
    }

    /** A redirect could lead a request with our secret anywhere. */
    @ParameterizedTest
    @ValueSource(strings = {ScriptedProvider.DISCOVERY, "/token", "/jwks", "/me"})
    void aRedirectIsNotFollowed(String path) throws Exception {
        AtomicInteger followed = new AtomicInteger();
        server.on(path, ScriptedProvider.redirecting(server.issuer() + "/elsewhere"));
        server.on("/elsewhere", exchange -> {
            followed.incrementAndGet();
            ScriptedProvider.answering(200, "{}").handle(exchange);
        });

        ApiException refused = catchThrowableOfType(
                ApiException.class, () -> provider.describe(redeem(Code.ofToken(server.sign(good().build()))))
                        .await()
                        .indefinitely());

        assertThat(refused.code()).isIn(ErrorCode.UPSTREAM_FAILED, ErrorCode.UNAVAILABLE);
        assertThat(followed).hasValue(0);
    }

    @Test
    void aCodeThatTheProviderDoesNotKnowIsTheBrowsersFault() {
        ApiException refused = redeemBadly(Code.failing(400));

        assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
    }

    @Test
    void aWrongClientSecretIsTheOperatorsFault() {
        server.on("/token", ScriptedProvider.answering(401, "{\"error\":\"invalid_client\"}"));

        ApiException refused = redeemBadly(Code.failing(400));

        assertThat(refused.code()).isEqualTo(ErrorCode.UPSTREAM_FAILED);
        assertThat(refused.detail()).doesNotContain(ScriptedProvider.CLIENT_SECRET);
    }

    @Test
    void anAnswerOfAnotherIssuerIsNotTaken() {
        Callback mixedUp = new Callback("state", "code", "https://evil.example", null, null);

        ApiException refused = catchThrowableOfType(
                ApiException.class,
                () -> provider.redeem(mixedUp, signIn).await().indefinitely());

        assertThat(refused.code()).isEqualTo(ErrorCode.UPSTREAM_FAILED);
    }

    @Test
    void whoHasAnnouncedToNameItselfHasTo() {
        server.on(
                ScriptedProvider.DISCOVERY,
                ScriptedProvider.answering(
                        200,
                        server.discovery()
                                .put("authorization_response_iss_parameter_supported", true)
                                .encode()));

        ApiException refused = redeemBadly(Code.failing(400));

        assertThat(refused.code()).isEqualTo(ErrorCode.UPSTREAM_FAILED);
    }

    @Test
    void userInfoFillsInWhatTheIdTokenLacks() throws Exception {
        Confirmed who = redeem(userInfo(Map.of("sub", "ada", "email", "ada@example.com", "email_verified", true)));

        Person person = provider.describe(who).await().indefinitely();

        assertThat(person.verifiedEmail()).isEqualTo("ada@example.com");
    }

    @Test
    void userInfoOfSomebodyElseIsNotTaken() throws Exception {
        Confirmed who = redeem(userInfo(Map.of("sub", "eve", "email", "ada@example.com", "email_verified", true)));

        ApiException refused = catchThrowableOfType(
                ApiException.class, () -> provider.describe(who).await().indefinitely());

        assertThat(refused.code()).isEqualTo(ErrorCode.UPSTREAM_FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "\"true\"", "1", "null", "{}"})
    void onlyAVerifiedAddressIsOne(String verified) throws Exception {
        Map<String, Object> claims = new HashMap<>(
                new JsonObject("{\"sub\":\"ada\",\"email\":\"ada@example.com\",\"email_verified\":" + verified + "}")
                        .getMap());
        Confirmed who = redeem(userInfo(claims));

        Person person = provider.describe(who).await().indefinitely();

        assertThat(person.verifiedEmail()).isNull();
    }

    private JWTClaimsSet.Builder good() {
        return server.claims().claim("nonce", signIn.nonce());
    }

    private Code userInfo(Map<String, Object> claims) throws JOSEException {
        return new Code(200, server.sign(good().build()), Map.of(), claims);
    }

    private Confirmed redeem(Code code) {
        return provider.redeem(new Callback("state", code.toString(), null, null, null), signIn)
                .await()
                .indefinitely();
    }

    private ApiException redeemBadly(Code code) {
        return redeemBadly(provider, code);
    }

    private ApiException redeemBadly(OpenIdProvider from, Code code) {
        Callback callback = new Callback("state", code.toString(), null, null, null);
        return catchThrowableOfType(
                ApiException.class, () -> from.redeem(callback, signIn).await().indefinitely());
    }

    private ApiException departBadly() {
        return catchThrowableOfType(
                ApiException.class,
                () -> provider.authorizationUrl("state", signIn).await().indefinitely());
    }

    private void serveKeys(AtomicInteger fetched, JWK... keys) {
        server.on("/jwks", exchange -> {
            fetched.incrementAndGet();
            ScriptedProvider.answering(200, new JWKSet(List.of(keys)).toString())
                    .handle(exchange);
        });
    }

    private static Forgery claims(String name, java.util.function.Consumer<JWTClaimsSet.Builder> change) {
        return new Forgery(name, (server, good) -> {
            change.accept(good);
            return server.sign(good.build());
        });
    }

    interface KeyBytes {
        byte[] of(RSAKey key) throws JOSEException;
    }

    private static Forgery hmac(String name, KeyBytes bytes) {
        return new Forgery(
                name,
                (server, good) -> sign(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one"),
                        good.build(),
                        new MACSigner(bytes.of(server.key()))));
    }

    private static String sign(JWSHeader.Builder header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(header.build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static String pem(RSAKey key) throws JOSEException {
        byte[] der = key.toRSAPublicKey().getEncoded();
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static ProviderConfig config(String issuer) {
        return new ProviderConfig(
                issuer,
                ScriptedProvider.CLIENT_ID,
                ScriptedProvider.CLIENT_SECRET,
                List.of("openid"),
                "Tests",
                false,
                Set.of(),
                Optional.empty(),
                "http://localhost:8000");
    }
}
