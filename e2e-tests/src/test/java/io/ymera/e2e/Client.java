package io.ymera.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.local.client.GatewayClient;
import io.ymera.local.client.TaskStream;
import java.io.IOException;
import java.util.UUID;

/** A user of the platform, registered and logged in. */
record Client(GatewayClient gateway, String username, String password, String token) {

    static Client register(Platform platform) throws IOException, InterruptedException {
        String username = "user-" + UUID.randomUUID().toString().substring(24);
        String password = "pass-" + UUID.randomUUID();
        platform.gateway().register(username, password);
        return new Client(
                platform.gateway(), username, password, platform.gateway().login(username, password));
    }

    String submit(JsonNode project) throws IOException, InterruptedException {
        return gateway.submit(token, "e2e", "test_execution", project);
    }

    JsonNode task(String id) throws IOException, InterruptedException {
        return gateway.task(token, id);
    }

    TaskStream follow(String taskId) {
        return gateway.follow(token, taskId);
    }

    int countTasks() throws IOException, InterruptedException {
        return gateway.send("GET", "/api/v1/tasks", token, null)
                .require(200)
                .path("items")
                .size();
    }
}
