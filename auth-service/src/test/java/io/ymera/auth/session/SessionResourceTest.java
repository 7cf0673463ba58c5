package io.ymera.auth.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.auth.Ada;
import io.ymera.auth.Claims;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SessionResourceTest {

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool database;

    @Test
    void aRefreshTokenGivesTheNextTokens() {
        Response login = Ada.registered().login();

        Response refreshed = refresh(login.path("refresh_token"));

        refreshed
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("token_type", equalTo("Bearer"))
                .body("session_id", equalTo(login.path("session_id")));
        assertThat(refreshed.<String>path("access_token")).isNotEqualTo(login.path("access_token"));
        assertThat(refreshed.<String>path("refresh_token")).isNotEqualTo(login.path("refresh_token"));
        assertGood(refreshed.path("access_token"));
        refresh(refreshed.path("refresh_token")).then().statusCode(200);
    }

    @Test
    void theTokenEndpointTakesItToo() {
        Response login = Ada.registered().login();

        Response refreshed = given().formParam("grant_type", "refresh_token")
                .formParam("refresh_token", login.<String>path("refresh_token"))
                .post("/auth/token");

        refreshed.then().statusCode(200).header("Cache-Control", equalTo("no-store"));
        assertGood(refreshed.path("access_token"));
        refresh(refreshed.path("refresh_token")).then().statusCode(200);
    }

    @Test
    void usingOneTwiceEndsTheSession() {
        // Given a refresh token that was copied, and of which one copy was used
        Response login = Ada.registered().login();
        Response refreshed = refresh(login.path("refresh_token"));

        Response again = refresh(login.path("refresh_token"));

        again.then().statusCode(401).body("code", equalTo("invalid_credentials"));
        refresh(refreshed.path("refresh_token")).then().statusCode(401);
        assertRefused(refreshed.path("access_token"));
        assertRefused(login.path("access_token"));
        assertThat(auditOf(login.path("session_id"))).contains("session.refresh_reused", "session.ended");
        // Nobody knows who it was
        assertThat(actorsOf("session.ended", login.path("session_id"))).containsExactly("nobody");
    }

    @Test
    void itIsNoAlarmIfTheSessionWasOver() {
        // Given a session that ended by itself, with a token that was used and one that was not
        Response login = Ada.registered().login();
        Response refreshed = refresh(login.path("refresh_token"));
        Ada.post("/auth/logout", Map.of("refresh_token", refreshed.<String>path("refresh_token")));

        for (int i = 0; i < 5; i++) {
            refresh(login.path("refresh_token")).then().statusCode(401);
            refresh(refreshed.path("refresh_token")).then().statusCode(401);
        }

        // One refusal stands for all of this minute, unless that ended meanwhile
        assertThat(auditOf(login.path("session_id")))
                .startsWith("login.succeeded", "session.refreshed", "session.ended", "session.refreshed")
                .hasSizeLessThan(4 + 5)
                .doesNotContain("session.refresh_reused");
        assertThat(unused(login)).isEqualTo(1);
    }

    @Test
    void aTokenOfASessionThatIsOverIsNotUsedUp() {
        Response login = Ada.registered().login();
        move(login, "last_used_at = last_used_at - interval '15 days'");

        refresh(login.path("refresh_token")).then().statusCode(401);
        refresh(login.path("refresh_token")).then().statusCode(401);

        assertThat(unused(login)).isEqualTo(1);
        assertThat(auditOf(login.path("session_id"))).doesNotContain("session.refresh_reused", "session.ended");
    }

    @Test
    void anAccessTokenDoesNotOutliveItsSession() {
        Response login = Ada.registered().login();
        move(login, "expires_at = now() + interval '100 seconds'");

        Response refreshed = refresh(login.path("refresh_token"));

        refreshed.then().statusCode(200);
        assertThat(refreshed.<Integer>path("expires_in")).isBetween(1, 100);
        var claims = Claims.of(refreshed.path("access_token")).json();
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isBetween(1L, 100L);
    }

    @Test
    void ofManyThatUseOneAtOnceNoneKeepsTheSession() throws Exception {
        Response login = Ada.registered().login();
        String token = login.path("refresh_token");

        List<Response> answers;
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            List<Future<Response>> asked = IntStream.range(0, 8)
                    .mapToObj(client -> clients.submit(() -> refresh(token)))
                    .toList();
            answers = asked.stream().map(SessionResourceTest::get).toList();
        }

        List<Response> good =
                answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        assertThat(good).hasSize(1);
        assertRefused(good.getFirst().path("access_token"));
        refresh(good.getFirst().path("refresh_token")).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ymr_", "x", "ymr_' or '1'='1", "\u0000", "ymr_\ud83d\ude00"})
    void garbageIsNobodysToken(String token) {
        refresh(token).then().statusCode(401).body("code", equalTo("invalid_credentials"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"refresh_token\": null}", "{\"refresh_token\": \"\"}", "{\"refresh_token\": [\"a\"]}"})
    void aRequestWithoutOneIsNotValid(String body) {
        Ada.post("/auth/refresh", body).then().statusCode(422);
    }

    @Test
    void itLastsAsLongAsItIsUsedButNotForEver() {
        // Given a session that has not been used for too long, and one that is too old
        Response idle = Ada.registered().login();
        Response old = Ada.registered().login();
        move(idle, "last_used_at = last_used_at - interval '15 days'");
        move(old, "expires_at = expires_at - interval '91 days'");

        refresh(idle.path("refresh_token")).then().statusCode(401);
        refresh(old.path("refresh_token")).then().statusCode(401);
    }

    @Test
    void whoIsShutOutGetsNoMoreTokens() {
        Response login = Ada.registered().login();
        database.preparedQuery("update users set is_active = false where id = $1")
                .executeAndAwait(Tuple.of(UUID.fromString(login.path("user_id"))));

        refresh(login.path("refresh_token")).then().statusCode(401);
    }

    @Test
    void logoutEndsTheSessionOfTheBearerToken() {
        Ada ada = Ada.registered();
        Response login = ada.login();
        Response elsewhere = ada.login();

        Response logout = bearer(login.path("access_token")).post("/auth/logout");

        logout.then().statusCode(204);
        assertRefused(login.path("access_token"));
        refresh(login.path("refresh_token")).then().statusCode(401);
        assertGood(elsewhere.path("access_token"));
    }

    @Test
    void logoutTakesARefreshTokenInstead() {
        Response login = Ada.registered().login();

        Response logout = Ada.post("/auth/logout", Map.of("refresh_token", login.<String>path("refresh_token")));

        logout.then().statusCode(204);
        assertRefused(login.path("access_token"));
        Ada.post("/auth/logout", Map.of("refresh_token", login.<String>path("refresh_token")))
                .then()
                .statusCode(204);
    }

    @Test
    void nobodyCanLogOut() {
        given().post("/auth/logout").then().statusCode(401).body("code", equalTo("unauthenticated"));
    }

    @Test
    void sessionsAreListedAndEndedByTheirOwner() {
        Ada ada = Ada.registered();
        Response phone = ada.login();
        Response laptop = ada.login();

        Response list = bearer(laptop.path("access_token")).get("/users/me/sessions");

        list.then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].session_id", equalTo(laptop.path("session_id")))
                .body("items[0].current", equalTo(true))
                .body("items[0].address", equalTo("127.0.0.1"))
                .body("items[1].current", equalTo(false));
        assertThat(list.asString()).doesNotContain("hash", "ymr_");
        String path = "/users/me/sessions/" + phone.path("session_id");
        bearer(laptop.path("access_token")).delete(path).then().statusCode(204);
        bearer(laptop.path("access_token")).delete(path).then().statusCode(204);
        assertRefused(phone.path("access_token"));
        assertGood(laptop.path("access_token"));
    }

    @Test
    void allOthersCanBeEndedAtOnce() {
        Ada ada = Ada.registered();
        Response phone = ada.login();
        Response tablet = ada.login();
        Response laptop = ada.login();

        bearer(laptop.path("access_token")).delete("/users/me/sessions").then().statusCode(204);

        assertRefused(phone.path("access_token"));
        assertRefused(tablet.path("access_token"));
        assertGood(laptop.path("access_token"));
        refresh(laptop.path("refresh_token")).then().statusCode(200);
    }

    @Test
    void anotherUsersSessionIsNotThere() {
        Response ada = Ada.registered().login();
        Response eve = Ada.registered().login();

        Response ended = bearer(eve.path("access_token")).delete("/users/me/sessions/" + ada.path("session_id"));

        ended.then().statusCode(404).body("code", equalTo("not_found"));
        assertGood(ada.path("access_token"));
        bearer(eve.path("access_token")).get("/users/me/sessions").then().body("items", hasSize(1));
    }

    @Test
    void theDatabaseHoldsNoTokenThatCouldBeUsed() {
        Response login = Ada.registered().login();
        String token = login.path("refresh_token");

        long found = database.preparedQuery("""
                        select count(*) from refresh_tokens
                        where encode(hash, 'escape') like '%' || $1 || '%' or hash = convert_to($1, 'UTF8')
                        """)
                .executeAndAwait(Tuple.of(token))
                .iterator()
                .next()
                .getLong(0);

        assertThat(found).isZero();
    }

    private void move(Response login, String change) {
        database.preparedQuery("update sessions set " + change + " where id = $1")
                .executeAndAwait(Tuple.of(UUID.fromString(login.path("session_id"))));
    }

    private List<String> auditOf(String target) {
        return database
                .preparedQuery("select action from audit_events where target = $1 order by id")
                .executeAndAwait(Tuple.of(target))
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private List<String> actorsOf(String action, String target) {
        return database
                .preparedQuery(
                        "select coalesce(actor, 'nobody') from audit_events where action = $1 and target = $2 order by id")
                .executeAndAwait(Tuple.of(action, target))
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    /** Tokens of the session that have not been used. */
    private long unused(Response login) {
        return database.preparedQuery("select count(*) from refresh_tokens where session_id = $1 and used_at is null")
                .executeAndAwait(Tuple.of(UUID.fromString(login.path("session_id"))))
                .iterator()
                .next()
                .getLong(0);
    }

    private static Response refresh(String token) {
        return Ada.post("/auth/refresh", Map.of("refresh_token", token));
    }

    private static Response get(Future<Response> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static RequestSpecification bearer(String token) {
        return given().auth().oauth2(token);
    }

    private static void assertGood(String accessToken) {
        bearer(accessToken).get("/users/me").then().statusCode(200);
    }

    private static void assertRefused(String accessToken) {
        bearer(accessToken).get("/users/me").then().statusCode(401).contentType("application/problem+json");
    }
}
