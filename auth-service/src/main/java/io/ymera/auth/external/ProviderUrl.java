package io.ymera.auth.external;

import java.net.InetAddress;
import java.net.URI;

/** Which URLs secrets may be sent to: https, and http only to this machine. */
final class ProviderUrl {

    private ProviderUrl() {}

    /** Whether {@code url} is such a URL, with a host, and without a user or a fragment. */
    static boolean isSafe(String url) {
        try {
            return isSafe(URI.create(url));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The same of what was parsed already. */
    static boolean isSafe(URI uri) {
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return false;
        }
        return "https".equalsIgnoreCase(uri.getScheme())
                || ("http".equalsIgnoreCase(uri.getScheme()) && isLoopback(uri.getHost()));
    }

    /** Names are not looked up: what they mean may change. */
    private static boolean isLoopback(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
