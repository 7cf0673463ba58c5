package io.ymera.manager.retention;

import java.time.Instant;
import java.util.UUID;

/** UUIDs of version 7 sort by the time of their making (RFC 9562), which makes the primary key an index by age. */
final class Ages {

    /** Less than any UUIDv7. */
    static final UUID FIRST = new UUID(0, 0);

    private Ages() {}

    /** A UUID that is not greater than any that was made at {@code instant} or later, and greater than those made before. */
    static UUID firstOf(Instant instant) {
        return new UUID(instant.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
    }
}
