package io.ymera.auth.revocation;

import io.smallrye.mutiny.Uni;
import io.ymera.web.problem.ApiException;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /auth/revocations}: tells the other services which grants have ended. Not a route of the gateway. Open to whoever
 * can reach this service, as the key set is: an id of a grant that has ended is of no use to anybody else.
 */
@Path("/auth/revocations")
class RevocationResource {

    private static final int LONGEST_WAIT_SECONDS = 20;

    private final RevocationLog log;

    RevocationResource(RevocationLog log) {
        this.log = log;
    }

    /**
     * @param id of the grant
     * @param expiresAt until when that matters
     */
    record Item(UUID id, Instant expiresAt) {}

    /**
     * @param items in their order
     * @param cursor to be given as {@code after} the next time
     * @param reset whether {@code items} begin with the first that there is
     * @param more whether there is more already
     */
    record Answer(List<Item> items, long cursor, boolean reset, boolean more) {}

    @GET
    @PermitAll
    @Operation(operationId = "listRevocations", summary = "Tell which grants have ended")
    @Extension(name = "x-internal", value = "true", parseValue = true)
    public Uni<RestResponse<Answer>> after(@RestQuery @Nullable String after, @RestQuery @Nullable String wait) {
        return log.after(number("after", after, Long.MAX_VALUE), wait(wait))
                .map(page -> new Answer(
                        page.items().stream()
                                .map(revocation -> new Item(revocation.grantId(), revocation.expiresAt()))
                                .toList(),
                        page.cursor(),
                        page.reset(),
                        page.more()))
                .map(answer -> RestResponse.ResponseBuilder.ok(answer)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    private static Duration wait(@Nullable String text) {
        Long seconds = number("wait", text, LONGEST_WAIT_SECONDS);
        return Duration.ofSeconds(seconds == null ? 0 : seconds);
    }

    private static @Nullable Long number(String name, @Nullable String text, long most) {
        if (text == null) {
            return null;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below
        }
        throw ApiException.invalid("", "%s: must be a number from 0 to %d".formatted(name, most));
    }
}
