package io.ymera.gateway.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ymera.testkit.TokenIssuer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class TokenResourceTest {

    private static final TokenIssuer ISSUER = TokenIssuer.shared();

    @Test
    void noToken() {
        assertRefused(given().get("/api/v1/tasks"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void aBadToken(String name, String token) {
        Response response = given().header("Authorization", "Bearer " + token).get("/api/v1/tasks");

        assertRefused(response);
    }

    static Stream<Arguments> badTokens() {
        String good = ISSUER.user();
        return Stream.of(
                Arguments.of("garbage", "garbage"),
                Arguments.of("empty parts", ".."),
                Arguments.of("expired", ISSUER.expired()),
                Arguments.of("forged", ISSUER.forged()),
                Arguments.of("alg none", ISSUER.unsigned()),
                Arguments.of("HS256 with the public key", ISSUER.hmacWithPublicKey()),
                Arguments.of("another issuer", ISSUER.ofIssuer("mallory")),
                Arguments.of("another audience", ISSUER.forAudience("elsewhere")),
                Arguments.of("cut signature", good.substring(0, good.length() - 10)),
                Arguments.of("no signature", good.substring(0, good.lastIndexOf('.') + 1)));
    }

    @ParameterizedTest
    @CsvSource({"Basic YTpi", "bearer", "Bearer", "''"})
    void anotherScheme(String header) {
        Response response = given().header("Authorization", header).get("/api/v1/tasks");

        assertRefused(response);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /tasks, 201, 201, 403",
        "GET, /capabilities, 201, 201, 403",
        "GET, /agents, 403, 201, 201",
        "GET, /agents/7, 403, 201, 201",
        "POST, /agents, 403, 403, 201",
        "POST, /agents/7/heartbeat, 403, 403, 201",
        "POST, /agents/7/leases, 403, 403, 201",
        "PATCH, /agents/7, 403, 201, 201",
        "DELETE, /agents/7, 403, 201, 201"
    })
    void rolesMayWhatTheTableSays(String method, String path, int user, int admin, int service) {
        int asUser = given().auth().oauth2(ISSUER.user()).request(method, path).statusCode();
        int asAdmin =
                given().auth().oauth2(ISSUER.admin()).request(method, path).statusCode();

        int asService = given().auth()
                .oauth2(ISSUER.service("agent"))
                .request(method, path)
                .statusCode();

        assertThat(new int[] {asUser, asAdmin, asService}).containsExactly(user, admin, service);
    }

    @Test
    void aRoleThatIsNotEnoughIsToldSo() {
        Response response = given().auth().oauth2(ISSUER.user()).get("/agents");

        response.then().statusCode(403).contentType("application/problem+json").body("code", equalTo("forbidden"));
    }

    private static void assertRefused(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(401);
        response.then().contentType("application/problem+json").body("code", equalTo("unauthenticated"));
        assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
    }
}
