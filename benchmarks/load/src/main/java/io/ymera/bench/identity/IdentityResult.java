package io.ymera.bench.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.ymera.bench.measure.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** All that is kept of a run; no path of the machine is in it. */
record IdentityResult(
        String date,
        String commit,
        Machine machine,
        List<String> serviceJvm,
        int connections,
        int secondsPerRun,
        List<Verification.Result> verification,
        Map<String, Measured> http,
        Interference interference) {

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        String json = new ObjectMapper()
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(this);
        Files.writeString(file, json + "\n");
    }
}
