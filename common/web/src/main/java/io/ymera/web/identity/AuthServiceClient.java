package io.ymera.web.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gets what auth-service tells every service. Non-blocking. */
@Singleton
class AuthServiceClient {

    private static final int CONNECT_MILLIS = 2_000;
    /** Keys, and a wait for revocations. */
    private static final int CONNECTIONS = 4;

    private final HttpClient client;
    /** What comes is only heard by handlers that are set on the thread on which it comes. */
    private final Context loop;

    private final ObjectMapper json;
    private final String url;

    AuthServiceClient(Vertx vertx, ObjectMapper json, @ConfigProperty(name = "ymera.auth-service.url") String url) {
        this.json = json;
        this.url = url;
        this.loop = vertx.getOrCreateContext();
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setMaxPoolSize(CONNECTIONS));
    }

    /**
     * The JSON at {@code path}; fails if it is not there within {@code patience} or has more than {@code mostBytes}.
     *
     * @param path with its query
     */
    Uni<JsonNode> get(String path, Duration patience, int mostBytes) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(url + path)
                .setTimeout(patience.toMillis());
        return Uni.createFrom()
                .<Buffer>emitter(emitter -> loop.runOnContext(run -> client.request(request)
                        .compose(HttpClientRequest::send)
                        .compose(response -> body(response, mostBytes))
                        .onSuccess(emitter::complete)
                        .onFailure(emitter::fail)))
                .map(this::parse);
    }

    private static Future<Buffer> body(HttpClientResponse response, int mostBytes) {
        Promise<Buffer> whole = Promise.promise();
        response.exceptionHandler(whole::tryFail);
        if (response.statusCode() != 200) {
            response.request().reset();
            return Future.failedFuture(new IOException("auth-service answered " + response.statusCode()));
        }
        Buffer buffer = Buffer.buffer();
        response.handler(chunk -> {
            if (buffer.length() + chunk.length() > mostBytes) {
                whole.tryFail(new IOException("auth-service answered more than %d bytes".formatted(mostBytes)));
                response.request().reset();
            } else {
                buffer.appendBuffer(chunk);
            }
        });
        response.endHandler(ended -> whole.tryComplete(buffer));
        return whole.future();
    }

    private JsonNode parse(Buffer body) {
        try {
            return json.readTree(body.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("auth-service answered something that is no JSON", e);
        }
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
