package io.ymera.manager.external;

import io.ymera.contracts.task.Topics;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An agent asks for work; the body of {@code POST /agents/{id}/leases}.
 *
 * @param capabilities only these, of those that it registered; null or empty for all
 * @param max how many tasks at the most, 1 to 100; null counts as 1
 * @param waitSeconds how long to wait for the first, 0 to 25; null counts as 0
 */
record LeaseRequest(
        List<Wanted> capabilities,
        @Min(1) @Max(100) @Nullable Integer max,
        @Min(0) @Max(25) @Nullable Integer waitSeconds) {

    private static final int MOST_WANTED = 200;

    LeaseRequest {
        capabilities = capabilities == null ? List.of() : List.copyOf(capabilities);
        if (capabilities.size() > MOST_WANTED) {
            throw new IllegalArgumentException("capabilities must be at most %d".formatted(MOST_WANTED));
        }
    }

    /** One version of a task type; null for all the versions that the agent registered. */
    @Schema(name = "WantedCapability")
    record Wanted(String name, @Nullable Integer version) {
        Wanted {
            Topics.requireTaskType(Objects.requireNonNull(name, "name is required"));
        }
    }

    int most() {
        return max == null ? 1 : max;
    }

    int seconds() {
        return waitSeconds == null ? 0 : waitSeconds;
    }
}
