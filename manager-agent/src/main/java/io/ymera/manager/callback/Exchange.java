package io.ymera.manager.callback;

import io.netty.channel.ConnectTimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import java.net.SocketException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. Of the answer the status counts, and a pause that it asks for; the body is read so that the
 * receiver can finish, up to a limit, and left alone. Safe for use by several threads.
 */
final class Exchange {

    static final int BODY_LIMIT = 64 * 1024;

    private final HttpClient client;
    private final RequestOptions options;
    private final Buffer body;
    private @Nullable HttpClientRequest request;
    private @Nullable Answer answer;
    private boolean over;

    Exchange(HttpClient client, RequestOptions options, Buffer body) {
        this.client = client;
        this.options = options;
        this.body = body;
    }

    /** Sends it, once. Never fails; whoever does not want to wait any longer cancels, which closes the connection. */
    Uni<Answer> send() {
        return Uni.createFrom().emitter(emitter -> {
            emitter.onTermination(this::hangUp);
            client.request(options)
                    .onSuccess(connected -> {
                        if (begin(connected)) {
                            connected
                                    .send(body)
                                    .onSuccess(response -> read(response, emitter))
                                    .onFailure(thrown -> emitter.complete(Answer.failed(meaning(thrown))));
                        }
                    })
                    .onFailure(thrown -> emitter.complete(Answer.failed(meaning(thrown))));
        });
    }

    /** The answer, if its head is there, else a timeout. */
    synchronized Answer answerByNow() {
        return answer == null ? Answer.failed(DeliveryError.TIMEOUT) : answer;
    }

    private synchronized boolean begin(HttpClientRequest connected) {
        request = connected;
        // Else every answer that is no HTTP would stand in our log as an error
        connected.exceptionHandler(thrown -> {});
        connected.connection().exceptionHandler(thrown -> {});
        if (over) {
            connected.connection().close();
        }
        return !over;
    }

    private void read(HttpClientResponse response, UniEmitter<? super Answer> emitter) {
        Answer received = Answer.of(response.statusCode(), retryAfter(response));
        synchronized (this) {
            answer = received;
        }
        int[] bytes = {0};
        response.exceptionHandler(thrown -> emitter.complete(received));
        response.endHandler(end -> emitter.complete(received));
        response.handler(chunk -> {
            bytes[0] += chunk.length();
            if (bytes[0] > BODY_LIMIT) {
                emitter.complete(received);
            }
        });
    }

    private synchronized void hangUp() {
        over = true;
        if (request != null) {
            request.connection().close();
        }
    }

    /** Zero unless it is a number of seconds; dates are rare, and the pause grows anyway. */
    private static Duration retryAfter(HttpClientResponse response) {
        String value = response.getHeader(HttpHeaders.RETRY_AFTER);
        return value != null && value.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(value)) : Duration.ZERO;
    }

    private static DeliveryError meaning(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            switch (t) {
                case ConnectTimeoutException e -> {
                    return DeliveryError.CONNECT_FAILED;
                }
                case SSLException e -> {
                    return DeliveryError.TLS_FAILED;
                }
                case HttpClosedException e -> {
                    return DeliveryError.CONNECTION_LOST;
                }
                case StreamResetException e -> {
                    return DeliveryError.CONNECTION_LOST;
                }
                case java.net.ConnectException e -> {
                    return DeliveryError.CONNECT_FAILED;
                }
                case java.net.NoRouteToHostException e -> {
                    return DeliveryError.CONNECT_FAILED;
                }
                case SocketException e -> {
                    return DeliveryError.CONNECTION_LOST;
                }
                default -> {
                    // its cause may tell
                }
            }
        }
        return DeliveryError.BAD_ANSWER;
    }
}
