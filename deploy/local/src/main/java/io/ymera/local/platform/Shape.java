package io.ymera.local.platform;

import java.util.List;
import java.util.Map;

/**
 * What a platform is made of, besides its servers and auth-service.
 *
 * @param managers how many managers share the work, from 1
 * @param managerEnvironment what each of them is told besides where the platform is
 * @param gateway whether it has the public door, which leads to the first manager
 * @param agents the agent processes; they turn to the managers in turn
 * @param tuning how the programs are run
 */
public record Shape(
        int managers,
        Map<String, String> managerEnvironment,
        boolean gateway,
        List<AgentProcess> agents,
        Tuning tuning) {

    /** What {@code ./ymera up} starts. */
    public static final Shape DEFAULT = new Shape(
            1,
            Map.of(),
            true,
            List.of(new AgentProcess(
                    "examination-agent",
                    "examination-agent",
                    List.of("test_execution"),
                    "examination-agent",
                    8030,
                    Map.of())),
            Tuning.DEVELOPER);

    public Shape {
        managerEnvironment = Map.copyOf(managerEnvironment);
        agents = List.copyOf(agents);
        if (managers < 1) {
            throw new IllegalArgumentException("A platform has at least one manager, not " + managers);
        }
    }
}
