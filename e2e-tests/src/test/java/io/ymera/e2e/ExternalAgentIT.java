package io.ymera.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example of docs/external-agent.md, as a process, through the gateway. */
@ExtendWith(PlatformExtension.class)
class ExternalAgentIT {

    private static final Path EXAMPLE =
            Path.of(System.getProperty("ymera.checkout", ".."), "docs/examples/word_count_agent.py");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @BeforeAll
    static void python() throws InterruptedException {
        boolean present;
        try {
            present = new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            present = false;
        }
        assertThat(present || System.getenv("CI") == null)
                .as("CI needs python3 on the PATH")
                .isTrue();
        assumeTrue(present, "there is no python3 on the PATH: the example agent is not tested");
    }

    @Test
    void the_example_agent_runs_tasks_and_a_stopped_one_hands_its_task_back(Platform platform) throws Exception {
        Client client = Client.register(platform);
        String interrupted;
        try (Agent first = new Agent(platform)) {
            first.awaitOnline(client);
            String quick = submit(client, "one two\nthree", 0);
            try (Watched watched = new Watched(client.follow(quick))) {
                watched.awaitEnd();
                watched.requireWhole();
                assertThat(watched.types()).containsExactly("task.created", "task.started", "task.completed");
            }
            assertThat(client.task(quick).path("result").path("words").asInt()).isEqualTo(3);

            // Too large to be in a lease
            String large = submit(client, "word ".repeat(60_000), 0);
            try (Watched watched = new Watched(client.follow(large))) {
                watched.awaitEnd();
                assertThat(watched.startedAttempts()).containsExactly(1);
            }
            assertThat(client.task(large).path("result").path("words").asInt()).isEqualTo(60_000);

            interrupted = submit(client, "four", 5);
            try (Watched watched = new Watched(client.follow(interrupted))) {
                watched.await("task.progress");

                first.terminate();

                watched.await("task.retrying");
                assertThat(watched.types()).doesNotContain("task.failed", "task.completed");
            }
        }

        try (Agent second = new Agent(platform);
                Watched watched = new Watched(client.follow(interrupted))) {
            watched.awaitEnd();
            watched.requireWhole();
            assertThat(watched.startedAttempts()).containsExactly(1, 2);
            assertThat(watched.types()).containsOnlyOnce("task.completed");
            second.terminate();
        }
        assertThat(client.task(interrupted).path("result").path("words").asInt())
                .isEqualTo(1);
    }

    private static String submit(Client client, String text, int seconds) throws Exception {
        ObjectNode parameters =
                JsonNodeFactory.instance.objectNode().put("text", text).put("seconds", seconds);
        return client.gateway().submit(client.token(), "words", "word_count", parameters);
    }

    /** One process of the example. */
    private static final class Agent implements AutoCloseable {

        private final Process process;

        Agent(Platform platform) throws IOException {
            ProcessBuilder builder = new ProcessBuilder("python3", EXAMPLE.toString()).redirectErrorStream(true);
            builder.environment().put("YMERA_API", platform.origin() + "/api/v1");
            builder.environment().put("SERVICE_CLIENT_ID", "external-agent");
            builder.environment()
                    .put(
                            "SERVICE_CLIENT_SECRET",
                            Files.readString(platform.home().resolve("secrets/client-external-agent"))
                                    .strip());
            process = builder.redirectOutput(Redirect.INHERIT).start();
        }

        void awaitOnline(Client client) throws Exception {
            Instant end = Instant.now().plus(PATIENCE);
            while (!isOnline(client)) {
                assertThat(Instant.now()).as("the agent registers").isBefore(end);
                assertThat(process.isAlive()).as("the agent runs").isTrue();
            }
        }

        private static boolean isOnline(Client client) throws Exception {
            JsonNode capabilities = client.gateway()
                    .send("GET", "/api/v1/capabilities", client.token(), null)
                    .require(200);
            for (JsonNode capability : capabilities.path("items")) {
                if (capability.path("name").asText().equals("word_count")) {
                    return capability.path("agents").asInt() > 0;
                }
            }
            return false;
        }

        /** SIGTERM; it takes its leave and ends well. */
        void terminate() throws InterruptedException {
            process.destroy();
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
