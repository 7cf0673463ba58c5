package io.ymera.gateway.route;

import io.ymera.contracts.identity.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may use a route. There is no default: a route that does not say can't be made. */
public enum Access {
    /** No token is looked at. */
    ANYONE(Set.of()),
    USERS(Set.of(Role.USER, Role.ADMIN)),
    ADMINS(Set.of(Role.ADMIN)),
    SERVICES(Set.of(Role.SERVICE)),
    /** Each service for what is its own, admins for all. */
    SERVICES_AND_ADMINS(Set.of(Role.SERVICE, Role.ADMIN));

    private final Set<String> roles;

    Access(Set<String> roles) {
        this.roles = roles;
    }

    /** Who has one of these may; none if anyone may. */
    public Set<String> roles() {
        return roles;
    }

    /** Whether {@code role} is enough; null for nobody's. */
    public boolean allows(@Nullable String role) {
        return this == ANYONE || role != null && roles.contains(role);
    }
}
