package io.ymera.bench.load;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.ymera.bench.measure.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a run of this program; no path of the machine is in it.
 *
 * @param date when it was begun, RFC 3339
 * @param commit what was measured; with {@code +} if files differed from it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Result(
        String date,
        String commit,
        Machine machine,
        SettingsUsed settings,
        Throughput.@Nullable Result throughput,
        Latency.@Nullable Result latency,
        Growth.@Nullable Result growth,
        Fairness.@Nullable Result fairness) {

    /** What was measured. */
    record Measured(
            Throughput.@Nullable Result throughput,
            Latency.@Nullable Result latency,
            Growth.@Nullable Result growth,
            Fairness.@Nullable Result fairness) {}

    static Result of(String date, String commit, Machine machine, SettingsUsed settings, Measured measured) {
        return new Result(
                date,
                commit,
                machine,
                settings,
                measured.throughput(),
                measured.latency(),
                measured.growth(),
                measured.fairness());
    }

    /** How the platform was set up, as far as it differs from what each program does by itself. */
    record SettingsUsed(
            List<String> serviceJvm,
            List<String> brokerJvm,
            Map<String, String> postgres,
            Map<String, String> managerEnvironment,
            Map<String, String> agentEnvironment,
            int agents,
            int slots,
            boolean throughGateway,
            String durability) {}

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        new ObjectMapper()
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(file.toFile(), this);
        Files.writeString(file, Files.readString(file) + "\n");
    }
}
