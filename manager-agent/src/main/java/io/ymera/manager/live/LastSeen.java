package io.ymera.manager.live;

import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number of the last event that a client has seen, 0 for none, as it says so in a request for a stream. */
final class LastSeen {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private LastSeen() {}

    /**
     * Reads it.
     *
     * @param lastEventId the header {@code Last-Event-ID}, which wins: browsers send it when they reconnect; or null
     * @param after the query parameter {@code after}, or null
     * @throws ApiException with {@link ErrorCode#MALFORMED_REQUEST} if it is no number from 0
     */
    static long of(@Nullable String lastEventId, @Nullable String after) {
        if (lastEventId != null && !lastEventId.isEmpty()) {
            return number("The header Last-Event-ID", lastEventId);
        }
        return after == null ? 0 : number("The query parameter after", after);
    }

    private static long number(String name, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new ApiException(
                    ErrorCode.MALFORMED_REQUEST, name + " must be the number of an event, or 0 for all events");
        }
        return Long.parseLong(text);
    }
}
