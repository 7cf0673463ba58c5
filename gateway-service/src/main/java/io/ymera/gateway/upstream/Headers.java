package io.ymera.gateway.upstream;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which headers go through the gateway: inwards all but those that lie or belong to one hop, outwards only known ones. */
final class Headers {

    /** Also what says how long the body is: we say that ourselves. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "http2-settings",
            "host",
            "content-length",
            "transfer-encoding");

    /** Claims about who or where the client is; only the token and the connection say that. */
    private static final Set<String> CLAIMS = Set.of(
            "forwarded",
            "via",
            "x-real-ip",
            "x-client-ip",
            "true-client-ip",
            "cf-connecting-ip",
            "x-original-url",
            "x-rewrite-url",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            // Keys end at the gateway
            "x-api-key",
            // Ours is sent in its place
            "traceparent");

    private static final List<String> CLAIM_PREFIXES = List.of("x-forwarded-", "x-ymera-", "x-user-", "x-auth-");

    private static final String COOKIE = "cookie";
    private static final String SET_COOKIE = "set-cookie";

    private static final Set<String> OUTWARD = Set.of(
            "allow",
            "cache-control",
            "content-disposition",
            "content-encoding",
            "content-language",
            "content-type",
            "etag",
            "expires",
            "idempotent-replayed",
            "last-modified",
            "link",
            "location",
            "pragma",
            "retry-after",
            "vary",
            "www-authenticate");

    private Headers() {}

    /**
     * Copies of a request's headers what a service may hear; {@code cookies} only where they are of use. Names with an underscore are not for
     * services: some read it as a hyphen, and would take {@code X_Forwarded_For} for ours.
     */
    static void copyInward(MultiMap from, MultiMap to, boolean cookies) {
        Set<String> listed = listedByConnection(from);
        StringBuilder jar = new StringBuilder();
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.equals(COOKIE)) {
                // HTTP/2 may send them one by one (RFC 9113, section 8.2.3)
                jar.append(jar.isEmpty() ? "" : "; ").append(header.getValue());
            } else if (!HOP_BY_HOP.contains(name)
                    && !isClaim(name)
                    && !listed.contains(name)
                    && name.indexOf('_') < 0) {
                to.add(header.getKey(), header.getValue());
            }
        }
        if (cookies && !jar.isEmpty()) {
            to.set(HttpHeaders.COOKIE, jar);
        }
    }

    /** Copies of an answer's headers what a client may hear; a {@code Location} at the service becomes a path. */
    static void copyOutward(MultiMap from, MultiMap to, URI service, boolean cookies) {
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.equals("location")) {
                to.set(HttpHeaders.LOCATION, outside(header.getValue(), service.toString()));
            } else if (OUTWARD.contains(name) || cookies && name.equals(SET_COOKIE)) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }

    private static Set<String> listedByConnection(MultiMap headers) {
        if (!headers.contains(HttpHeaders.CONNECTION)) {
            return Set.of();
        }
        Set<String> listed = new HashSet<>();
        for (String value : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String name : value.split(",", -1)) {
                listed.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return listed;
    }

    private static boolean isClaim(String name) {
        return CLAIMS.contains(name)
                || name.startsWith("x-") && CLAIM_PREFIXES.stream().anyMatch(name::startsWith);
    }

    private static String outside(String location, String service) {
        if (!location.regionMatches(true, 0, service, 0, service.length())) {
            return location;
        }
        String path = location.substring(service.length());
        return switch (path.isEmpty() ? '/' : path.charAt(0)) {
            case '/' -> path.isEmpty() ? "/" : path;
            case '?', '#' -> "/" + path;
            // Another host, whose name or port only begins like this one
            default -> location;
        };
    }
}
