package io.ymera.gateway.door;

import static java.util.Objects.requireNonNullElse;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.gateway.visit.Step;
import io.ymera.gateway.visit.Visit;
import io.ymera.web.problem.Failure;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a body that is announced as too large before any of it is read; one that says nothing is counted while it streams. A compressed
 * one could become any size, so there are none.
 */
@Singleton
class BodyLimit implements Step {

    private final long usual;

    BodyLimit(DoorConfig config) {
        this.usual = config.bodyLimit().asLongValue();
    }

    @Override
    public void take(Visit visit) {
        long limit = requireNonNullElse(visit.requireMatch().route().bodyLimit(), usual);
        visit.setBodyLimit(limit);
        @Nullable String length = visit.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limit) {
            visit.refuse(Failure.bodyTooLarge(limit));
        } else if (isEncoded(visit.request().headers())) {
            visit.refuse(
                    Failure.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is, without Content-Encoding."));
        } else {
            visit.next();
        }
    }

    private static boolean isEncoded(MultiMap headers) {
        return headers.contains(HttpHeaders.CONTENT_ENCODING)
                && !headers.getAll(HttpHeaders.CONTENT_ENCODING).stream().allMatch("identity"::equalsIgnoreCase);
    }
}
