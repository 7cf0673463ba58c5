package io.ymera.persistence;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Makes ids: UUIDv7 (RFC 9562), so that ids sort by the time of their making and indexes stay dense. Thread-safe. */
@Singleton
public class Ids {

    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

    /** A new id, unlike any other. */
    public UUID next() {
        return generator.generate();
    }
}
