package io.ymera.web.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.ymera.contracts.problem.Problem;
import io.ymera.testkit.TokenIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemResourceTest {

    @Test
    void writesSnakeCaseJson() {
        Response response =
                post("/probe", "{\"some_name\": \"n\", \"count\": 1, \"file_parts\": [{\"file_name\": \"a\"}]}");

        response.then().statusCode(200).body("some_name", equalTo("n")).body("file_parts[0].file_name", equalTo("a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "nope",
                "{\"some_name\": \"a\",}",
                "{\"count\":1,\"count\":2}",
                "{\"some_name\":\"a\",\"count\":1} trailing",
                "{\"some_name\":\"a\",}",
                "{\"some_name\":\"a\",\"file_parts\":[{]}"
            })
    void malformedJsonIs400WithAPlace(String body) {
        Response response = post("/probe", body);

        assertProblem(response, 400, "malformed_request");
        assertThat(response.path("detail").toString()).contains("line 1, column");
    }

    @Test
    void deepNestingIs400() {
        Response response = post("/probe", "{\"unknown\":" + "[".repeat(100_000));

        assertProblem(response, 400, "malformed_request");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"some_name":"n","count":"x"}                                    | /count                  | must be a number in range
            {"some_name":"n","count":99999999999}                            | /count                  | must be a number in range
            {"some_name":"n","count":null}                                   | /count                  | must be a number in range
            {"some_name":"n","count":1,"colour":"blue"}                      | /colour                 | must be one of RED, GREEN
            {"some_name":"n","count":1,"at":"yesterday"}                     | /at                     | must be an RFC 3339 time
            {"some_name":{},"count":1}                                       | /some_name              | must be a string
            {"some_name":"n","count":1,"file_parts":{}}                      | /file_parts             | must be an array
            {"some_name":"n","count":1,"file_parts":[{"file_name":" "}]}      | /file_parts/0/file_name | must not be blank
            {"some_name":"n","count":1,"file_parts":[{"file_name":"forbidden"}]} | /file_parts/0       | file_name must not be forbidden
            {"some_name":" ","count":1}                                      | /some_name              | must not be blank
            []                                                               | ``                      | must be an object
            "text"                                                           | ``                      | must be an object
            null                                                             | ``                      | body: must not be null
            """)
    void jsonThatDoesNotFitIs422WithAPointer(String body, String pointer, String message) {
        Response response = post("/probe", body);

        assertProblem(response, 422, "validation_failed");
        response.then().body("errors[0].pointer", equalTo(pointer)).body("errors[0].message", equalTo(message));
    }

    @Test
    void aMissingBodyIs422() {
        Response response = given().contentType(ContentType.JSON).post("/probe");

        assertProblem(response, 422, "validation_failed");
    }

    @Test
    void aParameterIsNamedInTheMessage() {
        Response response = given().get("/probe/limit?limit=101");

        assertProblem(response, 422, "validation_failed");
        response.then().body("errors[0].message", equalTo("limit: must be less than or equal to 100"));
    }

    @Test
    void anUnknownMemberIsIgnoredUnlessTheTypeKnowsNoOther() {
        post("/probe", "{\"some_name\": \"a\", \"count\": 1, \"more\": {}}")
                .then()
                .statusCode(200);
        post("/probe/strict", "{\"some_name\": \"a\"}").then().statusCode(200);

        Response response = post("/probe/strict", "{\"file_parts\": [{}, {\"a/b\": [1, {}], \"some_name\": \"a\"}]}");

        response.then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/file_parts/1/a~1b"))
                .body("errors[0].message", equalTo("is not known here; known are file_parts, some_name"));
    }

    @Test
    void anUnknownPathIs404() {
        assertProblem(given().get("/nowhere"), 404, "not_found");
    }

    @Test
    void anUnknownPathBelowAResourceIs404() {
        assertProblem(given().get("/probe/nowhere"), 404, "not_found");
    }

    @Test
    void anIdThatIsNoUuidIs404() {
        assertProblem(given().get("/probe/items/1"), 404, "not_found");
    }

    @Test
    void anotherMethodIs405() {
        Response response = given().delete("/probe");

        assertProblem(response, 405, "method_not_allowed");
    }

    @Test
    void anotherMediaTypeIs415() {
        Response response = given().contentType(ContentType.XML).body("<a/>").post("/probe");

        assertProblem(response, 415, "unsupported_media_type");
    }

    @Test
    void anAnswerNobodyHasIs406() {
        Response response = given().accept("image/png")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/probe");

        assertProblem(response, 406, "not_acceptable");
    }

    @Test
    void aBugShowsNoInternals() {
        Response response = given().get("/probe/bug");

        assertProblem(response, 500, "internal_error");
        assertThat(response.asString()).doesNotContain("jdbc", "IllegalState", "io.ymera");
    }

    @Test
    void anApiExceptionDecidesTheStatus() {
        Response response = given().get("/probe/api-exception");

        assertProblem(response, 409, "conflict");
        response.then().body("detail", equalTo("The name is taken.")).body("instance", equalTo("/probe/api-exception"));
    }

    @Test
    void overloadSaysWhenToTryAgain() {
        Response response = given().get("/probe/overloaded");

        assertProblem(response, 503, "overloaded");
        assertThat(response.header("Retry-After")).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "1000, 1", "1001, 2", "59999, 60"})
    void anApiExceptionMaySayWhenToTryAgain(long millis, String seconds) {
        Response response = given().get("/probe/later/" + millis);

        assertProblem(response, 429, "too_many_requests");
        assertThat(response.headers().getValues("Retry-After")).containsExactly(seconds);
    }

    @Test
    void noTokenIs401WithAChallenge() {
        Response response = given().get("/probe/me");

        assertProblem(response, 401, "unauthenticated");
        assertThat(response.headers().getValues("WWW-Authenticate")).containsExactly("Bearer realm=\"ymera\"");
    }

    @Test
    void aTokenThatCannotBeCheckedIs503() {
        // Given no auth-service listens at AUTH_SERVICE_URL
        String token = TokenIssuer.shared().user();

        Response response = given().header("Authorization", "Bearer " + token).get("/probe/me");

        assertProblem(response, 503, "unavailable");
    }

    @Test
    void anEndpointThatSaysNothingIsClosed() {
        assertProblem(given().get("/probe/forgotten"), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe", "/probe/blocking", "/nowhere"})
    void anAnnouncedOversizedBodyIs413(String path) {
        Response response = post(path, new byte[11 * 1024 * 1024]);

        assertProblem(response, 413, "body_too_large");
    }

    @Test
    void aGivenTraceIdIsKept() {
        String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";

        Response response = given().header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
                .get("/probe/bug");

        response.then().body("trace_id", equalTo(traceId));
    }

    @Test
    void healthAndMetricsAreWhereOperatorsLook() {
        given().get("/health").then().statusCode(200);
        given().get("/health/live").then().statusCode(200);
        given().get("/health/ready").then().statusCode(200);
        given().get("/metrics").then().statusCode(200);
    }

    private static Response post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }

    private static Response post(String path, byte[] body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }

    private static void assertProblem(Response response, int status, String code) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo(Problem.MEDIA_TYPE);
        response.then()
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", equalTo("urn:ymera:problem:" + code))
                .body("trace_id", matchesPattern("[0-9a-f]{32}"));
    }
}
