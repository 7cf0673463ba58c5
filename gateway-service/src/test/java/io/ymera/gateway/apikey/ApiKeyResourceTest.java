package io.ymera.gateway.apikey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ymera.testkit.TestApiKey;
import io.ymera.testkit.TokenIssuer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ApiKeyResourceTest {

    private final TestApiKey key = TestApiKey.create("tasks:write capabilities:read users:read");

    @Test
    void inItsPlaceATokenGoesOn() {
        for (Response response : List.of(
                given().header("Authorization", "Bearer " + key.text()).get("/tasks"),
                given().header("authorization", "bearer " + key.text()).get("/api/v1/tasks"),
                given().header("X-API-Key", key.text()).get("/tasks"))) {
            response.then()
                    .statusCode(201)
                    .body("headers.authorization", startsWith("Bearer eyJ"))
                    .body("headers.authorization", not(containsString("ymk_")))
                    .body("headers.x-api-key", nullValue());
        }
    }

    @Test
    void itIsExchangedOnceByHoweverManyItIsSent() {
        IntStream.range(0, 50).parallel().forEach(i -> given().header("X-API-Key", key.text())
                .get("/tasks")
                .then()
                .statusCode(201));

        assertThat(key.exchanges()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /tasks/7, 201",
        "POST, /tasks, 201",
        "GET, /capabilities, 201",
        "POST, /api/v1/tasks/7/cancel, 201",
        "GET, /schedules, 403",
        "POST, /workflows, 403",
        "POST, /users/me/api-keys, 403",
        "GET, /users/me/sessions, 403",
        "PUT, /users/me/password, 403",
        "PUT, /users/me, 403",
        "DELETE, /users/me/totp, 403"
    })
    void itReachesWhatItsScopesSay(String method, String path, int status) {
        given().header("X-API-Key", key.text()).request(method, path).then().statusCode(status);
    }

    @Test
    void aMissingScopeIsNamed() {
        given().header("X-API-Key", key.text())
                .get("/schedules")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"))
                .body("detail", containsString("schedules:read"))
                .header(
                        "WWW-Authenticate",
                        equalTo("Bearer realm=\"ymera\", error=\"insufficient_scope\", scope=\"schedules:read\""));
    }

    @Test
    void itIsGoodUntilItIsRevoked() {
        assertThat(ask(key).statusCode()).isEqualTo(201);

        key.revoke();

        // The revocation is on its way
        while (ask(key).statusCode() == 201) {
            Thread.onSpinWait();
        }
        assertRefused(ask(key));
        // Once for the token, once more to hear that there is no other, and no more after that
        assertThat(key.exchanges()).isEqualTo(2);
    }

    @Test
    void aTokenThatIsNotGoodAnyMoreIsReplaced() {
        TestApiKey withdrawn = TestApiKey.create("tasks:read", 1);

        assertThat(ask(withdrawn).statusCode()).isEqualTo(201);
        assertThat(ask(withdrawn).statusCode()).isEqualTo(201);
        assertThat(withdrawn.exchanges()).isEqualTo(2);
    }

    @Test
    void aKeyThatNoGoodTokenComesOfIsRefused() {
        TestApiKey useless = TestApiKey.create("tasks:read", 2);

        assertRefused(ask(useless));
        assertThat(useless.exchanges()).isEqualTo(2);
    }

    @Test
    void aRefusalIsRememberedForAWhile() {
        key.revoke();

        for (int i = 0; i < 20; i++) {
            assertRefused(ask(key));
        }
        assertThat(key.exchanges()).isLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ymk_",
                "ymk_short",
                "ymk_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "ymk_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&grant_type=client_credentials",
                "ymk_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/../..",
                "YMK_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "x",
                ""
            })
    void whatIsNoKeyIsRefused(String text) {
        assertRefused(given().header("X-API-Key", text).get("/tasks"));
        assertRefused(given().header("Authorization", "Bearer " + text).get("/tasks"));
    }

    @Test
    void aLongTextIsNoKey() {
        assertRefused(given().header("X-API-Key", "ymk_" + "a".repeat(10_000)).get("/tasks"));
    }

    @Test
    void aTokenIsNoKey() {
        assertRefused(given().header("X-API-Key", TokenIssuer.shared().user()).get("/tasks"));
    }

    @Test
    void twoAnswersToWhoItIsAreRefused() {
        String token = TokenIssuer.shared().user();

        assertRefused(given().header("X-API-Key", key.text())
                .header("Authorization", "Bearer " + token)
                .get("/tasks"));
        assertRefused(given().header("X-API-Key", key.text())
                .header("Authorization", "Bearer " + key.text())
                .get("/tasks"));
        assertRefused(given().header(
                        "X-API-Key", key.text(), TestApiKey.create("tasks:read").text())
                .get("/tasks"));
        assertRefused(given().header("Authorization", "Bearer " + key.text(), "Bearer " + token)
                .get("/tasks"));
    }

    private static Response ask(TestApiKey key) {
        return given().header("X-API-Key", key.text()).get("/tasks");
    }

    private static void assertRefused(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(401);
        response.then().contentType("application/problem+json").body("code", equalTo("unauthenticated"));
        assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
    }
}
