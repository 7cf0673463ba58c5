package io.ymera.manager.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.ymera.contracts.identity.Role;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.identity.CallerPrincipal;
import io.ymera.web.identity.RightsInTime;
import io.ymera.web.problem.Failure;
import io.ymera.web.problem.ProblemWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.SessionScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code /ws}: a client asks for the events of its tasks and workflows and gets them as they happen.
 *
 * <p>It sends {@code {"type": "subscribe", "task_id": "…", "after": 0}}, or the same with a {@code workflow_id}, and receives {@link EventView}s in JSON, from
 * the one after number {@code after}; what can't be served is answered with {@code {"type": "error", …}} and the
 * connection stays. After a lost connection it subscribes again from the last number that it saw.
 */
@WebSocket(path = "/ws")
@RolesAllowed({Role.USER, Role.ADMIN})
@SessionScoped
public class LiveSocket {

    private static final Logger LOG = Logger.getLogger(LiveSocket.class);
    private static final int MOST_SUBSCRIPTIONS = 100;
    /** RFC 6455: a policy is violated. */
    private static final int POLICY_VIOLATION = 1008;

    private final EventFeed feed;
    private final WebSocketConnection connection;
    private final CallerPrincipal caller;
    private final RightsInTime rights;
    private final ProblemWriter problems;
    private final ObjectMapper json;
    private final Map<Source, Following> subscriptions = new ConcurrentHashMap<>();
    private @Nullable Cancellable right;

    LiveSocket(
            EventFeed feed,
            WebSocketConnection connection,
            SecurityIdentity identity,
            RightsInTime rights,
            ProblemWriter problems,
            ObjectMapper json) {
        this.feed = feed;
        this.connection = connection;
        this.caller = (CallerPrincipal) identity.getPrincipal();
        this.rights = rights;
        this.problems = problems;
        this.json = json;
    }

    @RegisterForReflection
    record Subscribe(
            @Nullable String type,
            @Nullable UUID taskId,
            @Nullable UUID workflowId,
            long after) {
        /** What is to be followed, or null if it is nothing or unclear. */
        @Nullable
        Source source() {
            if (taskId != null) {
                return workflowId == null ? Source.task(taskId) : null;
            }
            return workflowId == null ? null : Source.workflow(workflowId);
        }
    }

    @RegisterForReflection
    record ErrorMessage(
            String type, @Nullable UUID taskId, @Nullable UUID workflowId, String code, String detail) {
        static ErrorMessage of(ErrorCode code, @Nullable Source source, String detail) {
            UUID id = source == null ? null : source.id();
            boolean isTask = source != null && source.kind() == Source.Kind.TASK;
            return new ErrorMessage("error", isTask ? id : null, isTask ? null : id, code.code(), detail);
        }
    }

    /** A subscription that may end before the call that began it has returned. */
    private static final class Following {
        private @Nullable Cancellable cancellable;
        private boolean cancelled;

        synchronized void begin(Cancellable begun) {
            cancellable = begun;
            if (cancelled) {
                begun.cancel();
            }
        }

        synchronized void cancel() {
            cancelled = true;
            if (cancellable != null) {
                cancellable.cancel();
            }
        }
    }

    /** A connection ends with the token and with its session, and so do the subscriptions. */
    @OnOpen
    void opened() {
        WebSocketConnection client = ClientProxy.unwrap(connection);
        right = rights.whenOver(caller, why -> client.close(new CloseReason(POLICY_VIOLATION, why))
                .subscribe()
                .with(closed -> {}, gone -> LOG.debugf(gone, "The client is gone")));
    }

    @OnTextMessage
    Uni<Void> received(String message) {
        Subscribe command;
        try {
            command = json.readValue(message, Subscribe.class);
        } catch (JsonProcessingException e) {
            return send(
                    connection,
                    ErrorMessage.of(
                            ErrorCode.MALFORMED_REQUEST, null, "The message is not the JSON of a subscribe command"));
        }
        Source source = command == null ? null : command.source();
        if (source == null || !"subscribe".equals(command.type())) {
            return send(
                    connection,
                    ErrorMessage.of(
                            ErrorCode.VALIDATION_FAILED,
                            null,
                            "Send {\"type\": \"subscribe\", \"task_id\": \"…\", \"after\": 0}, or with a workflow_id"));
        }
        return subscribe(source, command.after());
    }

    @OnClose
    void closed() {
        if (right != null) {
            right.cancel();
        }
        subscriptions.values().forEach(Following::cancel);
        subscriptions.clear();
    }

    private Uni<Void> subscribe(Source source, long after) {
        if (subscriptions.size() >= MOST_SUBSCRIPTIONS && !subscriptions.containsKey(source)) {
            return send(
                    connection,
                    ErrorMessage.of(
                            ErrorCode.OVERLOADED,
                            source,
                            "A connection follows %d tasks and workflows at most; open another"
                                    .formatted(MOST_SUBSCRIPTIONS)));
        }
        // Events come outside of the session's context, where its proxy leads nowhere
        WebSocketConnection client = ClientProxy.unwrap(connection);
        Following following = new Following();
        Following earlier = subscriptions.put(source, following);
        if (earlier != null) {
            earlier.cancel();
        }
        following.begin(feed.follow(source, after, caller.ownerFilter())
                .onItem()
                .transformToUniAndConcatenate(event -> send(client, event))
                .subscribe()
                .with(
                        sent -> {},
                        failure -> {
                            subscriptions.remove(source, following);
                            failed(client, source, failure);
                        },
                        () -> subscriptions.remove(source, following)));
        return Uni.createFrom().voidItem();
    }

    private void failed(WebSocketConnection client, Source source, Throwable failure) {
        if (!client.isOpen()) {
            return;
        }
        Failure meaning = problems.meaning(failure);
        ErrorMessage message = ErrorMessage.of(meaning.code(), source, meaning.detail());
        if (meaning.code() == ErrorCode.INTERNAL_ERROR) {
            LOG.errorf(failure, "The events of %s can't be followed", source);
            message = ErrorMessage.of(
                    ErrorCode.UNAVAILABLE, source, "The events can't be followed at the moment; subscribe again");
        }
        send(client, message).subscribe().with(sent -> {}, lost -> LOG.debugf(lost, "The client is gone"));
    }

    private Uni<Void> send(WebSocketConnection client, Object message) {
        try {
            return client.sendText(json.writeValueAsString(message));
        } catch (JsonProcessingException e) {
            return Uni.createFrom().failure(e);
        }
    }
}
