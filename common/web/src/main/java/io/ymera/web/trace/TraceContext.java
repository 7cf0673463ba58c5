package io.ymera.web.trace;

import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request stands in a distributed trace (W3C Trace Context, level 1).
 *
 * @param traceId 32 lower-case hex digits, not all zero
 * @param spanId 16 lower-case hex digits, not all zero: this process' part of the trace
 * @param sampled whether the caller records the trace
 */
public record TraceContext(String traceId, String spanId, boolean sampled) {

    /** The name of the HTTP header that carries it. */
    public static final String HEADER = "traceparent";

    private static final String KEY = TraceContext.class.getName();
    private static final Pattern TRACE_PARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int LENGTH = 55;

    /** A new trace. */
    public static TraceContext create() {
        return new TraceContext(hex(16), hex(8), false);
    }

    /** A new span in the trace that {@code traceparent} names, or in a new trace if it is null or not valid. */
    public static TraceContext continuing(@Nullable String traceparent) {
        if (traceparent == null
                || traceparent.length() != LENGTH
                || !TRACE_PARENT.matcher(traceparent).matches()) {
            return create();
        }
        boolean sampled = (HexFormat.fromHexDigits(traceparent, 53, 55) & 1) == 1;
        return new TraceContext(traceparent.substring(3, 35), hex(8), sampled);
    }

    /** That of {@code request}, or empty for a request that failed before it had one. */
    public static Optional<TraceContext> of(RoutingContext request) {
        return Optional.ofNullable(request.get(KEY));
    }

    /** The trace id of {@code request}, or null for a request that failed before it had one. */
    public static @Nullable String traceIdOf(RoutingContext request) {
        return of(request).map(TraceContext::traceId).orElse(null);
    }

    void attachTo(RoutingContext request) {
        request.put(KEY, this);
    }

    /** The header value that hands this context on. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }

    /** Identifiers need to be unique, not secret; the last byte is odd so that it never is all zero. */
    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        random[bytes - 1] |= 1;
        return HexFormat.of().formatHex(random);
    }
}
