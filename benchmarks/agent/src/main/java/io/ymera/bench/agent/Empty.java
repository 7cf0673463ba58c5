package io.ymera.bench.agent;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.agent.Capability;
import io.ymera.agent.TaskContext;
import io.ymera.agent.TaskHandler;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Does nothing, and says when it began to. */
@Capability(value = "empty", description = "Does nothing, and says when")
final class Empty implements TaskHandler<Empty.Parameters, Empty.Begun> {

    private final Executions executions;

    Empty(Executions executions) {
        this.executions = executions;
    }

    /**
     * @param sleepMillis how long to wait before returning; null for not at all
     */
    @RegisterForReflection
    record Parameters(@Min(0) @Max(60_000) @Nullable Integer sleepMillis) {}

    /**
     * @param begunMicros when the handler began, in microseconds since 1970, by this machine's clock
     */
    @RegisterForReflection
    record Begun(long begunMicros) {}

    @Override
    public Begun handle(Parameters parameters, TaskContext context) throws InterruptedException {
        long begun = nowMicros();
        executions.note("begin", context, begun);
        if (parameters.sleepMillis() != null) {
            Thread.sleep(parameters.sleepMillis());
        }
        executions.note("end", context, nowMicros());
        return new Begun(begun);
    }

    private static long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
