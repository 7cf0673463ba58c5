package io.ymera.local.platform;

import java.util.List;
import java.util.Map;

/**
 * One agent process.
 *
 * @param name of the process, unlike any other
 * @param client its deployment's client id at auth-service, which replicas share
 * @param taskTypes what that client may serve: what the module does, or {@code *}
 * @param module its module's folder, relative to the checkout
 * @param port where it listens, without an offset
 * @param environment what it is told besides where the platform is
 */
public record AgentProcess(
        String name, String client, List<String> taskTypes, String module, int port, Map<String, String> environment) {
    public AgentProcess {
        taskTypes = List.copyOf(taskTypes);
        environment = Map.copyOf(environment);
    }
}
