package io.ymera.auth.user;

import static io.ymera.auth.Ada.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ymera.auth.Ada;
import io.ymera.auth.NaughtyStrings;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RegistrationResourceTest {

    @Test
    void registers() {
        Ada ada = Ada.fresh();

        Response response = ada.register();

        response.then()
                .statusCode(201)
                .body("username", equalTo(ada.username()))
                .body("email", equalTo(ada.email()))
                .body("role", equalTo("user"))
                .body("is_active", equalTo(true))
                .body("full_name", nullValue())
                .header("Location", equalTo("/users/" + response.path("user_id")));
        assertThat(UUID.fromString(response.path("user_id")).version()).isEqualTo(7);
        assertThat(response.path("created_at").toString()).endsWith("Z");
        assertThat(response.asString()).doesNotContain("password", "argon2", ada.password());
    }

    @ParameterizedTest
    @CsvSource({
        "role, admin",
        "is_active, true",
        "user_id, 00000000-0000-7000-8000-000000000000",
        "password_hash, x",
        "created_at, 2000-01-01T00:00:00Z"
    })
    void whoAsksForMoreThanIsOfferedIsNoUser(String member, String value) {
        Ada ada = Ada.fresh();
        Map<String, Object> wish = ada.registration();
        wish.put(member, value);

        Response response = post("/auth/register", wish);

        response.then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/" + member))
                .body(
                        "errors[0].message",
                        equalTo("is not known here; known are email, full_name, password, username"));
        ada.login().then().statusCode(401);
    }

    @Test
    void aTakenUserNameIs409InWhateverCase() {
        Map<String, Object> again = Ada.fresh().registration();
        again.put("username", Ada.registered().username().toUpperCase(Locale.ROOT));

        Response response = post("/auth/register", again);

        response.then()
                .statusCode(409)
                .body("code", equalTo("conflict"))
                .body("errors[0].pointer", equalTo("/username"));
    }

    @Test
    void aTakenAddressIs409InWhateverCase() {
        Map<String, Object> again = Ada.fresh().registration();
        again.put("email", Ada.registered().email().toUpperCase(Locale.ROOT));

        Response response = post("/auth/register", again);

        response.then().statusCode(409).body("code", equalTo("conflict")).body("errors[0].pointer", equalTo("/email"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            username | ab
            username | ada lovelace
            username | ada@example.org
            username | ädä
            username | 123456789012345678901234567890123456789012345678901
            username | x' or '1'='1
            email    | ada
            email    | ada@
            email    | ada@b@c
            email    | a b@example.org
            password | elevenchars
            """)
    void refusesWhatIsNotAllowed(String member, String value) {
        Map<String, Object> registration = Ada.fresh().registration();
        registration.put(member, value);

        Response response = post("/auth/register", registration);

        response.then().statusCode(422).body("errors[0].pointer", equalTo("/" + member));
        assertThat(response.path("errors.size()").toString()).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "email", "password"})
    void refusesWhatIsMissing(String member) {
        Map<String, Object> registration = Ada.fresh().registration();
        registration.remove(member);

        Response response = post("/auth/register", registration);

        response.then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/" + member))
                .body("errors[0].message", equalTo("is required"));
    }

    @Test
    void refusesAPasswordOver1024Characters() {
        Map<String, Object> registration = Ada.fresh().registration();
        registration.put("password", "x".repeat(1025));

        Response response = post("/auth/register", registration);

        response.then().statusCode(422).body("errors[0].message", endsWith("12 to 1024 characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "\\ud800", "\\udc00\\ud800"})
    void refusesTextThatTheDatabaseCannotHold(String escaped) {
        Ada ada = Ada.fresh();
        String body = """
                {"username": "%s", "email": "%s", "password": "%s", "full_name": "%s"}""".formatted(ada.username(), ada.email(), ada.password(), escaped);

        Response response = post("/auth/register", body);

        response.then().statusCode(422).body("errors[0].pointer", equalTo("/full_name"));
    }

    @ParameterizedTest
    @MethodSource("naughtyStrings")
    void keepsAFullNameAsItIs(String fullName) {
        Ada ada = Ada.fresh();
        Map<String, Object> registration = ada.registration();
        registration.put("full_name", fullName);

        Response response = post("/auth/register", registration);

        if (fullName.length() > 200) {
            response.then().statusCode(422).body("errors[0].pointer", equalTo("/full_name"));
        } else {
            response.then().statusCode(201).body("full_name", equalTo(fullName));
        }
    }

    static Stream<String> naughtyStrings() throws IOException {
        return NaughtyStrings.every(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Password2026!           | must not be a common password
            abcdefghijklmn          | must not be a simple sequence
            ymera-ymera-2026        | must not be made of your name
            Lovelace-Countess       | must not be made of your name
            """)
    void refusesPasswordsThatAreTriedFirst(String password, String why) {
        Map<String, Object> registration = Ada.fresh().registration();
        registration.put("password", password);
        registration.put("full_name", "Countess Lovelace");

        Response response = post("/auth/register", registration);

        response.then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/password"))
                .body("errors[0].message", startsWith(why));
    }
}
