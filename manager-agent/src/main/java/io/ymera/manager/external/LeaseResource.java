package io.ymera.manager.external;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.ymera.contracts.identity.Role;
import io.ymera.manager.agent.ServedTypes;
import io.ymera.web.identity.Caller;
import io.ymera.web.identity.CallerPrincipal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /agents/{id}/leases}: an agent asks for work, and waits for it (long poll). */
@Path("/agents/{id}/leases")
@RolesAllowed(Role.SERVICE)
@Tag(name = "Agents")
class LeaseResource {

    private final Leasing leasing;
    private final Caller caller;

    LeaseResource(Leasing leasing, Caller caller) {
        this.leasing = leasing;
        this.caller = caller;
    }

    record LeaseList(List<Lease> leases) {}

    /** What was claimed for a client that is gone by then goes back at once, as far as its going is noticed. */
    @POST
    @Operation(operationId = "leaseTasks", summary = "Ask for work, and wait for it")
    public Uni<LeaseList> lease(UUID id, @NotNull @Valid LeaseRequest request, @Context RoutingContext exchange) {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        CompletableFuture<List<Lease>> answered = new CompletableFuture<>();
        exchange.addEndHandler(ended -> {
            if (ended.failed()) {
                gone.complete(null);
                answered.thenAccept(
                        leases -> leasing.giveBackLeases(leases).subscribe().with(done -> {}));
            }
        });
        CallerPrincipal service = caller.principal();
        return leasing.lease(id, service.subject(), request, type -> ServedTypes.require(service, type), gone)
                .invoke(answered::complete)
                .map(LeaseList::new);
    }
}
