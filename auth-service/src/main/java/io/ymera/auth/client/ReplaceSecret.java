package io.ymera.auth.client;

import io.ymera.web.json.KnownMembersOnly;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /clients/{id}/secret}, which may be missing.
 *
 * @param overlapSeconds how long the secret before is good as well, 0 to 86,400; null counts as 0. With 0 all tokens that the
 *     client has end too
 */
@KnownMembersOnly
record ReplaceSecret(
        @Min(value = 0, message = RULE) @Max(value = 86_400, message = RULE) @Nullable
        Integer overlapSeconds) {

    static final ReplaceSecret AT_ONCE = new ReplaceSecret(null);

    private static final String RULE = "must be from 0 to 86400";

    Duration overlap() {
        return Duration.ofSeconds(overlapSeconds == null ? 0 : overlapSeconds);
    }
}
