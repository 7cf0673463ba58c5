package io.ymera.auth;

import static io.ymera.auth.People.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ymera.contracts.Json;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever well-formed JSON is sent, it is no fault of the server's, and no answer repeats a secret. */
@QuarkusTest
class HostileBodyResourceTest {

    /** In place of each member, and of the body itself. */
    private static final List<String> VALUES = List.of(
            "null",
            "[]",
            "[null]",
            "{}",
            "{\"\": null}",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"'; drop table users --\"",
            "true",
            "-1",
            "1e400",
            "9223372036854775808",
            "0.5");

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    People people;

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(
                        "POST",
                        "/auth/register",
                        Map.of("username", "u", "email", "e", "password", "p", "full_name", "f")),
                Arguments.of(
                        "POST",
                        "/auth/setup",
                        Map.of(
                                "setup_token",
                                "t",
                                "username",
                                "hostile",
                                "email",
                                "h@example.org",
                                "password",
                                "a long password",
                                "full_name",
                                "f")),
                Arguments.of("PUT", "/users/me", Map.of("email", "e@example.org", "full_name", "f", "password", "p")),
                Arguments.of(
                        "PUT",
                        "/users/me/password",
                        Map.of("current_password", "c", "new_password", "a long password")),
                Arguments.of("PATCH", "/users/{id}", Map.of("role", "user", "is_active", true, "full_name", "f")));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isNeverTheServersFault(String method, String path, Map<String, Object> sample) throws IOException {
        UUID id = people.id(Ada.registered());
        String token = people.administrator().token();

        for (String body : variants(Json.mapper().valueToTree(sample))) {
            Response answer = bearer(token).body(body).request(method, path.replace("{id}", id.toString()));

            assertThat(answer.statusCode())
                    .as("%s %s %s: %s", method, path, body, answer.asString())
                    .isBetween(200, 499);
        }
    }

    /** The sample with each of its members in turn replaced by each of the values. */
    private static List<String> variants(ObjectNode sample) {
        List<String> variants = new ArrayList<>(VALUES);
        List<String> members = new ArrayList<>();
        sample.fieldNames().forEachRemaining(members::add);
        for (String member : members) {
            JsonNode original = sample.get(member);
            // As text, since some of these values are none that a tree can hold
            sample.put(member, "@@");
            VALUES.forEach(value -> variants.add(sample.toString().replace("\"@@\"", value)));
            sample.set(member, original);
        }
        return variants;
    }
}
