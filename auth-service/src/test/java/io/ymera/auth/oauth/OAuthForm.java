package io.ymera.auth.oauth;

import static io.restassured.RestAssured.given;
import static io.ymera.auth.AuthFilesResource.CLIENT_ID;
import static io.ymera.auth.AuthFilesResource.CLIENT_SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.util.Base64;

/** Requests to the OAuth endpoints, and what they refuse with. */
final class OAuthForm {

    private OAuthForm() {}

    static RequestSpecification basic(String id, String secret) {
        String pair = URLEncoder.encode(id, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
        return given().header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }

    /** By the client of the operator's file. */
    static RequestSpecification byClient() {
        return basic(CLIENT_ID, CLIENT_SECRET);
    }

    static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    static String clientToken() {
        return byClient()
                .formParam("grant_type", "client_credentials")
                .post("/auth/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    static Response introspect(RequestSpecification caller, String token) {
        return caller.formParam("token", token).post("/auth/introspect");
    }

    static Response revoke(String token) {
        return given().formParam("token", token).post("/auth/revoke");
    }

    static void assertInactive(String token) {
        Response response = introspect(byClient(), token);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.asString()).isEqualTo("{\"active\":false}");
    }

    static void assertError(Response response, int status, String error) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        response.then()
                .contentType(ContentType.JSON)
                .header("Cache-Control", equalTo("no-store"))
                .body("error", equalTo(error));
        assertThat(response.path("error_description").toString()).isNotBlank();
    }
}
