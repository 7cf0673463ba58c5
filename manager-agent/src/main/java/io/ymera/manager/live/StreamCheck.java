package io.ymera.manager.live;

import io.smallrye.mutiny.Uni;
import io.ymera.web.identity.Caller;
import io.ymera.web.problem.ApiException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses a stream before its head is sent; after that nothing could be refused any more. */
class StreamCheck {

    private final EventFeed feed;
    private final Caller caller;

    StreamCheck(EventFeed feed, Caller caller) {
        this.feed = feed;
        this.caller = caller;
    }

    @ServerRequestFilter
    @TaskStream
    public Uni<@Nullable Response> checkTask(ContainerRequestContext request) {
        return check(Source.Kind.TASK, request);
    }

    @ServerRequestFilter
    @WorkflowStream
    public Uni<@Nullable Response> checkWorkflow(ContainerRequestContext request) {
        return check(Source.Kind.WORKFLOW, request);
    }

    /** Lets the request pass, or answers it: 404 where there is no such thing, 204 where nothing more is to be told. */
    private Uni<@Nullable Response> check(Source.Kind kind, ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        Source source = new Source(kind, id(uri.getPathParameters().getFirst("id")));
        long after = LastSeen.of(
                request.getHeaderString("Last-Event-ID"),
                uri.getQueryParameters().getFirst("after"));
        return feed.state(source, caller.ownerFilter())
                .map(state -> state.isOver(after) ? Response.noContent().build() : null);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ApiException.notFound("There is nothing of this id");
        }
    }
}
