package io.ymera.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ymera.local.client.GatewayClient.Answer;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What must be refused: with the right problem, without a trace of it in the platform, and without its secrets in a log. */
@ExtendWith(PlatformExtension.class)
class BadInputIT {

    private static final String GOOD = task("test_execution", Projects.quick());

    @Test
    void no_token(Platform platform) throws Exception {
        Answer answer = post(platform, null, GOOD);

        requireProblem(answer, 401, "unauthenticated");
    }

    @Test
    void bad_tokens(Platform platform) throws Exception {
        Client client = Client.register(platform);
        Map<String, String> tokens = BadTokens.of(client.token());

        SoftAssertions all = new SoftAssertions();
        for (Map.Entry<String, String> bad : tokens.entrySet()) {
            Answer answer = post(platform, bad.getValue(), GOOD);
            all.assertThat(answer.status()).as(bad.getKey()).isEqualTo(401);
            all.assertThat(answer.contentType()).as(bad.getKey()).startsWith("application/problem+json");
        }

        all.assertAll();
        assertThat(client.countTasks()).isZero();
    }

    @Test
    void an_unknown_task_type(Platform platform) throws Exception {
        requireRefused(platform, task("make_coffee", Projects.quick()), 422, "unknown_task_type");
    }

    @Test
    void malformed_json(Platform platform) throws Exception {
        requireRefused(platform, GOOD.substring(0, GOOD.length() - 1), 400, "malformed_request");
    }

    @Test
    void a_body_over_the_limit(Platform platform) throws Exception {
        String padded = GOOD.substring(0, GOOD.length() - 1) + " ".repeat(10 << 20) + "}";

        requireRefused(platform, padded, 413, "body_too_large");
    }

    @Test
    void a_path_out_of_the_project(Platform platform) throws Exception {
        Answer answer =
                requireRefused(platform, task("test_execution", Projects.fileAt("../x.py")), 422, "validation_failed");

        assertThat(answer.body().path("errors").toString()).contains("/parameters/files/0/path");
    }

    @Test
    void nothing_secret_is_logged(Platform platform) throws Exception {
        Client client = Client.register(platform);
        post(platform, client.token(), GOOD.substring(1));
        platform.gateway()
                .send(
                        "POST",
                        "/api/v1/auth/login",
                        null,
                        "{\"username\":\"%s\",\"password\":\"%s\"".formatted(client.username(), client.password()));

        String logs = platform.logs();

        assertThat(logs.contains(client.password()))
                .as("the password is logged")
                .isFalse();
        assertThat(logs.contains(client.token())).as("the token is logged").isFalse();
    }

    private static Answer requireRefused(Platform platform, String body, int status, String code) throws Exception {
        Client client = Client.register(platform);
        Answer answer = post(platform, client.token(), body);
        requireProblem(answer, status, code);
        assertThat(client.countTasks()).isZero();
        return answer;
    }

    private static void requireProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.body().path("code").asText()).isEqualTo(code);
    }

    private static Answer post(Platform platform, @Nullable String token, String body) throws Exception {
        return platform.gateway().send("POST", "/api/v1/tasks", token, body);
    }

    private static String task(String type, JsonNode parameters) {
        ObjectNode task =
                JsonNodeFactory.instance.objectNode().put("name", "e2e").put("task_type", type);
        task.set("parameters", parameters);
        return task.toString();
    }
}
