package io.ymera.manager.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * {@code /tasks/{id}/events}: the events of a task as server-sent events (WHATWG HTML, section 9.2), for those to whom a
 * WebSocket is too much. {@code id} is the event's number, {@code event} its type, {@code data} a {@link TaskEventView} in
 * JSON. A client that comes back says what it saw last; one that has seen all gets 204, which ends its coming back.
 */
@Path("/tasks/{id}/events")
@RolesAllowed({Role.USER, Role.ADMIN})
class TaskEventsResource {

    private final EventFeed feed;
    private final Caller caller;
    private final ObjectMapper json;
    private final Duration heartbeatInterval;

    TaskEventsResource(
            EventFeed feed,
            Caller caller,
            ObjectMapper json,
            @ConfigProperty(name = "ymera.live.heartbeat-interval") Duration heartbeatInterval) {
        this.feed = feed;
        this.caller = caller;
        this.json = json;
        this.heartbeatInterval = heartbeatInterval;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @TaskStream
    public Multi<OutboundSseEvent> events(
            UUID id,
            @RestHeader("Last-Event-ID") @Nullable String lastEventId,
            @RestQuery @Nullable String after,
            @Context Sse sse) {
        Multi<OutboundSseEvent> events = feed.follow(id, LastSeen.of(lastEventId, after), caller.ownerFilter())
                .map(event -> event(sse, event));
        return Heartbeats.among(events, heartbeatInterval, () -> sse.newEventBuilder()
                .comment("")
                .build());
    }

    private OutboundSseEvent event(Sse sse, TaskEventView event) {
        return sse.newEventBuilder()
                .id(String.valueOf(event.sequence()))
                .name(event.type())
                .data(write(event))
                .build();
    }

    private String write(TaskEventView event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event is always JSON", e);
        }
    }
}
