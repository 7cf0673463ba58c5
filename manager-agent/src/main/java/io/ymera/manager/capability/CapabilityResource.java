package io.ymera.manager.capability;

import io.smallrye.mutiny.Uni;
import io.ymera.contracts.identity.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /capabilities}: what tasks can be asked for, and how many agents there are for them. */
@Path("/capabilities")
@RolesAllowed({Role.USER, Role.ADMIN})
@Tag(name = "Capabilities")
class CapabilityResource {

    private final Capabilities capabilities;

    CapabilityResource(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    record CapabilityList(List<Offer> items) {}

    @GET
    @Operation(operationId = "listCapabilities", summary = "List what tasks can be asked for")
    public Uni<CapabilityList> list() {
        return capabilities.list().map(CapabilityList::new);
    }
}
