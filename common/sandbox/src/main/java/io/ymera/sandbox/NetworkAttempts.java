package io.ymera.sandbox;

/**
 * How often a confined program tried to reach a network, as the kernel counted it in the program's own network namespace.
 * The program can't change these counts.
 *
 * <p>What the proxy let through to a {@link Destination} is no attempt.
 *
 * <p>Not seen: what fails before the kernel looks for a way (an address that is not valid, a kind of socket that needs a
 * privilege, an IPv6 address that only holds on one link), what is read from {@code /etc/hosts}, and everything within the
 * program's own loopback but what {@code lookups} counts.
 *
 * @param connections connections and datagrams to an address that is not its own loopback; they all failed
 * @param lookups datagrams to a port of its own loopback on which nobody listens. Looking up a host's name comes to that:
 *     one for each kind of address that was asked for
 * @param refused requests to the proxy for what is not among {@link Command#allowed}
 */
public record NetworkAttempts(long connections, long lookups, long refused) {

    /** Whether there was any. */
    public boolean any() {
        return connections + lookups + refused > 0;
    }
}
