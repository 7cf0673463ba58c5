package io.ymera.auth;

import static io.ymera.auth.People.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ymera.auth.session.SessionTokens;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever knows the id of something that is somebody else's gets nowhere with it. */
@QuarkusTest
class ForeignIdsResourceTest {

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    People people;

    @ParameterizedTest
    @CsvSource({
        "GET, /users/{user}",
        "PATCH, /users/{user}",
        "DELETE, /users/{user}",
        "DELETE, /users/{user}/totp",
        "GET, /clients/examination-agent",
        "PATCH, /clients/examination-agent",
        "DELETE, /clients/examination-agent",
        "POST, /clients/examination-agent/secret",
    })
    void administratorsRoutesAreShut(String method, String route) {
        Ada ada = Ada.registered();
        Ada mallory = Ada.registered();
        String before = people.column(ada, "users");
        String path = route.replace("{user}", people.id(ada).toString());

        bearer(mallory.token())
                .body("{\"role\": \"admin\"}")
                .request(method, path)
                .then()
                .statusCode(403);
        bearer(People.serviceToken())
                .body("{\"role\": \"admin\"}")
                .request(method, path)
                .then()
                .statusCode(403);
        // Nor are they open for one's own id
        bearer(ada.token())
                .body("{\"role\": \"admin\"}")
                .request(method, path)
                .then()
                .statusCode(403);

        assertThat(people.column(ada, "users")).isEqualTo(before);
    }

    @Test
    void anothersSessionIsNotThere() {
        Ada ada = Ada.registered();
        SessionTokens session = people.session(ada);
        String path = "/users/me/sessions/" + session.sessionId();

        bearer(Ada.registered().token()).delete(path).then().statusCode(404);
        bearer(people.administrator().token()).delete(path).then().statusCode(404);
        bearer(People.serviceToken()).delete(path).then().statusCode(403);

        assertThat(People.goesOn(session)).isTrue();
    }

    @Test
    void anothersApiKeyIsNotThere() {
        Response key = People.apiKey(Ada.registered().token());
        String path = "/users/me/api-keys/" + key.path("id");
        String mallory = Ada.registered().token();

        bearer(mallory).delete(path).then().statusCode(404);
        bearer(people.administrator().token()).delete(path).then().statusCode(404);
        bearer(People.serviceToken()).delete(path).then().statusCode(403);
        bearer(mallory).get("/users/me/api-keys").then().body("items", empty());

        assertThat(People.isGood(key.path("key"))).isTrue();
    }

    /** The ids of sessions, keys and users are alike, and none of them opens the door of another. */
    @Test
    void anIdOfOneKindIsNoneOfAnother() {
        Ada ada = Ada.registered();
        String token = ada.token();
        SessionTokens session = people.session(ada);
        String key = People.apiKey(token).path("id");

        bearer(token).delete("/users/me/api-keys/" + session.sessionId()).then().statusCode(404);
        bearer(token).delete("/users/me/sessions/" + key).then().statusCode(404);
        bearer(token).delete("/users/me/sessions/" + people.id(ada)).then().statusCode(404);

        assertThat(People.goesOn(session)).isTrue();
    }
}
