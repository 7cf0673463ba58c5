package io.ymera.gateway.apidocs;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;

/**
 * Something to be handed out as it is.
 *
 * @param contentType its media type
 * @param plain it
 * @param gzip it, for those who accept {@code Content-Encoding: gzip}
 * @param contentSecurityPolicy what a page may load and do; for what is no page, nothing
 * @param maxAge for how long it need not be asked for again; zero if it has to be each time, with its entity tag
 */
public record Asset(String contentType, Body plain, Body gzip, String contentSecurityPolicy, Duration maxAge) {

    /**
     * One encoding of it.
     *
     * @param bytes not to be changed
     * @param etag a strong entity tag (RFC 9110), with its quotes
     */
    public record Body(Buffer bytes, String etag) {}
}
