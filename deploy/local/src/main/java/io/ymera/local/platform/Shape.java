package io.ymera.local.platform;

import java.util.List;
import java.util.Map;

/**
 * What a platform is made of, besides its servers and auth-service.
 *
 * @param managers how many managers share the work, from 1
 * @param managerEnvironment what each of them is told besides where the platform is
 * @param gateways how many public doors it has, each of which leads to all managers, from 0
 * @param gatewayEnvironment what each of them is told besides where the platform is
 * @param agents the agent processes; they turn to the managers in turn
 * @param tuning how the programs are run
 */
public record Shape(
        int managers,
        Map<String, String> managerEnvironment,
        int gateways,
        Map<String, String> gatewayEnvironment,
        List<AgentProcess> agents,
        Tuning tuning) {

    /** What {@code ./ymera up} starts. */
    public static final Shape DEFAULT = new Shape(
            1,
            Map.of(),
            1,
            Map.of(),
            List.of(
                    new AgentProcess(
                            "examination-agent",
                            "examination-agent",
                            List.of(
                                    "test_execution",
                                    "coverage",
                                    "static_analysis",
                                    "complexity",
                                    "duplication",
                                    "documentation_coverage",
                                    "performance_benchmark",
                                    "load_test",
                                    "quality_verification"),
                            "examination-agent",
                            8030,
                            Map.of()),
                    new AgentProcess(
                            "security-agent",
                            "security-agent",
                            List.of(
                                    "security_scan",
                                    "secret_scan",
                                    "dependency_scan",
                                    "sbom",
                                    "license_scan",
                                    "config_scan",
                                    "security_review"),
                            "security-agent",
                            8050,
                            Map.of())),
            Tuning.DEVELOPER);

    public Shape {
        managerEnvironment = Map.copyOf(managerEnvironment);
        gatewayEnvironment = Map.copyOf(gatewayEnvironment);
        agents = List.copyOf(agents);
        if (managers < 1) {
            throw new IllegalArgumentException("A platform has at least one manager, not " + managers);
        }
        if (gateways < 0) {
            throw new IllegalArgumentException("A platform can't have %d gateways".formatted(gateways));
        }
    }

    /** One with one gateway or none. */
    public Shape(
            int managers,
            Map<String, String> managerEnvironment,
            boolean gateway,
            List<AgentProcess> agents,
            Tuning tuning) {
        this(managers, managerEnvironment, gateway ? 1 : 0, Map.of(), agents, tuning);
    }
}
