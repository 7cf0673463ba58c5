package io.ymera.auth.admin;

import static io.ymera.auth.People.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.auth.Ada;
import io.ymera.auth.People;
import io.ymera.auth.session.SessionTokens;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UserAdminResourceTest {

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    People people;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool database;

    private Ada admin = Ada.fresh();
    private String token = "";

    @BeforeEach
    void logIn() {
        admin = people.administrator();
        token = admin.token();
    }

    @Test
    void listsUsersTheNewestFirstAPageAtATime() {
        Ada first = Ada.registered();
        Ada second = Ada.registered();

        Response page = asked().queryParam("limit", 1).get("/users");
        Response next = asked().queryParam("limit", 1)
                .queryParam("cursor", page.<String>path("next_cursor"))
                .get("/users");

        page.then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].username", equalTo(second.username()))
                .body("items[0].is_active", equalTo(true))
                .body("items[0].role", equalTo("user"));
        next.then().body("items[0].username", equalTo(first.username()));
        assertThat(page.asString()).doesNotContain("argon2", "password");
    }

    @Test
    void findsByTheBeginningOfNameOrAddressInWhateverCase() {
        Ada ada = Ada.registered();

        for (String query : List.of(
                ada.username(),
                ada.username().toUpperCase(Locale.ROOT),
                ada.email().toLowerCase(Locale.ROOT))) {
            asked().queryParam("query", query)
                    .get("/users")
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].username", equalTo(ada.username()));
        }
        for (String query : List.of(ada.username().substring(1), "%", "_", "\\", "' or true --")) {
            asked().queryParam("query", query)
                    .get("/users")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
        }
    }

    @Test
    void filtersByRoleAndState() {
        Ada ada = Ada.registered();
        patch(ada, "{\"is_active\": false}").then().statusCode(200);

        asked().queryParam("is_active", "false")
                .get("/users")
                .then()
                .body("items.username", hasItem(ada.username()))
                .body("items.is_active", everyItem(equalTo(false)));
        asked().queryParam("role", "admin")
                .get("/users")
                .then()
                .body("items.username", hasItem(admin.username()))
                .body("items.username", not(hasItem(ada.username())))
                .body("items.role", everyItem(equalTo("admin")));
    }

    @ParameterizedTest
    @CsvSource({"role, service", "is_active, yes", "limit, 0", "cursor, 1"})
    void refusesAQueryThatItCannotRead(String parameter, String value) {
        asked().queryParam(parameter, value).get("/users").then().statusCode(422);
    }

    @Test
    void showsAUser() {
        Ada ada = Ada.registered();

        asked().get("/users/" + people.id(ada))
                .then()
                .statusCode(200)
                .body("username", equalTo(ada.username()))
                .body("email", equalTo(ada.email()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-7000-8000-000000000000", "1", "%00"})
    void whoIsNotThereIs404(String id) {
        asked().urlEncodingEnabled(false).get("/users/" + id).then().statusCode(404);
        asked().urlEncodingEnabled(false)
                .body("{\"role\": \"admin\"}")
                .patch("/users/" + id)
                .then()
                .statusCode(404);
        asked().urlEncodingEnabled(false).delete("/users/" + id).then().statusCode(404);
    }

    @Test
    void makesAnAdministratorAndTellsWhoDidIt() {
        Ada ada = Ada.registered();

        Response changed = patch(ada, "{\"role\": \"admin\"}");

        changed.then().statusCode(200).body("role", equalTo("admin")).body("is_active", equalTo(true));
        bearer(ada.token()).get("/users").then().statusCode(200);
        Row event = audited("user.changed", ada);
        assertThat(event.getString("actor")).isEqualTo(people.id(admin).toString());
        assertThat(event.getJsonObject("details").getMap()).isEqualTo(Map.of("role", "user -> admin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"role\": \"admin\"}", "{\"is_active\": false}"})
    void anotherRightEndsAllSessionsAndKeys(String patch) {
        Ada ada = Ada.registered();
        Response key = People.apiKey(ada.token());
        assertThat(People.isGood(key.path("key"))).isTrue();
        SessionTokens one = people.session(ada);
        SessionTokens two = people.session(ada);

        patch(ada, patch).then().statusCode(200);

        assertThat(People.goesOn(one)).isFalse();
        assertThat(People.goesOn(two)).isFalse();
        assertThat(People.isGood(key.path("key"))).isFalse();
        assertThat(revoked(one)).isTrue();
        assertThat(revoked(two)).isTrue();
        assertThat(revoked(UUID.fromString(key.path("id")))).isTrue();
        // Nor do they come back with the rights
        patch(ada, "{\"role\": \"user\", \"is_active\": true}").then().statusCode(200);
        assertThat(People.isGood(key.path("key"))).isFalse();
        assertThat(People.goesOn(one)).isFalse();
    }

    @Test
    void anotherNameEndsNothing() {
        Ada ada = Ada.registered();
        SessionTokens session = people.session(ada);

        patch(ada, "{\"full_name\": \"Ada\\nLovelace\"}").then().body("full_name", equalTo("Ada\nLovelace"));
        patch(ada, "{\"full_name\": null}").then().statusCode(200).body("full_name", nullValue());
        patch(ada, "{\"role\": \"user\", \"is_active\": true}").then().statusCode(200);
        patch(ada, "{}").then().statusCode(200).body("role", equalTo("user"));

        assertThat(People.goesOn(session)).isTrue();
    }

    @Test
    void aMergePatchMayCallItselfOne() {
        Ada ada = Ada.registered();

        asked().contentType("application/merge-patch+json")
                .body("{\"full_name\": \"Ada\"}")
                .patch("/users/" + people.id(ada))
                .then()
                .statusCode(200)
                .body("full_name", equalTo("Ada"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"role": "service"}                                    | /role
            {"role": null}                                         | /role
            {"role": ["admin"]}                                    | /role
            {"is_active": null}                                    | /is_active
            {"is_active": "perhaps"}                               | /is_active
            {"full_name": "a\\u0000"}                              | /full_name
            {"username": "root"}                                   | /username
            {"email": "root@example.org"}                          | /email
            {"password_hash": "x"}                                 | /password_hash
            {"user_id": "00000000-0000-7000-8000-000000000000"}    | /user_id
            {"created_at": "2000-01-01T00:00:00Z", "role": "admin"} | /created_at
            []                                                     | ``
            "admin"                                                | ``
            null                                                   | ``
            """)
    void refusesAPatchThatDoesNotFitAndChangesNothing(String patch, String pointer) {
        Ada ada = Ada.registered();

        Response answer = patch(ada, patch);

        answer.then().statusCode(422);
        if (!patch.equals("null")) {
            answer.then().body("errors[0].pointer", equalTo(pointer));
        }
        assertThat(people.column(ada, "role")).isEqualTo("user");
    }

    @Test
    void theOnlyAdministratorStaysOne() {
        Ada only = people.onlyAdministrator();
        Ada shut = people.administrator();
        database.preparedQuery("update users set is_active = false where username = $1")
                .executeAndAwait(Tuple.of(shut.username()));
        RequestSpecification itself = bearer(only.token());
        String path = "/users/" + people.id(only);

        itself.body("{\"role\": \"user\"}").patch(path).then().statusCode(409).body("code", equalTo("conflict"));
        itself.body("{\"is_active\": false}").patch(path).then().statusCode(409);
        itself.delete(path).then().statusCode(409);

        assertThat(people.column(only, "role || is_active")).isEqualTo("admintrue");
        // With another one it may go
        Ada another = people.administrator();
        itself.body("{\"role\": \"user\"}").patch(path).then().statusCode(200);
        assertThat(people.column(another, "role")).isEqualTo("admin");
    }

    @Test
    void ofTwoWhoTakeEachOthersRightsOneStays() throws Exception {
        for (int round = 0; round < 10; round++) {
            Ada one = people.onlyAdministrator();
            Ada two = people.administrator();
            String ofOne = one.token();
            String ofTwo = two.token();
            String body = round % 2 == 0 ? "{\"role\": \"user\"}" : "{\"is_active\": false}";

            List<Integer> answers = new ArrayList<>();
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                Future<Response> first =
                        both.submit(() -> bearer(ofOne).body(body).patch("/users/" + people.id(two)));
                Future<Response> second =
                        both.submit(() -> bearer(ofTwo).body(body).patch("/users/" + people.id(one)));
                answers.add(first.get().statusCode());
                answers.add(second.get().statusCode());
            }

            assertThat(answers).containsOnlyOnce(200);
            assertThat(database.query("select count(*) from users where role = 'admin' and is_active")
                            .executeAndAwait()
                            .iterator()
                            .next()
                            .getLong(0))
                    .isEqualTo(1);
        }
    }

    @Test
    void resetsASecondFactor() {
        Ada ada = Ada.registered();
        SessionTokens session = people.session(ada);
        Response key = People.apiKey(ada.token());
        secondFactor(ada, true);
        String path = "/users/" + people.id(ada) + "/totp";
        bearer(session.accessToken().value()).delete(path).then().statusCode(403);
        assertThat(People.goesOn(session)).isTrue();

        asked().delete(path).then().statusCode(204);

        ada.login().then().statusCode(200);
        assertThat(revoked(session)).isTrue();
        assertThat(People.isGood(key.path("key"))).isFalse();
        assertThat(revoked(UUID.fromString(key.path("id")))).isTrue();
        assertThat(audited("totp.disabled", ada).getString("actor"))
                .isEqualTo(people.id(admin).toString());
    }

    @Test
    void aTokenAloneDoesNotEndOnesOwnSecondFactor() {
        secondFactor(admin, true);
        String own = people.id(admin).toString();

        for (String id : List.of(own, own.toUpperCase(Locale.ROOT))) {
            asked().delete("/users/" + id + "/totp").then().statusCode(409).body("code", equalTo("conflict"));
        }

        asked().get("/users/me/totp").then().statusCode(200).body("active", equalTo(true));
        assertThat(isAudited("totp.disabled", admin)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whereThereIsNoSecondFactorNothingEnds(boolean begun) {
        Ada ada = Ada.registered();
        SessionTokens session = people.session(ada);
        Response key = People.apiKey(ada.token());
        if (begun) {
            secondFactor(ada, false);
        }

        asked().delete("/users/" + people.id(ada) + "/totp").then().statusCode(204);

        assertThat(People.goesOn(session)).isTrue();
        assertThat(People.isGood(key.path("key"))).isTrue();
        assertThat(isAudited("totp.disabled", ada)).isFalse();
    }

    @Test
    void aDeletedUserIsGoneAndTheLogStays() {
        Ada ada = Ada.registered();
        UUID id = people.id(ada);
        SessionTokens session = people.session(ada);
        Response key = People.apiKey(ada.token());

        asked().delete("/users/" + id).then().statusCode(204);

        assertThat(People.isGood(key.path("key"))).isFalse();
        assertThat(revoked(UUID.fromString(key.path("id")))).isTrue();

        assertThat(People.goesOn(session)).isFalse();
        assertThat(revoked(session)).isTrue();
        ada.login().then().statusCode(401);
        asked().get("/users/" + id).then().statusCode(404);
        asked().delete("/users/" + id).then().statusCode(404);
        asked().queryParam("actor", id.toString())
                .get("/audit")
                .then()
                .body("items.action", hasItem("user.registered"));
        asked().queryParam("target", id.toString())
                .get("/audit")
                .then()
                .body("items.action", hasItem("api_key.revoked"))
                .rootPath("items.find { it.action == 'user.deleted' }")
                .body("actor", equalTo(people.id(admin).toString()))
                .body("details.username", equalTo(ada.username()));
        // The name is free again
        ada.register().then().statusCode(201);
    }

    private RequestSpecification asked() {
        return bearer(token);
    }

    private Response patch(Ada ada, String body) {
        return asked().body(body).patch("/users/" + people.id(ada));
    }

    private void secondFactor(Ada ada, boolean confirmed) {
        database.preparedQuery("insert into totp (user_id, secret, created_at, confirmed_at)"
                        + " values ($1, $2, now(), case when $3 then now() end)")
                .executeAndAwait(Tuple.of(people.id(ada), Buffer.buffer("secret"), confirmed));
    }

    private boolean isAudited(String action, Ada target) {
        return database.preparedQuery("select 1 from audit_events where action = $1 and $2 in (actor, target)")
                        .executeAndAwait(Tuple.of(action, people.id(target).toString()))
                        .rowCount()
                > 0;
    }

    private Row audited(String action, Ada target) {
        return database.preparedQuery("select actor, details from audit_events where action = $1 and target = $2")
                .executeAndAwait(Tuple.of(action, people.id(target).toString()))
                .iterator()
                .next();
    }

    private boolean revoked(SessionTokens session) {
        return revoked(session.sessionId());
    }

    private boolean revoked(UUID grant) {
        return database.preparedQuery("select 1 from revocations where grant_id = $1")
                        .executeAndAwait(Tuple.of(grant))
                        .rowCount()
                == 1;
    }
}
