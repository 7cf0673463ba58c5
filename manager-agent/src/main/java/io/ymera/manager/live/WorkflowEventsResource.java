package io.ymera.manager.live;

import io.smallrye.mutiny.Multi;
import io.ymera.contracts.identity.Role;
import io.ymera.web.identity.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * {@code /workflows/{id}/events}: the events of a workflow as {@link ServerSentEvents}, for those to whom a WebSocket is too
 * much. A client that comes back says what it saw last; one that has seen all gets 204, which ends its coming back.
 */
@Path("/workflows/{id}/events")
@RolesAllowed({Role.USER, Role.ADMIN})
@Tag(name = "Live events")
class WorkflowEventsResource {

    private final ServerSentEvents events;
    private final Caller caller;

    WorkflowEventsResource(ServerSentEvents events, Caller caller) {
        this.events = events;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @WorkflowStream
    @Operation(operationId = "followWorkflow", summary = "Follow the events of a workflow")
    @APIResponse(responseCode = "200", ref = "EventStream")
    @APIResponse(responseCode = "204", description = "The workflow has ended, and all its events were seen")
    public Multi<OutboundSseEvent> events(
            UUID id,
            @RestHeader("Last-Event-ID") @Nullable String lastEventId,
            @RestQuery @Nullable String after,
            @Context Sse sse) {
        return events.of(Source.workflow(id), LastSeen.of(lastEventId, after), caller.principal(), sse);
    }
}
