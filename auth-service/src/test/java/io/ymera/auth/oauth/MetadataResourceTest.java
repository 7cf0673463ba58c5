package io.ymera.auth.oauth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetadataResourceTest {

    @Test
    void saysWhereThingsAreAsSeenFromOutside() {
        Response response = given().get("/.well-known/oauth-authorization-server");

        response.then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .header("Cache-Control", containsString("max-age=3600"))
                .body("issuer", equalTo("http://localhost:8000"))
                .body("jwks_uri", equalTo("http://localhost:8000/.well-known/jwks.json"))
                .body("token_endpoint", equalTo("http://localhost:8000/api/v1/auth/token"))
                .body("introspection_endpoint", equalTo("http://localhost:8000/api/v1/auth/introspect"))
                .body("revocation_endpoint", equalTo("http://localhost:8000/api/v1/auth/revoke"))
                .body("grant_types_supported", hasItems("client_credentials", "refresh_token"))
                .body("response_types_supported", equalTo(List.of()));
    }

    @Test
    void promisesNothingThatThereIsNot() {
        Response response = given().get("/.well-known/oauth-authorization-server");

        assertThat(response.asString())
                .doesNotContain("authorization_endpoint", "code_challenge", "registration_endpoint", "userinfo");
        for (String grant : response.jsonPath().getList("grant_types_supported", String.class)) {
            Response asked = given().formParam("grant_type", grant).post("/auth/token");
            assertThat(asked.<String>path("error")).as(grant).isNotEqualTo("unsupported_grant_type");
        }
    }
}
