package io.ymera.contracts.identity;

/**
 * The roles that a token's {@code groups} claim can carry. The constants are strings because annotations need them.
 */
public final class Role {

    /** Sees and does its own things. */
    public static final String USER = "user";

    /** Sees and does everything. */
    public static final String ADMIN = "admin";

    /** An agent or a service: may register, heartbeat, lease and report on what it holds, and nothing else. */
    public static final String SERVICE = "service";

    private Role() {}
}
