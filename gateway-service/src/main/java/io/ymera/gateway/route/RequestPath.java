package io.ymera.gateway.route;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path of a request, taken from the request line as it came, and only in a form that every server reads alike.
 *
 * <p>No path of ours needs percent-encoding, path parameters or dot segments. Those are what different servers normalise
 * differently, so that one checks a path and another serves a different one; they are refused, not repaired. A query is what can be seen
 * of ASCII and no more: whatever else it is to say, it says percent-encoded.
 */
public final class RequestPath {

    private static final Pattern SAFE = Pattern.compile("(/[A-Za-z0-9._~@:+-]+)+/?|/");
    private static final Pattern DOTS = Pattern.compile("/\\.\\.?(/|$)");
    private static final Pattern QUERY = Pattern.compile("[!-~&&[^#]]*");
    private static final int LONGEST = 1_000;

    private RequestPath() {}

    /** The path of {@code requestTarget} (RFC 9112, origin form), or empty if it is not one that we take. */
    public static Optional<String> of(String requestTarget) {
        int query = requestTarget.indexOf('?');
        String path = query < 0 ? requestTarget : requestTarget.substring(0, query);
        boolean safe = path.length() <= LONGEST
                && SAFE.matcher(path).matches()
                && (query < 0
                        || QUERY.matcher(requestTarget)
                                .region(query + 1, requestTarget.length())
                                .matches())
                && !DOTS.matcher(path).find();
        return safe ? Optional.of(path) : Optional.empty();
    }
}
