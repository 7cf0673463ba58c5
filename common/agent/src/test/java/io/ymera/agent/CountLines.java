package io.ymera.agent;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Capability(value = "count_lines", description = "Counts the lines of a text")
final class CountLines implements TaskHandler<CountLines.Text, CountLines.Count> {

    @RegisterForReflection
    record Text(@NotNull @Size(max = 1_000_000) String text) {}

    @RegisterForReflection
    record Count(long lines) {}

    @Override
    public Count handle(Text parameters, TaskContext context) {
        return new Count(parameters.text().lines().count());
    }
}
