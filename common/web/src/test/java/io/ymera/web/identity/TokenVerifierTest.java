package io.ymera.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.ymera.contracts.identity.Role;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.testkit.TokenIssuer;
import io.ymera.web.problem.ApiException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {

    private static final TokenIssuer ISSUER = TokenIssuer.shared();
    private static final String SECRET = "a secret of tests that is long enough for HS256";

    private final Verification verification = new Verification();

    @Test
    void aUser() {
        UUID id = UUID.randomUUID();
        String token = ISSUER.user(id, "ada");

        CallerPrincipal caller = verification.verify(token);

        assertThat(caller.subject()).isEqualTo(id.toString());
        assertThat(caller.getName()).isEqualTo("ada");
        assertThat(caller.role()).isEqualTo(Role.USER);
        assertThat(caller.grantId()).isEqualTo(TokenIssuer.grantId(token));
        assertThat(caller.clientId()).isEqualTo("ymera");
        assertThat(caller.scopes()).isNull();
        assertThat(caller.expiresAt()).isEqualTo(caller.issuedAt().plusSeconds(3_600));
        assertThat(caller.mayServe("examine_tests")).isFalse();
    }

    @Test
    void aServiceAndWhatItMayServe() {
        CallerPrincipal some = verification.verify(ISSUER.service("agent", "a", "b"));
        CallerPrincipal all = verification.verify(ISSUER.service("agent"));

        assertThat(some.subject()).isEqualTo("agent");
        assertThat(some.mayServe("a")).isTrue();
        assertThat(some.mayServe("c")).isFalse();
        assertThat(some.mayServe("*")).isFalse();
        assertThat(all.mayServe("c")).isTrue();
    }

    @Test
    void scopes() {
        assertThat(verification.verify(ISSUER.scoped("tasks:read  users:write")).scopes())
                .containsExactlyInAnyOrder("tasks:read", "users:write");
        assertThat(verification.verify(ISSUER.scoped("")).scopes()).isEmpty();
    }

    static Stream<Arguments> algorithms() {
        return Stream.of(
                Arguments.of("RS256", ISSUER.user(), true),
                Arguments.of("ES256", ISSUER.es256(), true),
                Arguments.of("EdDSA", ISSUER.edDsa(), true),
                Arguments.of("none", ISSUER.unsigned(), false),
                Arguments.of("HS256 by the public key", ISSUER.hmacWithPublicKey(), false),
                Arguments.of(
                        "HS256 by a secret that nobody has set", ISSUER.hmac("hs256", SECRET.getBytes(UTF_8)), false),
                Arguments.of("HS256 by an empty kid", ISSUER.hmac("", SECRET.getBytes(UTF_8)), false),
                Arguments.of("RS384 by the key for RS256", ISSUER.ofAlgorithm("RS384"), false),
                Arguments.of("RS512 by the key for RS256", ISSUER.ofAlgorithm("RS512"), false),
                Arguments.of("PS256 by the key for RS256", ISSUER.ofAlgorithm("PS256"), false),
                Arguments.of("PS512 by the key for RS256", ISSUER.ofAlgorithm("PS512"), false),
                Arguments.of("another key of the same id", ISSUER.forged(), false),
                Arguments.of("an unknown key", ISSUER.ofUnknownKey(), false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("algorithms")
    void theKeySaysWithWhichAlgorithm(String name, String token, boolean good) {
        assertThat(verification.accepts(token)).isEqualTo(good);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256", "EdDSA"})
    void headersCanNotChooseAnAlgorithm(String claimed) {
        for (String token : List.of(ISSUER.user(), ISSUER.es256(), ISSUER.edDsa())) {
            String header = new String(Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), UTF_8);
            String changed = header.replaceFirst("\"alg\":\"[^\"]+\"", "\"alg\":\"" + claimed + "\"");

            assertThat(verification.accepts(withHeader(token, changed))).isEqualTo(changed.equals(header));
        }
    }

    @Test
    void aSharedSecretIsForThoseWhoHaveChosenIt() {
        var settings = new Verification.Settings(TokenIssuer.ISSUER, "HS256", Optional.of(SECRET));
        Verification shared = new Verification(
                settings, id -> Uni.createFrom().item(Verification.issuersKeys().find(id)));

        assertThat(shared.accepts(ISSUER.hmac("hs256", SECRET.getBytes(UTF_8)))).isTrue();
        assertThat(shared.accepts(ISSUER.hmac("hs256", (SECRET + "!").getBytes(UTF_8))))
                .isFalse();
        assertThat(shared.accepts(ISSUER.hmac("testkit", SECRET.getBytes(UTF_8))))
                .isFalse();
        assertThat(shared.accepts(ISSUER.hmacWithPublicKey())).isFalse();
        // Tokens from before the change
        assertThat(shared.accepts(ISSUER.user())).isTrue();
    }

    static Stream<String> requiredClaims() {
        return Stream.of("iss", "aud", "sub", "exp", "iat", "jti", "sid", "client_id", "upn", "groups");
    }

    @ParameterizedTest
    @MethodSource("requiredClaims")
    void everyClaimIsNeeded(String claim) {
        assertThat(verification.accepts(ISSUER.without(claim))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("requiredClaims")
    void everyClaimIsOfItsType(String claim) {
        for (Object wrong :
                List.of(Map.of("a", "b"), true, "", " ", -1, 1.5, List.of(List.of("user")), "x".repeat(300))) {
            assertThat(verification.refusal(ISSUER.user(claims -> claims.setClaim(claim, wrong))))
                    .as("%s: %s", claim, wrong)
                    .isNotNull();
        }
    }

    static Stream<Arguments> badClaims() {
        return Stream.of(
                bad("another issuer", claims -> claims.setIssuer("http://localhost:8001")),
                bad("an issuer with a slash", claims -> claims.setIssuer(TokenIssuer.ISSUER + "/")),
                bad("another audience", claims -> claims.setAudience("elsewhere")),
                bad("no audience", claims -> claims.setAudience(List.of())),
                bad("two roles", claims -> claims.setStringListClaim("groups", "user", "admin")),
                bad("a role twice", claims -> claims.setStringListClaim("groups", "user", "user")),
                bad("no role", claims -> claims.setStringListClaim("groups")),
                bad("an unknown role", claims -> claims.setStringListClaim("groups", "root")),
                bad("a role in capitals", claims -> claims.setStringListClaim("groups", "ADMIN")),
                bad("a role that is contradicted", claims -> claims.setStringClaim("role", "admin")),
                bad("a user without an id", claims -> claims.setSubject("ada")),
                bad("a user's id in another form", claims -> claims.setSubject("1-1-1-1-1")),
                bad("a session's id in another form", claims -> claims.setStringClaim("sid", "1-1-1-1-1")),
                bad("scopes in a list", claims -> claims.setStringListClaim("scope", "tasks:read")),
                bad("task types in a text", claims -> claims.setStringClaim("task_types", "*")),
                bad("too long a life", claims -> claims.setExpirationTimeMinutesInTheFuture(25 * 60)),
                bad("an expiry beyond all times", claims -> claims.setClaim("exp", Long.MAX_VALUE)),
                bad("a time that is no time", claims -> claims.setClaim("nbf", "soon")));
    }

    private static Arguments bad(String name, Consumer<JwtClaims> change) {
        return Arguments.of(name, ISSUER.user(change));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badClaims")
    void whatATokenMayNotSay(String name, String token) {
        assertThat(verification.accepts(token)).isFalse();
    }

    @Test
    void oneOfSeveralAudiencesIsUs() {
        assertThat(verification.accepts(ISSUER.user(claims -> claims.setAudience("elsewhere", "ymera"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "AT+JWT", "at+jwt ", "application/at+jwt", ""})
    void anotherTypeIsNoAccessToken(String type) {
        assertThat(verification.accepts(ISSUER.ofType(type))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"crit", "b64", "jku", "jwk", "x5u", "x5c", "zip", "enc"})
    void headersThatBringSomethingAreRefused(String name) {
        String header = "{\"alg\":\"RS256\",\"kid\":\"testkit\",\"typ\":\"at+jwt\",\"%s\":\"http://127.0.0.1:9/\"}"
                .formatted(name);

        assertThat(verification.refusal(withHeader(ISSUER.user(), header))).isEqualTo("The header has " + name);
    }

    @Test
    void headersThatMeanNothingAreIgnored() {
        assertThat(verification.accepts(ISSUER.withHeader("x-anything", "else")))
                .isTrue();
    }

    /** Seconds from now, with a skew of five. */
    @ParameterizedTest
    @CsvSource({
        "exp, -6, false", "exp, -5, false", "exp, -4, true", "exp, 0, true",
        "nbf, 6, false", "nbf, 5, true", "nbf, 0, true", "nbf, -100, true",
        "iat, 6, false", "iat, 5, true", "iat, 0, true", "iat, -1000, true"
    })
    void clocksMayDifferBySeconds(String claim, long seconds, boolean good) {
        long time = verification.clock.instant().getEpochSecond() + seconds;

        String token = ISSUER.user(claims -> claims.setClaim(claim, time));

        assertThat(verification.accepts(token)).isEqualTo(good);
    }

    @Test
    void aTokenExpiresWhileItIsKnown() {
        long now = verification.clock.instant().getEpochSecond();
        String token = ISSUER.user(claims -> claims.setExpirationTime(NumericDate.fromSeconds(now + 10)));

        assertThat(verification.accepts(token)).isTrue();
        verification.clock.advance(Duration.ofSeconds(14));
        assertThat(verification.accepts(token)).isTrue();
        verification.clock.advance(Duration.ofSeconds(1));
        assertThat(verification.accepts(token)).isFalse();
    }

    @Test
    void aTokenIsRefusedFromTheMomentItsSessionHasEnded() {
        String token = ISSUER.user();
        verification.verify(token);
        verification.verify(token);

        verification.revoke(TokenIssuer.grantId(token));

        assertThat(verification.metrics.counter("ymera.tokens.recognised").count())
                .isEqualTo(1);
        assertThat(verification.refusal(token)).isEqualTo("Its session has ended");
        assertThat(verification.accepts(ISSUER.user())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "a.b.c",
                "e30.e30.e30",
                "eyJhbGciOiJSUzI1NiJ9..",
                "\u0000",
                "\ud83d\ude00.\ud83d\ude00.\ud83d\ude00",
                "ymk_key",
                "null",
                "eyJhbGciOiJub25lIn0.e30."
            })
    void garbage(String token) {
        assertThat(verification.accepts(token)).isFalse();
    }

    static Stream<String> unreasonableJson() {
        return Stream.of(
                "[".repeat(2_000),
                "[".repeat(2_000) + "]".repeat(2_000),
                "{\"a\":".repeat(500) + "1" + "}".repeat(500),
                "{\"exp\":1" + "0".repeat(3_000) + "}",
                "{\"exp\":1e99999999}",
                "{\"exp\":-1.7976931348623157e+309}",
                "{\"alg\":\"RS256\",\"alg\":\"RS256\",\"kid\":\"testkit\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"RS256\",\"kid\":\"testkit\",\"typ\":\"at+jwt\"} {}",
                "{\"alg\":\"RS256\",\"kid\":\"testkit\",\"typ\":\"at+jwt\",}",
                "{'alg':'RS256'}",
                "{\"alg\":[],\"kid\":{},\"typ\":1}",
                "{\"alg\":null,\"kid\":null,\"typ\":null}",
                "{\"" + "k".repeat(3_000) + "\":1}",
                "\ufeff{}",
                "NaN",
                "1",
                "\"at+jwt\"",
                "null",
                "[]");
    }

    @ParameterizedTest
    @MethodSource("unreasonableJson")
    void unreasonableJsonIsRefusedInEveryPart(String json) {
        String[] parts = ISSUER.user().split("\\.", -1);

        assertThat(verification.accepts(encoded(json) + "." + parts[1] + "." + parts[2]))
                .isFalse();
        assertThat(verification.accepts(parts[0] + "." + encoded(json) + "." + parts[2]))
                .isFalse();
    }

    @Test
    void aTokenHasOneForm() {
        String token = ISSUER.user();
        char last = token.charAt(token.length() - 1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        // 256 bytes leave four bits of the last character unused
        String twin = token.substring(0, token.length() - 1) + alphabet.charAt(alphabet.indexOf(last) ^ 1);

        assertThat(verification.accepts(token)).isTrue();
        for (String other :
                List.of(twin, token + "=", token + "==", " " + token, token + "\n", token + ".", "." + token)) {
            assertThat(verification.accepts(other)).as(other).isFalse();
        }
    }

    @Test
    void aLongTokenIsNotEvenRead() {
        String token = ISSUER.user(claims -> claims.setStringClaim("more", "x".repeat(8_000)));

        assertThat(verification.refusal(token)).isEqualTo("The token has more than 8192 characters");
    }

    @Test
    void withoutKeysNothingCanBeSaid() {
        ApiException away = new ApiException(ErrorCode.UNAVAILABLE, "away");
        Verification blind =
                new Verification(Verification.RS256, id -> Uni.createFrom().failure(away));

        assertThatThrownBy(() -> blind.verify(ISSUER.user())).isSameAs(away);
        // What is bad in itself needs no key
        assertThat(blind.accepts(ISSUER.expired())).isFalse();
    }

    private static String withHeader(String token, String header) {
        return encoded(header) + token.substring(token.indexOf('.'));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
