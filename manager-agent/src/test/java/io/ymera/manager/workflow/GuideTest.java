package io.ymera.manager.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ymera.manager.Client;
import io.ymera.manager.QuickDeadlines;
import io.ymera.manager.dispatch.ClaimedTask;
import io.ymera.manager.dispatch.Claims;
import io.ymera.manager.report.Attempts;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs the example of docs/workflows.md. */
@QuarkusTest
@TestProfile(QuickDeadlines.class)
class GuideTest {

    private static final Path GUIDE = Path.of("../docs/workflows.md");
    private static final Pattern EXAMPLE = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

    @Inject
    Claims claims;

    @Inject
    Attempts attempts;

    private final Client client = Client.user();
    private Worker build;
    private Worker test;
    private Worker coverage;
    private Worker deploy;
    private Worker discard;
    private Worker tell;
    private Flow flow;

    @BeforeEach
    void start() throws IOException {
        build = new Worker("guide_build", claims, attempts);
        test = new Worker("guide_test", claims, attempts);
        coverage = new Worker("guide_coverage", claims, attempts);
        deploy = new Worker("guide_deploy", claims, attempts);
        discard = new Worker("guide_discard", claims, attempts);
        tell = new Worker("guide_tell", claims, attempts);
        Matcher example = EXAMPLE.matcher(Files.readString(GUIDE));
        assertThat(example.find()).isTrue();
        String id = client.post("/workflows", example.group(1))
                .statusCode(201)
                .extract()
                .path("workflow_id");
        flow = new Flow(client, UUID.fromString(id));
    }

    @Test
    void theExampleRunsToItsEnd() {
        upToTheApproval(92);
        Client.user()
                .post("/workflows/" + flow.id() + "/steps/go/approve", "{\"comment\": \"ship it\"}")
                .statusCode(200);

        ClaimedTask task = deploy.next();
        JsonNode parameters = Worker.parameters(task);
        deploy.complete(task, "{}");

        assertThat(parameters.path("image").asText()).isEqualTo("app:17");
        assertThat(parameters.path("approved_by").asText()).isNotEmpty();
        assertThat(flow.status()).isEqualTo("completed");
    }

    @Test
    void withTooLittleCoverageNothingIsDeployed() {
        upToTheApproval(79.5);

        assertThat(flow.status("go")).isEqualTo("skipped");
        assertThat(flow.status("deploy")).isEqualTo("skipped");
        assertThat(flow.status()).isEqualTo("completed");
    }

    @Test
    void whatFailsIsUndoneAndTold() {
        upToTheApproval(92);
        client.post("/workflows/" + flow.id() + "/steps/go/reject", "{\"comment\": \"not today\"}")
                .statusCode(200);

        discard.work(parameters -> {
            assertThat(parameters.path("image").asText()).isEqualTo("app:17");
            return "{}";
        });
        tell.work(parameters -> {
            assertThat(parameters.path("text").asText()).endsWith("not today");
            assertThat(parameters.path("step").asText()).isEqualTo("go");
            return "{}";
        });

        assertThat(flow.status()).isEqualTo("failed");
    }

    private void upToTheApproval(double percent) {
        build.work(parameters -> {
            assertThat(parameters.path("branch").asText()).isEqualTo("main");
            return "{\"image\": \"app:17\", \"modules\": [{\"name\": \"api\"}, {\"name\": \"ui\"}]}";
        });
        test.work(parameters ->
                "{\"of\": \"%s\"}".formatted(parameters.path("module").asText()));
        test.work(parameters ->
                "{\"of\": \"%s\"}".formatted(parameters.path("module").asText()));
        coverage.work(parameters -> {
            assertThat(parameters.path("reports")).isEqualTo(Worker.json("[{\"of\": \"api\"}, {\"of\": \"ui\"}]"));
            return "{\"percent\": %s}".formatted(percent);
        });
    }
}
