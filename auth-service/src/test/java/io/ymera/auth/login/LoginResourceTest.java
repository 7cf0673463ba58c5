package io.ymera.auth.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.auth.Ada;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

@QuarkusTest
class LoginResourceTest {

    @Inject
    Pool database;

    @Test
    void logsInByUserName() {
        Ada ada = Ada.registered();

        Response response = ada.login();

        response.then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(3600))
                .body("user.username", equalTo(ada.username()))
                .body("user.user_id", equalTo(response.path("user_id")));
    }

    @Test
    void logsInByAddressInWhateverCase() {
        Ada ada = Ada.registered();

        Response response = Ada.login(ada.email().toUpperCase(Locale.ROOT), ada.password());

        response.then().statusCode(200).body("user.username", equalTo(ada.username()));
    }

    @Test
    void theTokenSaysWhoAndForHowLong() {
        Ada ada = Ada.registered();

        String token = ada.token();

        JsonPath claims = part(token, 1);
        assertThat(claims.getString("iss")).isEqualTo("http://localhost:8000");
        assertThat(claims.getString("aud")).isEqualTo("ymera");
        assertThat(claims.getString("upn")).isEqualTo(ada.username());
        assertThat(claims.getList("groups")).isEqualTo(List.of("user"));
        assertThat(claims.getString("jti")).isNotBlank();
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(3600);
        assertThat(part(token, 0).getString("alg")).isEqualTo("RS256");
    }

    @Test
    void aWrongPasswordAndAnUnknownUserLookAlike() {
        Ada ada = Ada.registered();
        Response unknown = Ada.login(Ada.fresh().username(), ada.password());

        Response wrong = Ada.login(ada.username(), ada.password() + "!");

        wrong.then().statusCode(401).body("code", equalTo("invalid_credentials"));
        assertThat(withoutTrace(wrong)).isEqualTo(withoutTrace(unknown));
        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x' or '1'='1", "%", "_", "\\", "ada;drop table users"})
    void hostileNamesAreNobody(String name) {
        Response response = Ada.login(name, "a difference engine");

        response.then().statusCode(401).body("code", equalTo("invalid_credentials"));
    }

    @Test
    void aNameThatNoDatabaseHoldsIs422() {
        Response response = Ada.post("/auth/login", "{\"username\": \"a\\u0000\", \"password\": \"p\"}");

        response.then().statusCode(422).body("errors[0].pointer", equalTo("/username"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83e", "a difference engine\\udd8a\\ud83e", "\\u0000", "\\u0007 and more"})
    void aPasswordThatNobodyCanHaveIsWrong(String escaped) {
        Ada ada = Ada.registered();

        Response response = Ada.post(
                "/auth/login", "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(ada.username(), escaped));

        response.then().statusCode(401).body("code", equalTo("invalid_credentials"));
    }

    @Test
    void aPasswordOfAnotherKeyboardIsTheSame() {
        Ada fresh = Ada.fresh();
        new Ada(fresh.username(), fresh.email(), "caf\u00e9 cr\u00e8me br\u00fbl\u00e9e")
                .register()
                .then()
                .statusCode(201);

        Response decomposed = Ada.login(fresh.username(), "cafe\u0301\u00a0cre\u0300me bru\u0302le\u0301e");

        decomposed.then().statusCode(200);
    }

    @Test
    void theAnswerNamesTheSessionAndCanBeRefreshed() {
        Response login = Ada.registered().login();

        String session = part(login.path("access_token"), 1).getString("sid");

        assertThat(login.<String>path("session_id")).isEqualTo(session);
        Ada.post("/auth/refresh", Map.of("refresh_token", login.<String>path("refresh_token")))
                .then()
                .statusCode(200);
    }

    @Test
    void anOldHashIsMadeAnewAtLogin() {
        // Given a user whose password was hashed when parameters were weaker
        Ada ada = Ada.registered();
        String weak = new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(ada.password());
        database.preparedQuery("update users set password_hash = $1 where username = $2")
                .executeAndAwait(Tuple.of(weak, ada.username()));

        Response response = ada.login();

        response.then().statusCode(200);
        assertThat(hashOf(ada)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        ada.login().then().statusCode(200);
    }

    private String hashOf(Ada ada) {
        return database.preparedQuery("select password_hash from users where username = $1")
                .executeAndAwait(Tuple.of(ada.username()))
                .iterator()
                .next()
                .getString(0);
    }

    private static String withoutTrace(Response response) {
        return response.asString().replaceFirst("\"trace_id\":\"[0-9a-f]+\"", "");
    }

    private static JsonPath part(String token, int index) {
        byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]);
        return JsonPath.from(new String(json, StandardCharsets.UTF_8));
    }
}
