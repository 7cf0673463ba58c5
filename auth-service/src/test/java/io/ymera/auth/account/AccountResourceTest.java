package io.ymera.auth.account;

import static io.ymera.auth.People.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.auth.Ada;
import io.ymera.auth.People;
import io.ymera.auth.session.SessionTokens;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AccountResourceTest {

    private static final String NEW_PASSWORD = "an analytical engine";

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    People people;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool database;

    @Test
    void showsAUserToItself() {
        Ada ada = Ada.registered();

        Response response = bearer(ada.token()).get("/users/me");

        response.then()
                .statusCode(200)
                .body("username", equalTo(ada.username()))
                .body("email", equalTo(ada.email()))
                .body("is_active", equalTo(true));
        assertThat(response.asString()).doesNotContain("argon2");
    }

    @Test
    void changesTheNameWithoutAPassword() {
        Ada ada = Ada.registered();

        put(ada, Map.of("email", ada.email(), "full_name", "Ada Lovelace"))
                .then()
                .statusCode(200)
                .body("full_name", equalTo("Ada Lovelace"));
        put(ada, Map.of("email", ada.email())).then().statusCode(200).body("full_name", nullValue());

        assertThat(actions(ada)).contains("user.changed");
    }

    @Test
    void changesTheAddressWithThePassword() {
        Ada ada = Ada.registered();
        String address = "new-" + ada.email();

        put(ada, Map.of("email", address, "password", ada.password()))
                .then()
                .statusCode(200)
                .body("email", equalTo(address));

        Ada.login(address, ada.password()).then().statusCode(200);
        Ada.login(ada.email(), ada.password()).then().statusCode(401);
    }

    @Test
    void withoutThePasswordTheAddressStays() {
        Ada ada = Ada.registered();
        String address = "new-" + ada.email();

        put(ada, Map.of("email", address)).then().statusCode(422).body("errors[0].pointer", equalTo("/password"));
        put(ada, Map.of("email", address, "password", "wrong"))
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid_credentials"));

        assertThat(people.column(ada, "email")).isEqualTo(ada.email());
        assertThat(actions(ada)).contains("login.failed/failure");
    }

    @Test
    void anothersAddressIsTaken() {
        Ada ada = Ada.registered();
        String taken = Ada.registered().email().toUpperCase(Locale.ROOT);

        put(ada, Map.of("email", taken, "password", ada.password()))
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/email"));

        assertThat(people.column(ada, "email")).isEqualTo(ada.email());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            role          | "admin"
            role          | null
            is_active     | false
            user_id       | "00000000-0000-7000-8000-000000000000"
            username      | "root"
            password_hash | "x"
            created_at    | "2000-01-01T00:00:00Z"
            Role          | "admin"
            """)
    void whoAsksForMoreThanIsOfferedGetsNothing(String member, String value) {
        Ada ada = Ada.registered();
        String before = people.column(ada, "users");
        String profile =
                "{\"email\": \"%s\", \"full_name\": \"changed\", \"%s\": %s}".formatted(ada.email(), member, value);

        bearer(ada.token())
                .body(profile)
                .put("/users/me")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/" + member));
        bearer(ada.token())
                .body("{\"current_password\": \"%s\", \"new_password\": \"%s\", \"%s\": %s}"
                        .formatted(ada.password(), NEW_PASSWORD, member, value))
                .put("/users/me/password")
                .then()
                .statusCode(422);
        bearer(ada.token())
                .body("{\"%s\": %s}".formatted(member, value))
                .patch("/users/" + people.id(ada))
                .then()
                .statusCode(403);

        assertThat(people.column(ada, "users")).isEqualTo(before);
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        Ada ada = Ada.registered();
        SessionTokens current = people.session(ada);
        SessionTokens other = people.session(ada);
        Response key = People.apiKey(ada.token());

        Response changed = changePassword(current.accessToken().value(), ada.password(), NEW_PASSWORD);

        changed.then().statusCode(204);
        assertThat(People.goesOn(current)).isTrue();
        assertThat(People.goesOn(other)).isFalse();
        assertThat(People.isGood(key.path("key"))).as("a key is no session").isTrue();
        ada.login().then().statusCode(401);
        Ada.login(ada.username(), NEW_PASSWORD).then().statusCode(200);
        assertThat(actions(ada)).contains("password.changed");
    }

    @Test
    void withANewPasswordApiKeysEndIfThatIsWanted() {
        Ada ada = Ada.registered();
        Ada other = Ada.registered();
        String token = ada.token();
        List<Response> ended = List.of(People.apiKey(token), People.apiKey(token));
        Response anothers = People.apiKey(other.token());
        Map<String, Object> body =
                Map.of("current_password", ada.password(), "new_password", NEW_PASSWORD, "end_api_keys", true);

        bearer(token).body(body).put("/users/me/password").then().statusCode(204);

        for (Response key : ended) {
            assertThat(People.isGood(key.path("key"))).isFalse();
            assertThat(database.preparedQuery("select 1 from revocations where grant_id = $1")
                            .executeAndAwait(Tuple.of(UUID.fromString(key.path("id"))))
                            .rowCount())
                    .isEqualTo(1);
        }
        assertThat(People.isGood(anothers.path("key"))).isTrue();
        // The session goes on
        bearer(token).get("/users/me").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"false, an analytical engine", "true, short", "true, a difference engine"})
    void apiKeysStayIfItIsNotWantedOrNothingChanges(boolean wanted, String newPassword) {
        Ada ada = Ada.registered();
        String token = ada.token();
        Response key = People.apiKey(token);

        bearer(token)
                .body(Map.of("current_password", ada.password(), "new_password", newPassword, "end_api_keys", wanted))
                .put("/users/me/password");

        assertThat(People.isGood(key.path("key"))).isTrue();
    }

    @Test
    void aNameThatChangesLeavesTheAddressAlone() throws Exception {
        Ada ada = Ada.registered();
        String token = ada.token();
        String before = ada.email();
        String after = "new-" + before;

        // Whoever has the token alone changes the name, with the old address, while its owner changes the address
        for (int round = 0; round < 10; round++) {
            String from = round % 2 == 0 ? before : after;
            String to = round % 2 == 0 ? after : before;
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                Future<Response> name = both.submit(() -> bearer(token)
                        .body(Map.of("email", from, "full_name", "Ada"))
                        .put("/users/me"));
                Future<Response> address = both.submit(() -> bearer(token)
                        .body(Map.of("email", to, "password", ada.password()))
                        .put("/users/me"));
                assertThat(address.get().statusCode()).isEqualTo(200);
                // Too late it is another address, which takes the password
                assertThat(name.get().statusCode()).isIn(200, 422);
            }
            assertThat(people.column(ada, "email")).isEqualTo(to);
        }
    }

    @Test
    void withAWrongPasswordNothingChanges() {
        Ada ada = Ada.registered();
        SessionTokens current = people.session(ada);
        SessionTokens other = people.session(ada);

        Response refused = changePassword(current.accessToken().value(), "wrong", NEW_PASSWORD);

        refused.then().statusCode(401).body("code", equalTo("invalid_credentials"));
        assertThat(People.goesOn(other)).isTrue();
        ada.login().then().statusCode(200);
        assertThat(actions(ada)).contains("login.failed/failure").doesNotContain("password.changed");
    }

    @Test
    void theSamePasswordIsNoNewOne() {
        Ada ada = Ada.registered();

        changePassword(ada.token(), ada.password(), ada.password())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/new_password"));
    }

    @Test
    void aPasswordThatIsEasyToGuessIsRefused() {
        Ada ada = Ada.registered();

        for (String weak : List.of("short", "passwordpassword", "123456789012", ada.username(), "\ud800".repeat(12))) {
            changePassword(ada.token(), ada.password(), weak)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/new_password"));
        }
        ada.login().then().statusCode(200);
    }

    @Test
    void guessingThePasswordInASessionIsSlowedDown() {
        Ada ada = Ada.registered();
        String token = ada.token();
        int guesses = 0;

        Response answer;
        do {
            answer = changePassword(token, "guess " + guesses, NEW_PASSWORD);
            guesses++;
        } while (answer.statusCode() == 401 && guesses < 100);

        answer.then().statusCode(429);
        // Not even the right one is tried
        changePassword(token, ada.password(), NEW_PASSWORD).then().statusCode(429);
    }

    @Test
    void ofTwoWhoChangeItAtOnceOneDoes() throws Exception {
        Ada ada = Ada.registered();
        String token = ada.token();

        Response first;
        Response second;
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<Response> one = both.submit(() -> changePassword(token, ada.password(), NEW_PASSWORD + " 1"));
            Future<Response> two = both.submit(() -> changePassword(token, ada.password(), NEW_PASSWORD + " 2"));
            first = one.get();
            second = two.get();
        }

        // The other has been overtaken, before the look at its password or after
        assertThat(List.of(first.statusCode(), second.statusCode())).containsOnlyOnce(204);
        String winner = NEW_PASSWORD + (first.statusCode() == 204 ? " 1" : " 2");
        Ada.login(ada.username(), winner).then().statusCode(200);
    }

    @Test
    void whoIsShutOutChangesNothing() {
        Ada ada = Ada.registered();
        String token = ada.token();
        database.preparedQuery("update users set is_active = false where username = $1")
                .executeAndAwait(Tuple.of(ada.username()));

        assertThat(changePassword(token, ada.password(), NEW_PASSWORD).statusCode())
                .isIn(401, 409);
        bearer(token)
                .body(Map.of("email", ada.email(), "full_name", "x"))
                .put("/users/me")
                .then()
                .statusCode(401);
        assertThat(people.column(ada, "full_name")).isNull();
    }

    @Test
    void aServiceHasNoAccount() {
        String token = People.serviceToken();

        bearer(token).get("/users/me").then().statusCode(403);
        bearer(token).body(new HashMap<>()).put("/users/me").then().statusCode(403);
        changePassword(token, "x", NEW_PASSWORD).then().statusCode(403);
    }

    private static Response put(Ada ada, Map<String, String> profile) {
        return bearer(ada.token()).body(profile).put("/users/me");
    }

    private static Response changePassword(String token, String current, String next) {
        return bearer(token)
                .body(Map.of("current_password", current, "new_password", next))
                .put("/users/me/password");
    }

    /** What the audit log has of a user; what was refused with {@code /failure}. */
    private List<String> actions(Ada ada) {
        return database
                .preparedQuery("select action, outcome from audit_events where actor = $1 order by id")
                .executeAndAwait(Tuple.of(people.id(ada).toString()))
                .stream()
                .map(row -> row.getString(0) + (row.getString(1).equals("success") ? "" : "/failure"))
                .toList();
    }
}
