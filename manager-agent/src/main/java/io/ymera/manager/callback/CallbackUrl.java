package io.ymera.manager.callback;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a callback goes.
 *
 * @param host a name, or an address without brackets
 * @param target path and query, as they stand in the request
 */
record CallbackUrl(boolean tls, String host, int port, String target) {

    /**
     * A name, whose last label begins with a letter, or an address in its usual form: {@code 0x7f.1} and {@code 0177.0.0.1}
     * mean one thing to some and another to others.
     */
    private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9-]+\\.)*[A-Za-z][A-Za-z0-9-]*"
            + "|(?:0|[1-9][0-9]{0,2})(?:\\.(?:0|[1-9][0-9]{0,2})){3}"
            + "|\\[[0-9A-Fa-f:.]+]");

    /** The longest that is taken. */
    static final int MAX_LENGTH = 2_000;

    /**
     * Reads a URL, and looks at it only: what its host leads to is for the time of sending.
     *
     * @throws IllegalArgumentException if callbacks can't go there; the message says why, for the one who wrote it
     */
    static CallbackUrl parse(String url, CallbackSettings settings) {
        if (url.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("has more than %d characters".formatted(MAX_LENGTH));
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is not a URL", e);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && settings.allowHttp())) {
            throw new IllegalArgumentException(
                    settings.allowHttp() ? "must begin with https:// or http://" : "must begin with https://");
        }
        String host = uri.getHost();
        if (host == null || !HOST.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "names no host that is a DNS name (with xn-- for letters beyond a to z) or an address");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("must not hold a user or a password");
        }
        if (uri.getRawFragment() != null) {
            throw new IllegalArgumentException("must not have a fragment");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new IllegalArgumentException("has a port that there is not");
        }
        boolean tls = scheme.equals("https");
        CallbackUrl parsed = new CallbackUrl(
                tls,
                host.replaceAll("^\\[|]$", "").toLowerCase(Locale.ROOT),
                uri.getPort() < 0 ? tls ? 443 : 80 : uri.getPort(),
                target(uri));
        if (!settings.allowPrivate()
                && parsed.literal()
                        .filter(address -> !PublicAddress.isPublic(address))
                        .isPresent()) {
            throw new IllegalArgumentException("leads to an address that is not public");
        }
        return parsed;
    }

    /** The host's address, if it is one. */
    Optional<InetAddress> literal() {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Host and port as they stand in the request's Host header (RFC 9110, section 7.2). */
    String authority() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return port == (tls ? 443 : 80) ? name : name + ":" + port;
    }

    private static String target(URI uri) {
        URI ascii = URI.create(uri.toASCIIString());
        String path = ascii.getRawPath() == null || ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }
}
