package io.ymera.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is sent, the answer is never our fault. The seed is printed; {@code -Dymera.seed=} replays it, {@code
 * -Dymera.fuzz=} sets how many bodies each route gets.
 */
@QuarkusTest
class BodyFuzzResourceTest {

    private static final int BODIES = Integer.getInteger("ymera.fuzz", 60);
    private static long seed;
    private static List<String> naughty = List.of();

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    People people;

    @BeforeAll
    static void seed() throws IOException {
        seed = Long.getLong("ymera.seed", System.nanoTime());
        System.out.println("ymera.seed=" + seed);
        try (InputStream strings = BodyFuzzResourceTest.class.getResourceAsStream("/blns/blns.json")) {
            naughty = new ObjectMapper().readValue(strings, new TypeReference<>() {});
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    POST  | /auth/register          | {"username": "fuzz", "email": "f@example.org", "password": "a difference engine", "full_name": "F"}
                    POST  | /auth/login             | {"username": "fuzz", "password": "a difference engine", "totp_code": "123456"}
                    POST  | /auth/refresh           | {"refresh_token": "ymr_x"}
                    POST  | /auth/logout            | {"refresh_token": "ymr_x"}
                    POST  | /auth/setup             | {"setup_token": "yms_x", "username": "fuzz", "email": "f@example.org", "password": "a difference engine"}
                    PUT   | /users/me               | {"full_name": "F", "email": "g@example.org", "password": "a difference engine"}
                    PUT   | /users/me/password      | {"current_password": "a wrong one", "new_password": "another difference engine"}
                    POST  | /users/me/api-keys      | {"name": "k", "scopes": ["tasks:read"], "expires_in_days": 3}
                    POST  | /users/me/totp          | {"password": "a wrong one"}
                    POST  | /users/me/totp/confirm  | {"code": "123456"}
                    DELETE| /users/me/totp          | {"password": "a wrong one", "code": "123456"}
                    PATCH | /users/01890a5d-ac96-774b-bcce-b302099a8057 | {"role": "user", "is_active": true, "full_name": "F"}
                    POST  | /clients                | {"client_id": "fuzz", "task_types": ["*"], "description": "d"}
                    PATCH | /clients/fuzz           | {"task_types": ["*"], "description": "d", "is_active": true}
                    POST  | /clients/fuzz/secret    | {"overlap_seconds": 3}
                    POST  | /keys/rotate            | {"compromised": false}
                    """)
    void json(String method, String path, String good) {
        Random chance = new Random(seed ^ path.hashCode());
        JsonMutations mutations = new JsonMutations(chance, naughty);
        String user = Ada.registered().token();
        String admin = people.administrator().token();
        boolean forAdmins = path.startsWith("/users/0") || path.startsWith("/clients") || path.startsWith("/keys");
        for (int i = 0; i < BODIES; i++) {
            byte[] body = mutations.next(good);
            RequestSpecification request = given().contentType(ContentType.JSON).body(body);
            if (!path.startsWith("/auth")) {
                request.auth().oauth2(forAdmins ? admin : user);
            }

            Response response = request.request(method, path);

            assertThat(response.statusCode())
                    .as("seed %d, body %s, answer %s", seed, new String(body), response.asString())
                    .isLessThan(500);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/token", "/auth/introspect", "/auth/revoke"})
    void forms(String path) {
        Random chance = new Random(seed ^ path.hashCode());
        List<String> names = List.of(
                "grant_type",
                "client_id",
                "client_secret",
                "refresh_token",
                "subject_token",
                "subject_token_type",
                "scope",
                "token",
                "token_type_hint");
        List<String> values = List.of(
                "client_credentials",
                "refresh_token",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "urn:ymera:params:oauth:token-type:api-key",
                "ymk_x",
                "ymr_x",
                "a.b.c",
                AuthFilesResource.CLIENT_ID,
                AuthFilesResource.CLIENT_SECRET);
        for (int i = 0; i < BODIES; i++) {
            RequestSpecification request = given().contentType("application/x-www-form-urlencoded; charset=UTF-8");
            for (int parameters = chance.nextInt(6); parameters > 0; parameters--) {
                String value = chance.nextBoolean()
                        ? values.get(chance.nextInt(values.size()))
                        : naughty.get(chance.nextInt(naughty.size()));
                request.formParam(names.get(chance.nextInt(names.size())), value);
            }
            if (chance.nextInt(3) == 0) {
                request.auth().preemptive().basic(AuthFilesResource.CLIENT_ID, AuthFilesResource.CLIENT_SECRET);
            }

            Response response = request.post(path);

            assertThat(response.statusCode())
                    .as("seed %d, answer %s", seed, response.asString())
                    .isLessThan(500);
        }
    }
}
