package io.ymera.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PlatformExtension.class)
class MainJobIT {

    @Test
    void a_client_watches_a_task_and_reads_its_report(Platform platform) throws Exception {
        Client client = Client.register(platform);

        String task = client.submit(Projects.quick());
        try (Watched watched = new Watched(client.follow(task))) {
            watched.awaitEnd();
            watched.requireWhole();
            assertThat(watched.types())
                    .startsWith("task.created")
                    .contains("task.started")
                    .endsWith("task.completed");
        }

        JsonNode totals = client.task(task).path("result").path("totals");
        assertThat(totals.path("tests").asInt()).isEqualTo(2);
        assertThat(totals.path("passed").asInt()).isEqualTo(1);
        assertThat(totals.path("failed").asInt()).isEqualTo(1);
    }

    @Test
    void a_stranger_cannot_see_it(Platform platform) throws Exception {
        String task = Client.register(platform).submit(Projects.quick());
        Client stranger = Client.register(platform);

        int status = platform.gateway()
                .send("GET", "/api/v1/tasks/" + task, stranger.token(), null)
                .status();

        assertThat(status).isEqualTo(404);
    }

    @Test
    void the_demo_prints_the_report_and_succeeds_though_a_test_fails(Platform platform, @TempDir Path project)
            throws Exception {
        Files.writeString(
                project.resolve("test_it.py"),
                Projects.quick().path("files").get(0).path("content").asText());

        Platform.Ran demo = platform.ymera("demo", project.toString());

        assertThat(demo.exitCode()).isZero();
        assertThat(demo.output())
                .contains("test_right", "test_wrong", "1 passed, 1 failed", "/api/v1/tasks/")
                .containsPattern("(?m)^  failed +[0-9.]+  .*test_wrong");
    }

    @Test
    void the_demo_refuses_a_folder_that_is_no_project(Platform platform, @TempDir Path empty) throws Exception {
        Platform.Ran demo = platform.ymera("demo", empty.toString());

        assertThat(demo.exitCode()).isEqualTo(1);
        assertThat(demo.output()).contains("no Python file").doesNotContain("\tat ");
    }

    @Test
    void what_runs_stays_when_it_is_started_again(Platform platform) throws Exception {
        Platform.Ran up = platform.ymera("up");

        assertThat(up.exitCode()).isZero();
        assertThat(up.output().lines().filter(line -> line.contains(" ready ")))
                .hasSize(8)
                .allMatch(line -> line.endsWith("was running"));
        assertThat(platform.ymera("status").exitCode()).isZero();
    }
}
