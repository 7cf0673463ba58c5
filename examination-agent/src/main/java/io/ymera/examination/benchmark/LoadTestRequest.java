package io.ymera.examination.benchmark;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.Archive;
import io.ymera.codebase.CodeBase;
import io.ymera.codebase.SourceFile;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A code base with an HTTP server that is to be loaded. The server and what loads it are in one sandbox, which has a loopback
 * network of its own and no other.
 *
 * @param files all of it, or
 * @param archive all of it in one file
 * @param command what starts the server, in the code base's folder; it finds the port in {@code PORT}
 * @param port where the server listens, on 127.0.0.1
 * @param readyPath a GET of it answers 200 to 399 when the server is ready; without it, it is ready when it takes connections
 * @param readyTimeoutSeconds how long that may take, 30 by default
 * @param requests what is sent, in turn; {@code GET /} by default
 * @param ratePerSecond how many requests are due each second, whether or not earlier ones were answered; 50 by default
 * @param durationSeconds how long, 10 by default
 * @param warmupSeconds how long before that, not counted; 2 by default
 * @param connections how many requests can be under way, 64 by default
 * @param timeoutSeconds after which a request has failed, 10 by default
 * @param maxP99Ms the load test fails if the 99th percentile of the latency is more
 * @param maxErrorRate the load test fails if a larger share of the requests fails
 */
@RegisterForReflection
public record LoadTestRequest(
        @Size(max = 5000) List<@NotNull @Valid SourceFile> files,
        @Nullable @Valid Archive archive,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Size(max = 4000) String> command,
        @NotNull @Min(1024) @Max(65535) Integer port,

        @Nullable @Size(max = 4000) @Pattern(regexp = "^/[!-~]*$")
        String readyPath,

        @Min(1) @Max(300) Integer readyTimeoutSeconds,
        @Size(max = 100) List<@NotNull @Valid LoadRequest> requests,
        @DecimalMin("0.1") @DecimalMax("5000") Double ratePerSecond,
        @Min(1) @Max(120) Integer durationSeconds,
        @Min(0) @Max(60) Integer warmupSeconds,
        @Min(1) @Max(200) Integer connections,
        @Min(1) @Max(60) Integer timeoutSeconds,
        @Nullable @DecimalMin("0.001") Double maxP99Ms,
        @Nullable @DecimalMin("0") @DecimalMax("1") Double maxErrorRate)
        implements CodeBase {

    /** Fills the defaults in. */
    public LoadTestRequest {
        files = files == null ? List.of() : List.copyOf(files);
        command = command == null ? List.of() : List.copyOf(command);
        readyTimeoutSeconds = readyTimeoutSeconds == null ? 30 : readyTimeoutSeconds;
        requests = requests == null || requests.isEmpty()
                ? List.of(new LoadRequest("GET", "/", Map.of(), null, null))
                : List.copyOf(requests);
        ratePerSecond = ratePerSecond == null ? 50.0 : ratePerSecond;
        durationSeconds = durationSeconds == null ? 10 : durationSeconds;
        warmupSeconds = warmupSeconds == null ? 2 : warmupSeconds;
        connections = connections == null ? 64 : connections;
        timeoutSeconds = timeoutSeconds == null ? 10 : timeoutSeconds;
    }
}
