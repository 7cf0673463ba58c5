package io.ymera.manager.callback;

import io.smallrye.mutiny.Uni;
import io.ymera.contracts.identity.Role;
import io.ymera.web.identity.Caller;
import io.ymera.web.problem.ApiException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /tasks/{id}/callbacks}: what became of a task's callbacks. */
@Path("/tasks/{id}/callbacks")
@RolesAllowed({Role.USER, Role.ADMIN})
@Tag(name = "Callbacks")
class CallbackResource {

    private final CallbackRepository repository;
    private final Caller caller;

    CallbackResource(CallbackRepository repository, Caller caller) {
        this.repository = repository;
        this.caller = caller;
    }

    record CallbackList(List<CallbackView> items) {}

    @GET
    @Operation(operationId = "listCallbacks", summary = "Tell what became of the callbacks of a task")
    public Uni<CallbackList> list(UUID id) {
        return repository
                .ofTask(id, caller.ownerFilter())
                .map(found -> found.orElseThrow(() -> ApiException.notFound("There is no task " + id)))
                .map(CallbackList::new);
    }
}
