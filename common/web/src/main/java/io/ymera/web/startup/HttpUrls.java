package io.ymera.web.startup;

import java.net.URI;
import java.util.Optional;

/** Checks of URLs that operators give us. */
public final class HttpUrls {

    private HttpUrls() {}

    /** Whether {@code url} is an absolute http or https URL with a host. */
    public static boolean isHttpUrl(String url) {
        return parse(url).isPresent();
    }

    /** Whether {@code url} is an http or https URL with a host and no path, query or user. */
    public static boolean isOrigin(String url) {
        return parse(url)
                .filter(uri -> uri.getRawPath().isEmpty() && uri.getRawQuery() == null)
                .filter(uri -> uri.getRawFragment() == null && uri.getRawUserInfo() == null)
                .isPresent();
    }

    private static Optional<URI> parse(String url) {
        try {
            return Optional.of(URI.create(url))
                    .filter(uri -> "http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    .filter(uri -> uri.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
