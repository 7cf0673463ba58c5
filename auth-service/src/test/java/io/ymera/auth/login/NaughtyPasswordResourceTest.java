package io.ymera.auth.login;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.auth.Ada;
import io.ymera.auth.NaughtyStrings;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile text in every field that registration and login have. */
@QuarkusTest
class NaughtyPasswordResourceTest {

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool database;

    @ParameterizedTest
    @MethodSource("naughtyStrings")
    void asAPasswordItRegistersAndLogsIn(String naughty) {
        // Long enough, and no sequence
        String password = naughty + " and the engine";
        Ada fresh = Ada.fresh();
        Ada ada = new Ada(fresh.username(), fresh.email(), password);

        Response registered = ada.register();

        if (naughty.codePoints().anyMatch(Character::isISOControl)) {
            registered.then().statusCode(422);
            assertThat(registered.<String>path("errors[0].pointer")).isEqualTo("/password");
        } else {
            registered.then().statusCode(201);
            ada.login().then().statusCode(200);
            Ada.login(ada.username(), password + "x").then().statusCode(401);
        }
    }

    static Stream<String> naughtyStrings() throws IOException {
        return NaughtyStrings.every(7);
    }

    @ParameterizedTest
    @MethodSource("injections")
    void inEachFieldItIsTextAndNothingElse(String text) {
        Ada ada = Ada.registered();

        for (Map<String, String> body : List.of(
                Map.of("username", text, "password", ada.password()),
                Map.of("username", ada.username(), "password", text),
                Map.of("username", ada.username(), "password", ada.password() + text),
                Map.of("username", text + "@example.org", "password", text, "totp_code", text))) {
            Response response = Ada.post("/auth/login", body);
            assertThat(response.statusCode()).as(body + response.asString()).isIn(401, 422);
            assertNothingInjected(response);
        }
        for (String member : List.of("username", "email", "password", "full_name")) {
            Map<String, Object> registration = Ada.fresh().registration();
            registration.put(member, text);
            Response response = Ada.post("/auth/register", registration);
            assertThat(response.statusCode()).as(member + response.asString()).isIn(201, 422);
            assertNothingInjected(response);
        }
        ada.login().then().statusCode(200);
    }

    static Stream<String> injections() {
        return NaughtyStrings.INJECTIONS.stream();
    }

    @Test
    void inHeadersItIsKeptForWhatItIs() {
        Ada ada = Ada.registered();

        Response response = given().contentType(ContentType.JSON)
                .header("User-Agent", "'; drop table users; -- ${jndi:ldap://127.0.0.1/a} \t" + "x".repeat(1000))
                .header("X-Forwarded-For", "'; drop table users; --" + "x".repeat(500))
                .body(Map.of("username", ada.username(), "password", ada.password()))
                .post("/auth/login");

        response.then().statusCode(200);
        String kept = database.preparedQuery("select user_agent from sessions where id = $1::text::uuid")
                .executeAndAwait(Tuple.of(response.<String>path("session_id")))
                .iterator()
                .next()
                .getString(0);
        assertThat(kept)
                .startsWith("'; drop table users; -- ${jndi:ldap://127.0.0.1/a} ?x")
                .hasSize(300);
    }

    private static void assertNothingInjected(Response response) {
        assertThat(response.headers().hasHeaderWithName("X-Injected")).isFalse();
        assertThat(response.headers().hasHeaderWithName("Set-Cookie")).isFalse();
        assertThat(response.asString())
                .doesNotContain("PgException", "syntax error", System.getProperty("java.version"));
    }
}
