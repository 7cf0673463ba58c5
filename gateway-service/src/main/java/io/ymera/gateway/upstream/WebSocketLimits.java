package io.ymera.gateway.upstream;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** What a client's WebSocket may cost us. Without compression a small frame can't become a large one here. */
@Singleton
final class WebSocketLimits implements HttpServerOptionsCustomizer {

    private final UpstreamConfig.WebSocketConfig config;

    WebSocketLimits(UpstreamConfig config) {
        this.config = config.webSocket();
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setMaxWebSocketFrameSize(config.maxFrameSize())
                .setMaxWebSocketMessageSize(config.maxMessageSize())
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false);
    }
}
