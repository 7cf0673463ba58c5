package io.ymera.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SIGKILL to one part while a task runs. The moment comes from a seed, which is printed; -Dymera.seed replays it. */
@ExtendWith(PlatformExtension.class)
class CrashIT {

    private static final List<String> MOMENTS =
            List.of("task.created", "task.dispatched", "task.started", "task.progress");
    private static final int SECONDS = 6;

    private static Random chance = new Random(0);

    @BeforeAll
    static void seed() {
        String chosen = System.getProperty("ymera.seed", "random");
        long seed = chosen.equals("random") ? System.nanoTime() : Long.parseLong(chosen);
        System.out.println("ymera.seed=" + seed);
        chance = new Random(seed);
    }

    @Test
    void a_killed_agents_task_is_run_again_and_completes_once(Platform platform) throws Exception {
        Client client = Client.register(platform);
        String task = client.submit(Projects.slow(SECONDS));
        try (Watched watched = new Watched(client.follow(task))) {
            watched.await("task.started");

            platform.kill9("examination-agent");
            platform.up();

            watched.awaitEnd();
            watched.requireWhole();
            assertThat(watched.startedAttempts()).containsExactly(1, 2);
            assertThat(watched.types()).containsOnlyOnce("task.completed").doesNotContain("task.failed");
        }
        assertThat(client.task(task).path("attempt").asInt()).isEqualTo(2);
        assertThat(client.task(task).path("status").asText()).isEqualTo("completed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "postgres", "manager-agent", "redis", "gateway-service"})
    void a_crash_loses_nothing_and_the_agent_goes_on_receiving(String part, Platform platform) throws Exception {
        String moment = MOMENTS.get(chance.nextInt(MOMENTS.size()));
        System.out.printf("kill -9 of %s after %s%n", part, moment);
        Client client = Client.register(platform);
        String task = client.submit(Projects.slow(SECONDS));
        try (Watched watched = new Watched(client.follow(task))) {
            watched.await(moment);

            platform.kill9(part);
            platform.up();
            List<String> later = List.of(
                    client.submit(Projects.quick()), client.submit(Projects.quick()), client.submit(Projects.quick()));

            watched.awaitEnd();
            watched.requireWhole();
            assertThat(watched.types()).endsWith("task.completed").containsOnlyOnce("task.completed");
            for (String other : later) {
                requireCompleted(client, other);
            }
        }
    }

    private static void requireCompleted(Client client, String task) throws Exception {
        try (Watched watched = new Watched(client.follow(task))) {
            watched.awaitEnd();
            watched.requireWhole();
            assertThat(watched.types()).endsWith("task.completed").containsOnlyOnce("task.completed");
        }
    }
}
