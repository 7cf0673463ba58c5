package io.ymera.gateway.upstream;

import jakarta.inject.Singleton;

/** What a client's WebSocket may send at once. */
@Singleton
public class WebSocketSizes {

    private final UpstreamConfig.WebSocketConfig config;

    WebSocketSizes(UpstreamConfig config) {
        this.config = config.webSocket();
    }

    /** Bytes. */
    public int frame() {
        return config.maxFrameSize();
    }

    /** Bytes. */
    public int message() {
        return config.maxMessageSize();
    }
}
