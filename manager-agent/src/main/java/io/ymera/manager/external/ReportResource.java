package io.ymera.manager.external;

import io.smallrye.mutiny.Uni;
import io.ymera.contracts.identity.Role;
import io.ymera.manager.external.AttemptReports.Body;
import io.ymera.manager.external.AttemptReports.CompleteBody;
import io.ymera.manager.external.AttemptReports.FailBody;
import io.ymera.manager.external.AttemptReports.ProgressBody;
import io.ymera.manager.external.AttemptReports.ReleaseBody;
import io.ymera.web.identity.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /tasks/{id}/attempts/{n}}: agents report on the attempts that they have leased. */
@Path("/tasks/{id}/attempts/{attempt}")
@RolesAllowed(Role.SERVICE)
@Tag(name = "Attempts")
class ReportResource {

    private final Reports reports;
    private final Caller caller;

    ReportResource(Reports reports, Caller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    /** @param effect {@code applied}, or {@code duplicate} if it had been reported before */
    record Reported(UUID taskId, int attempt, String effect) {}

    @POST
    @Path("/progress")
    @Operation(operationId = "reportProgress", summary = "Report progress")
    public Uni<Reported> progress(UUID id, int attempt, @NotNull @Valid ProgressBody body) {
        return report(id, attempt, body);
    }

    @POST
    @Path("/complete")
    @Operation(operationId = "reportCompletion", summary = "Report that an attempt is completed")
    public Uni<Reported> complete(UUID id, int attempt, @NotNull @Valid CompleteBody body) {
        return report(id, attempt, body);
    }

    @POST
    @Path("/fail")
    @Operation(operationId = "reportFailure", summary = "Report that an attempt has failed")
    public Uni<Reported> fail(UUID id, int attempt, @NotNull @Valid FailBody body) {
        return report(id, attempt, body);
    }

    @POST
    @Path("/release")
    @Operation(operationId = "releaseAttempt", summary = "Hand an attempt back")
    public Uni<Reported> release(UUID id, int attempt, @NotNull @Valid ReleaseBody body) {
        return report(id, attempt, body);
    }

    private Uni<Reported> report(UUID id, int attempt, Body body) {
        return reports.report(id, attempt, caller.subject(), body)
                .map(effect -> new Reported(id, attempt, effect.wireName()));
    }
}
