package io.ymera.manager.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to a request, to the letter.
 *
 * @param status an HTTP status, 200 to 299
 * @param location the header {@code Location}, or null for none
 * @param body JSON
 * @param replayed whether the request had been answered before and nothing was done this time
 */
public record Answer(int status, @Nullable String location, String body, boolean replayed) {

    /** The header that tells a replayed answer from a first one. */
    public static final String REPLAYED = "Idempotent-Replayed";

    /** The answer as HTTP. */
    public RestResponse<String> response() {
        ResponseBuilder<String> response =
                ResponseBuilder.<String>create(status).entity(body).type(MediaType.APPLICATION_JSON_TYPE);
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        if (replayed) {
            response.header(REPLAYED, "true");
        }
        return response.build();
    }
}
