package io.ymera.local.platform;

import java.util.List;
import java.util.Map;

/**
 * How the platform's programs are run.
 *
 * @param serviceJvm flags of the JVM of each service and agent
 * @param brokerJvm flags of Kafka's JVM
 * @param postgres settings of PostgreSQL, by name
 */
public record Tuning(List<String> serviceJvm, List<String> brokerJvm, Map<String, String> postgres) {

    /** A start in little time and memory, on a developer's machine; not for throughput. */
    public static final Tuning DEVELOPER = new Tuning(
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx192m"),
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"),
            Map.of("shared_buffers", "32MB"));

    public Tuning {
        serviceJvm = List.copyOf(serviceJvm);
        brokerJvm = List.copyOf(brokerJvm);
        postgres = Map.copyOf(postgres);
    }
}
