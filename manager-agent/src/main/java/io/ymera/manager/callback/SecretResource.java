package io.ymera.manager.callback;

import io.smallrye.mutiny.Uni;
import io.ymera.contracts.identity.Role;
import io.ymera.web.identity.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** {@code /callbacks/secret}: what the caller's callbacks are signed with. Takes no idempotency key: answers are not kept. */
@Path("/callbacks/secret")
@RolesAllowed({Role.USER, Role.ADMIN})
class SecretResource {

    private final Secrets secrets;
    private final Caller caller;

    SecretResource(Secrets secrets, Caller caller) {
        this.secrets = secrets;
        this.caller = caller;
    }

    @POST
    public Uni<RestResponse<Secrets.NewSecret>> create() {
        return secrets.create(caller.subject())
                .map(created -> ResponseBuilder.create(RestResponse.Status.CREATED, created)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @GET
    public Uni<Secrets.SecretView> get() {
        return secrets.get(caller.subject());
    }
}
