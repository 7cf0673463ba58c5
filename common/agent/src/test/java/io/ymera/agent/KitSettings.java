package io.ymera.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings as a test wants them. */
record KitSettings(String name, int slots, Duration drainTimeout, Optional<Path> workDirectory, int maxResultBytes)
        implements AgentSettings {

    static KitSettings usual() {
        return new KitSettings("kit-test", 2, Duration.ofSeconds(10), Optional.empty(), 8 * 1024 * 1024);
    }

    KitSettings withName(String other) {
        return new KitSettings(other, slots, drainTimeout, workDirectory, maxResultBytes);
    }

    KitSettings withSlots(int other) {
        return new KitSettings(name, other, drainTimeout, workDirectory, maxResultBytes);
    }

    KitSettings withDrainTimeout(Duration other) {
        return new KitSettings(name, slots, other, workDirectory, maxResultBytes);
    }

    KitSettings withWorkDirectory(Path other) {
        return new KitSettings(name, slots, drainTimeout, Optional.of(other), maxResultBytes);
    }

    KitSettings withMaxResultBytes(int other) {
        return new KitSettings(name, slots, drainTimeout, workDirectory, other);
    }
}
