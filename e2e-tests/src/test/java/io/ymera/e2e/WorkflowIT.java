package io.ymera.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A workflow whose steps run while parts of the platform are killed. Victims and moments come from a seed, which is
 * printed; -Dymera.seed replays it.
 */
@ExtendWith(PlatformExtension.class)
class WorkflowIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> VICTIMS = List.of("manager-agent", "postgres", "kafka", "redis");
    private static final int ITEMS = 8;

    @Test
    void a_workflow_survives_crashes_and_each_step_runs_once(Platform platform) throws Exception {
        Random chance = chance();
        Client client = Client.register(platform);
        String workflow = start(client);

        for (int completed : new int[] {0, 2 + chance.nextInt(3), ITEMS}) {
            String victim = completed == 0 ? VICTIMS.getFirst() : VICTIMS.get(chance.nextInt(VICTIMS.size()));
            await(client, workflow, found -> completed(found, "each") >= completed);
            System.out.printf("kill -9 of %s after %d items%n", victim, completed);
            platform.kill9(victim);
            platform.up();
        }
        await(client, workflow, found -> status(found, "ok").equals("awaiting_approval"));
        client.gateway()
                .send("POST", "/api/v1/workflows/" + workflow + "/steps/ok/approve", client.token(), "{}")
                .require(200);
        JsonNode ended =
                await(client, workflow, found -> !found.path("status").asText().equals("running"));

        assertThat(ended.path("status").asText()).isEqualTo("completed");
        assertThat(ended.path("steps").findValuesAsText("status")).containsOnly("completed");
        assertThat(ended.at("/steps/1/task_ids")).hasSize(ITEMS);
        JsonNode tasks = client.gateway()
                .send("GET", "/api/v1/tasks?name=crashes/", client.token(), null)
                .require(200)
                .path("items");
        assertThat(tasks).as("One task for each step and item").hasSize(ITEMS + 2);
        assertThat(tasks.findValuesAsText("status")).containsOnly("completed");
    }

    private static Random chance() {
        String chosen = System.getProperty("ymera.seed", "random");
        long seed = chosen.equals("random") ? System.nanoTime() : Long.parseLong(chosen);
        System.out.println("ymera.seed=" + seed);
        return new Random(seed);
    }

    private static String start(Client client) throws IOException, InterruptedException {
        String quick = Projects.quick().toString();
        return client.gateway()
                .send("POST", "/api/v1/workflows", client.token(), """
                        {"name": "crashes", "steps": [
                          {"name": "first", "task_type": "test_execution", "parameters": %s},
                          {"name": "each", "task_type": "test_execution", "needs": ["first"],
                           "for_each": [1, 2, 3, 4, 5, 6, 7, 8], "max_parallel": 2, "parameters": %s},
                          {"name": "ok", "needs": ["each"], "approval": {}},
                          {"name": "last", "task_type": "test_execution", "parameters": %s, "needs": ["ok"],
                           "if": {"equals": [{"$from": "/steps/ok/result/approved"}, true]}}]}
                        """.formatted(quick, Projects.slow(1), quick))
                .require(201)
                .path("workflow_id")
                .asText();
    }

    private static JsonNode await(Client client, String workflow, Predicate<JsonNode> wanted)
            throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            JsonNode found = client.gateway()
                    .send("GET", "/api/v1/workflows/" + workflow, client.token(), null)
                    .require(200);
            if (wanted.test(found)) {
                return found;
            }
            assertThat(Instant.now()).as("It comes in time: %s", found).isBefore(end);
            Thread.onSpinWait();
        }
    }

    private static JsonNode step(JsonNode workflow, String name) {
        for (JsonNode step : workflow.path("steps")) {
            if (step.path("name").asText().equals(name)) {
                return step;
            }
        }
        throw new AssertionError("There is no step " + name);
    }

    private static String status(JsonNode workflow, String step) {
        return step(workflow, step).path("status").asText();
    }

    private static int completed(JsonNode workflow, String step) {
        return step(workflow, step).path("completed").asInt();
    }
}
