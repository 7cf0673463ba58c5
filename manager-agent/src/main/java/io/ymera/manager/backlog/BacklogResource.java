package io.ymera.manager.backlog;

import io.smallrye.mutiny.Uni;
import io.ymera.contracts.identity.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /backlog}: how much work of a task type there is, in the form that KEDA's metrics-api scaler reads. */
@Path("/backlog")
@RolesAllowed({Role.SERVICE, Role.ADMIN})
@Tag(name = "Capabilities")
class BacklogResource {

    private final Backlogs backlogs;

    BacklogResource(Backlogs backlogs) {
        this.backlogs = backlogs;
    }

    @GET
    @Operation(operationId = "getBacklog", summary = "Tell how much work of a task type there is")
    public Uni<Backlog> backlog(
            @RestQuery("task_type") @NotNull @Pattern(regexp = "[a-z][a-z0-9_]{0,63}") String taskType,
            @RestQuery @Min(1) @Nullable Integer version) {
        return backlogs.of(taskType, version);
    }
}
