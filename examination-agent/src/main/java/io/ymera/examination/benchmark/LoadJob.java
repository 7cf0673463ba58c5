package io.ymera.examination.benchmark;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code load_http.py} is told, as JSON on its standard input; the members are those of {@link LoadTestRequest}.
 *
 * @param key of the {@link io.ymera.examination.lab.Seal}
 */
@RegisterForReflection
record LoadJob(
        String key,
        List<String> command,
        int port,
        @Nullable String readyPath,
        int readyTimeoutSeconds,
        List<LoadRequest> requests,
        double ratePerSecond,
        int durationSeconds,
        int warmupSeconds,
        int connections,
        int timeoutSeconds) {

    static LoadJob of(LoadTestRequest request, String key) {
        return new LoadJob(
                key,
                request.command(),
                request.port(),
                request.readyPath(),
                request.readyTimeoutSeconds(),
                request.requests(),
                request.ratePerSecond(),
                request.durationSeconds(),
                request.warmupSeconds(),
                request.connections(),
                request.timeoutSeconds());
    }
}
