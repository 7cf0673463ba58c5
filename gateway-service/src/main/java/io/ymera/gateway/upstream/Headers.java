package io.ymera.gateway.upstream;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which headers go through the gateway: inwards all but those that lie or belong to one hop, outwards only known ones. */
final class Headers {

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
            "http2-settings");

    /** Claims about who or where the client is; only the token and the connection say that. */
    private static final Set<String> CLAIMS = Set.of(
            "forwarded",
            "via",
            "x-real-ip",
            "x-original-url",
            "x-rewrite-url",
            "x-http-method-override",
            // Keys end at the gateway
            "x-api-key");

    private static final Set<String> OUTWARD = Set.of(
            "allow",
            "cache-control",
            "content-disposition",
            "content-encoding",
            "content-language",
            "content-length",
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

    /** Takes out of a request's headers what a service must not hear; {@code cookies} only where they are of use. */
    static void cleanInward(MultiMap headers, boolean cookies) {
        for (String listed : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String name : listed.split(",", -1)) {
                if (!name.isBlank() && !isFraming(name)) {
                    headers.remove(name.strip());
                }
            }
        }
        for (String name : Set.copyOf(headers.names())) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (HOP_BY_HOP.contains(lower) || isClaim(lower) || lower.equals("cookie") && !cookies) {
                headers.remove(name);
            }
        }
    }

    /** Leaves of an answer's headers what a client may hear; a {@code Location} at the service becomes a path. */
    static void cleanOutward(MultiMap headers, URI upstream, boolean cookies) {
        for (String name : Set.copyOf(headers.names())) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!OUTWARD.contains(lower) && !(lower.equals("set-cookie") && cookies)) {
                headers.remove(name);
            }
        }
        @Nullable String location = headers.get(HttpHeaders.LOCATION);
        if (location != null && location.startsWith(upstream + "/")) {
            headers.set(
                    HttpHeaders.LOCATION, location.substring(upstream.toString().length()));
        }
    }

    /** A client can't have the length or the framing of its own body taken out. */
    private static boolean isFraming(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.equals("content-length") || lower.equals("transfer-encoding") || lower.equals("host");
    }

    private static boolean isClaim(String lower) {
        return CLAIMS.contains(lower)
                || lower.startsWith("x-forwarded-")
                || lower.startsWith("x-ymera-")
                || lower.startsWith("x-user-")
                || lower.startsWith("x-auth-");
    }
}
