package io.ymera.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to execute. Secrets belong in {@code environment} or in files that it names, never in {@code command}, which every
 * user of the machine can read.
 *
 * @param command the program and its arguments
 * @param environment variables on top of those inherited
 * @param directory the working directory
 */
public record Launch(List<String> command, Map<String, String> environment, Path directory) {

    /** Variables of this program that a process gets only if it is handed them: they say where the data is, with passwords. */
    static final Set<String> NOT_INHERITED = Set.of(
            "DATABASE_URL", "REDIS_URL", "KAFKA_BOOTSTRAP_SERVERS", "SERVICE_CLIENT_ID", "SERVICE_CLIENT_SECRET");

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Names no value of {@code environment}. */
    @Override
    public String toString() {
        return "%s with %s in %s".formatted(command, environment.keySet(), directory);
    }
}
