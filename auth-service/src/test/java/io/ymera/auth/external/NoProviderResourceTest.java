package io.ymera.auth.external;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.ymera.auth.Ada;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a provider there is nothing to sign in through, and nothing breaks. */
@QuarkusTest
class NoProviderResourceTest {

    @Test
    void thereIsNone() {
        given().get("/auth/external").then().statusCode(200).body("providers", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/external/login", "/auth/external/callback?state=s&code=c"})
    void thereIsNothingToSignInThrough(String path) {
        given().redirects().follow(false).get(path).then().statusCode(404).body("code", equalTo("not_found"));
    }

    @Test
    void thereIsNothingToLinkOrCollect() {
        Ada ada = Ada.registered();
        given().auth()
                .oauth2(ada.token())
                .contentType(ContentType.JSON)
                .body(Map.of("password", ada.password()))
                .post("/users/me/external")
                .then()
                .statusCode(404);
        given().post("/auth/external/tokens").then().statusCode(404);
    }
}
