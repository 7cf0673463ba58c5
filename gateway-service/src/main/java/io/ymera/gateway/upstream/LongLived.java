package io.ymera.gateway.upstream;

import io.ymera.web.identity.CallerPrincipal;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;

/** Streams and WebSockets: how many are open, and how they are ended when we stop. Thread-safe. */
@Singleton
public class LongLived {

    private final UpstreamConfig config;
    private final Places streams = new Places("streams");
    private final Places webSockets = new Places("WebSockets");

    LongLived(UpstreamConfig config) {
        this.config = config;
    }

    /**
     * A place for another stream.
     *
     * @param ending ends it in good order; called on any thread when we stop
     * @throws ApiException if there are too many already, of the caller's or of all, or we stop
     */
    Places.Entry enterStream(CallerPrincipal caller, Runnable ending) {
        UpstreamConfig.StreamConfig most = config.stream();
        int share = caller.isService() ? most.maxPerService() : most.maxPerUser();
        return streams.enter(caller.subject(), share, most.maxConnections(), ending);
    }

    /** The same for a WebSocket. */
    Places.Entry enterWebSocket(CallerPrincipal caller, Runnable ending) {
        UpstreamConfig.WebSocketConfig most = config.webSocket();
        return webSockets.enter(caller.subject(), most.maxPerUser(), most.maxConnections(), ending);
    }

    public int openStreams() {
        return streams.taken();
    }

    public int openWebSockets() {
        return webSockets.taken();
    }

    /** Ends all there are; clients come back elsewhere and resume. */
    public void endAll() {
        streams.endAll();
        webSockets.endAll();
    }
}
