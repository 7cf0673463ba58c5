package io.ymera.auth.key;

import static io.restassured.RestAssured.given;
import static io.ymera.auth.AuthFilesResource.CLIENT_ID;
import static io.ymera.auth.AuthFilesResource.CLIENT_SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.ymera.auth.Ada;
import io.ymera.auth.token.Grant;
import io.ymera.auth.token.TokenService;
import io.ymera.contracts.identity.Role;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus sets them
class KeyResourceTest {

    @Inject
    TokenService tokens;

    @Inject
    Pool database;

    @Test
    void listsWhatThereIsAndNothingPrivate() {
        Response response = admin().get("/keys");

        response.then()
                .statusCode(200)
                .body("items[0].status", equalTo("next"))
                .body("items[1].status", equalTo("active"))
                .body("items[1].algorithm", equalTo("RS256"))
                .body("items[1].created_at", notNullValue())
                .body("items[1].activated_at", notNullValue());
        assertThat(response.jsonPath().getMap("items[1]"))
                .containsOnlyKeys("kid", "algorithm", "status", "created_at", "activated_at");
    }

    @Test
    void rotatesAndOldTokensGoOn() {
        publishNext();
        String old = Ada.registered().token();

        Response response = admin().contentType(ContentType.JSON).body("{}").post("/keys/rotate");

        response.then()
                .statusCode(200)
                .body("items.size()", greaterThan(2))
                .body("items[1].status", equalTo("active"))
                .body("items[2].status", equalTo("retired"))
                .body("items[2].kid", equalTo(Jws.kid(old)))
                .body("items[2].expires_at", notNullValue());
        me(old).then().statusCode(200);
        String fresh = Ada.registered().token();
        assertThat(Jws.kid(fresh)).isEqualTo(response.path("items[1].kid"));
        me(fresh).then().statusCode(200);
        assertThat(Jws.verifies(Jws.set(given().get("/.well-known/jwks.json").asString()), old))
                .isTrue();
    }

    @Test
    void aRotationRightAfterAnotherHasToWait() {
        publishNext();
        admin().post("/keys/rotate").then().statusCode(200);

        Response response = admin().post("/keys/rotate");

        response.then().statusCode(409).body("code", equalTo("conflict")).header("Retry-After", notNullValue());
        assertThat(response.<String>path("detail")).contains("it can sign from 20");
    }

    @Test
    void withoutABodyItIsNotCompromised() {
        publishNext();
        String old = Ada.registered().token();

        admin().post("/keys/rotate").then().statusCode(200);

        me(old).then().statusCode(200);
    }

    @Test
    void aCompromisedKeysTokensStopAtOnce() {
        String old = Ada.registered().token();

        admin().contentType(ContentType.JSON)
                .body("{\"compromised\": true}")
                .post("/keys/rotate")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2));

        me(old).then().statusCode(401);
        me(Ada.registered().token()).then().statusCode(200);
        assertThat(given().get("/.well-known/jwks.json").asString()).doesNotContain(Jws.kid(old));
    }

    @Test
    void noRequestFailsWhileKeysRotate() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger good = new AtomicInteger();
        Queue<String> bad = new ConcurrentLinkedQueue<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(3)) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < 3; client++) {
                running.add(clients.submit(() -> {
                    while (!enough.get()) {
                        String token = clientToken();
                        Response found = given().formParam("client_id", CLIENT_ID)
                                .formParam("client_secret", CLIENT_SECRET)
                                .formParam("token", token)
                                .post("/auth/introspect");
                        if (found.statusCode() == 200 && found.<Boolean>path("active")) {
                            good.incrementAndGet();
                        } else {
                            bad.add(found.asString());
                        }
                    }
                }));
            }
            try {
                for (int rotation = 0; rotation < 3; rotation++) {
                    publishNext();
                    admin().post("/keys/rotate").then().statusCode(200);
                    int before = good.get();
                    while (good.get() < before + 10 && bad.isEmpty()) {
                        Thread.onSpinWait();
                    }
                }
            } finally {
                enough.set(true);
            }
            for (Future<?> client : running) {
                client.get();
            }
        }

        assertThat(bad).isEmpty();
    }

    @Test
    void onlyForAdministrators() {
        String user = Ada.registered().token();

        given().get("/keys").then().statusCode(401);
        given().post("/keys/rotate").then().statusCode(401);
        for (String token : List.of(user, clientToken())) {
            given().auth().oauth2(token).get("/keys").then().statusCode(403);
            given().auth()
                    .oauth2(token)
                    .contentType(ContentType.JSON)
                    .body("{\"compromised\": true}")
                    .post("/keys/rotate")
                    .then()
                    .statusCode(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"compromised\": \"yes\"}",
                "{\"compromised\": null",
                "1",
                "{\"compromised\": []}",
                "{\"comprimised\": true}"
            })
    void aBodyThatIsNoRequest(String body) {
        Response response = admin().contentType(ContentType.JSON).body(body).post("/keys/rotate");

        assertThat(response.statusCode()).as(response.asString()).isIn(400, 422);
    }

    /** As if the next key had been made a while ago. */
    private void publishNext() {
        database.query("update signing_keys set created_at = created_at - interval '11 minutes' where status = 'next'")
                .executeAndAwait();
    }

    private RequestSpecification admin() {
        Grant grant = Grant.ofSession(UUID.randomUUID(), UUID.randomUUID(), "root", Role.ADMIN);
        return given().auth().oauth2(tokens.issue(grant).value());
    }

    private static String clientToken() {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", CLIENT_ID)
                .formParam("client_secret", CLIENT_SECRET)
                .post("/auth/token")
                .path("access_token");
    }

    private static Response me(String token) {
        return given().auth().oauth2(token).get("/users/me");
    }
}
