package io.ymera.gateway.door;

import io.quarkus.security.ForbiddenException;
import io.ymera.gateway.route.Access;
import io.ymera.gateway.visit.Step;
import io.ymera.gateway.visit.Visit;
import io.ymera.web.identity.CallerPrincipal;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** May it? By role alone; whose things they are is decided by the service that has them. */
@Singleton
class RoleCheck implements Step {

    @Override
    public void take(Visit visit) {
        @Nullable CallerPrincipal caller = visit.caller();
        Access access = visit.requireMatch().route().access();
        if (access.allows(caller == null ? null : caller.role())) {
            visit.next();
        } else {
            visit.refuse(new ForbiddenException());
        }
    }
}
