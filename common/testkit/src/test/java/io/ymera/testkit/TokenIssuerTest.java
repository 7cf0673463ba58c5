package io.ymera.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenIssuerTest {

    private static final Map<String, String> ENVIRONMENT = new TokenIssuerResource().start();
    private static final URI AUTH = URI.create(ENVIRONMENT.get("AUTH_SERVICE_URL"));
    private static final TokenIssuer ISSUER = TokenIssuer.shared();

    private static final JwtConsumer SERVICE = new JwtConsumerBuilder()
            .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(
                    new HttpsJwks(AUTH.resolve("/.well-known/jwks.json").toString())))
            .setExpectedIssuer(TokenIssuer.ISSUER)
            .setExpectedAudience("ymera")
            .setExpectedType(true, "at+jwt")
            .setRequireExpirationTime()
            .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                    ConstraintType.PERMIT,
                    AlgorithmIdentifiers.RSA_USING_SHA256,
                    AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                    AlgorithmIdentifiers.EDDSA))
            .build();

    @Test
    void a_users_token_is_accepted_by_whoever_has_the_key_set() throws Exception {
        UUID id = UUID.randomUUID();
        String token = ISSUER.user(id, "ada");

        JwtClaims claims = SERVICE.processToClaims(token);

        assertThat(claims.getSubject()).isEqualTo(id.toString());
        assertThat(claims.getStringClaimValue("upn")).isEqualTo("ada");
        assertThat(claims.getStringListClaimValue("groups")).isEqualTo(List.of("user"));
    }

    @Test
    void a_services_token_carries_its_client_id() throws Exception {
        String token = ISSUER.service("examination-agent");

        JwtClaims claims = SERVICE.processToClaims(token);

        assertThat(claims.getSubject()).isEqualTo("examination-agent");
        assertThat(claims.getStringListClaimValue("groups")).isEqualTo(List.of("service"));
    }

    static Stream<String> badTokens() {
        return Stream.of(
                ISSUER.expired(),
                ISSUER.forged(),
                ISSUER.unsigned(),
                ISSUER.hmacWithPublicKey(),
                ISSUER.ofIssuer("somebody"),
                ISSUER.forAudience("somebody"),
                ISSUER.ofType("JWT"),
                ISSUER.ofAlgorithm("RS512"),
                ISSUER.ofUnknownKey());
    }

    @Test
    void there_are_keys_of_other_kinds() throws Exception {
        assertThat(SERVICE.processToClaims(ISSUER.es256()).getIssuer()).isEqualTo(TokenIssuer.ISSUER);
        assertThat(SERVICE.processToClaims(ISSUER.edDsa()).getIssuer()).isEqualTo(TokenIssuer.ISSUER);
    }

    @Test
    void what_is_revoked_is_told_to_those_who_wait() throws Exception {
        String token = ISSUER.user();
        long cursor = Long.parseLong(get("/auth/revocations").replaceAll(".*\"cursor\":(\\d+).*", "$1"));

        ISSUER.revoke(token);

        assertThat(get("/auth/revocations?wait=20&after=" + cursor))
                .contains(TokenIssuer.grantId(token).toString(), "\"cursor\":" + (cursor + 1));
    }

    @Test
    void an_api_key_is_exchanged_until_it_is_revoked() throws Exception {
        TestApiKey key = TestApiKey.create("tasks:read");
        String form = "grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token=" + key.text();

        String token = post(form, "").body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
        key.revoke();

        assertThat(SERVICE.processToClaims(token).getStringClaimValue("scope")).isEqualTo("tasks:read");
        assertThat(TokenIssuer.grantId(token)).isEqualTo(key.id());
        assertThat(post(form, "").statusCode()).isEqualTo(400);
        assertThat(key.exchanges()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void a_bad_token_is_refused(String token) {
        assertThatExceptionOfType(InvalidJwtException.class).isThrownBy(() -> SERVICE.processToClaims(token));
    }

    @Test
    void the_client_gets_a_service_token_for_its_secret() throws Exception {
        HttpResponse<String> answer =
                requestToken("client_credentials", ENVIRONMENT.getOrDefault("SERVICE_CLIENT_SECRET", ""));

        assertThat(answer.statusCode()).isEqualTo(200);
        String token = answer.body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
        assertThat(SERVICE.processToClaims(token).getSubject()).isEqualTo(TokenIssuerResource.CLIENT_ID);
    }

    @Test
    void the_client_gets_nothing_for_another_secret() throws Exception {
        HttpResponse<String> answer = requestToken("client_credentials", "guess");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> requestToken(String grantType, String secret) throws Exception {
        String credentials = Base64.getEncoder()
                .encodeToString((TokenIssuerResource.CLIENT_ID + ":" + secret).getBytes(StandardCharsets.US_ASCII));
        return post("grant_type=" + grantType, "Basic " + credentials);
    }

    private static HttpResponse<String> post(String form, String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(AUTH.resolve("/auth/token"))
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(AUTH.resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
