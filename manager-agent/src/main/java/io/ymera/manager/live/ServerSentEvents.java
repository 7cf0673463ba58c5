package io.ymera.manager.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.ymera.web.identity.CallerPrincipal;
import io.ymera.web.identity.RightsInTime;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Events as server-sent events (WHATWG HTML, section 9.2): {@code id} is the event's number, {@code event} its type, {@code
 * data} an {@link EventView} in JSON.
 */
@Singleton
class ServerSentEvents {

    private final EventFeed feed;
    private final RightsInTime rights;
    private final ObjectMapper json;
    private final Duration heartbeatInterval;

    ServerSentEvents(
            EventFeed feed,
            RightsInTime rights,
            ObjectMapper json,
            @ConfigProperty(name = "ymera.live.heartbeat-interval") Duration heartbeatInterval) {
        this.feed = feed;
        this.rights = rights;
        this.json = json;
        this.heartbeatInterval = heartbeatInterval;
    }

    /** As {@link EventFeed#follow}, with signs of life in between, until the token of {@code viewer} expires or its session ends. */
    Multi<OutboundSseEvent> of(Source source, long after, CallerPrincipal viewer, Sse sse) {
        Multi<OutboundSseEvent> events =
                feed.follow(source, after, viewer.ownerFilter()).map(event -> event(sse, event));
        Multi<OutboundSseEvent> withBeats = Heartbeats.among(events, heartbeatInterval, () -> sse.newEventBuilder()
                .comment("")
                .build());
        return RightsEnd.of(withBeats, viewer, rights);
    }

    private OutboundSseEvent event(Sse sse, EventView event) {
        return sse.newEventBuilder()
                .id(String.valueOf(event.sequence()))
                .name(event.type())
                .data(write(event))
                .build();
    }

    private String write(EventView event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event is always JSON", e);
        }
    }
}
