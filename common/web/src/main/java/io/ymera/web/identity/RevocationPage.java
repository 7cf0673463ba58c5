package io.ymera.web.identity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A part of what has been revoked.
 *
 * @param ended ids of grants, and until when that has to be remembered
 * @param cursor where to go on
 * @param more whether there is more already
 */
public record RevocationPage(Map<UUID, Instant> ended, long cursor, boolean more) {

    public RevocationPage {
        ended = Map.copyOf(ended);
    }
}
