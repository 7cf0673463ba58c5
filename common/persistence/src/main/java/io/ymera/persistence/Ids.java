package io.ymera.persistence;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** Makes ids: UUIDv7 (RFC 9562), so that ids sort by the time of their making and indexes stay dense. Thread-safe. */
@Singleton
public class Ids {

    /** 48 bits of milliseconds. */
    private static final Instant LATEST = Instant.ofEpochMilli((1L << 48) - 1);

    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

    /**
     * Not greater than any id that was made at {@code instant} or later, and greater than all that were made in an earlier
     * millisecond; for a look at a range of ids in place of times. Instants outside of what ids can hold count as its ends.
     */
    public static UUID lowestOf(Instant instant) {
        long millis = instant.isBefore(Instant.EPOCH)
                ? 0
                : instant.isAfter(LATEST) ? LATEST.toEpochMilli() : instant.toEpochMilli();
        return new UUID(millis << 16, 0);
    }

    /** A new id, unlike any other. */
    public UUID next() {
        return generator.generate();
    }
}
