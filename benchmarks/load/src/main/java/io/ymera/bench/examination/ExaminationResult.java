package io.ymera.bench.examination;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.ymera.bench.measure.Machine;
import io.ymera.bench.measure.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * All that is kept of a run; no path of the machine is in it.
 *
 * @param slots of the agent
 * @param startUp the sandbox by itself
 * @param throughput through the platform
 * @param before what the agent held when it had warmed up
 * @param after what it held after {@code submissions} more
 */
record ExaminationResult(
        String date,
        String commit,
        Machine machine,
        int slots,
        List<StartUp.Result> startUp,
        List<Throughput> throughput,
        int submissions,
        Traces before,
        Traces after) {

    /**
     * Submissions of one kind.
     *
     * @param taskType the capability
     * @param modules files of the project, besides its tests
     * @param perMinutePerSlot submissions that were done
     */
    record Throughput(String taskType, int modules, Spread perMinutePerSlot) {}

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        String json = new ObjectMapper()
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(this);
        Files.writeString(file, json + "\n");
    }
}
