package io.ymera.sandbox;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A server that a confined program may reach, over HTTP and HTTPS and through the proxy that its environment names. Who may
 * reach a server reaches everything that this server answers for, under other names too.
 *
 * @param host a name, which must resolve to public addresses only, or an address, which may be any; in lower case
 * @param port 1 to 65535
 */
public record Destination(String host, int port) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");
    private static final Pattern V6 = Pattern.compile("[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*");
    private static final Pattern V4 = Pattern.compile("[0-9]+(\\.[0-9]+){3}");

    /** Checks both; an {@link IllegalArgumentException} names the one that is wrong. */
    public Destination {
        host = host.toLowerCase(Locale.ROOT);
        if (host.length() > 253
                || !NAME.matcher(host).matches() && !V6.matcher(host).matches()) {
            throw new IllegalArgumentException("host is \"" + host + "\", but must be a host's name or an address");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port is " + port + ", but must be from 1 to 65535");
        }
    }

    /** Whether whoever allowed it named an address, and so that very one. */
    boolean isAddress() {
        return V4.matcher(host).matches() || V6.matcher(host).matches();
    }
}
