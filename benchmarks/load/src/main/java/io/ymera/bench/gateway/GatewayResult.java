package io.ymera.bench.gateway;

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

/** All that is kept of a run; no path of the machine is in it. What was not asked for is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GatewayResult(
        String date,
        String commit,
        Machine machine,
        SettingsUsed settings,
        @Nullable Map<String, Measured> candidates,
        @Nullable List<Aim> aims,
        IdleWebSockets.@Nullable Result idleWebSockets,
        Transfers.@Nullable Result transfers) {

    /**
     * What was asked for.
     *
     * @param jvm flags of each gateway's JVM
     * @param software versions of what ours is compared with
     * @param connections of the client
     * @param threads of the client
     * @param users whose tokens are sent in turn
     * @param rounds how often each is measured
     * @param secondsPerRound how long each time
     */
    record SettingsUsed(
            List<String> jvm,
            Map<String, String> software,
            int connections,
            int threads,
            int users,
            int rounds,
            int secondsPerRound) {}

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        String json = new ObjectMapper()
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(this);
        Files.writeString(file, json + "\n");
    }
}
