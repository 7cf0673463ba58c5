package io.ymera.web.problem;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a connection on which a request was answered before its body was read. */
class UnreadBodyTest {

    private static final Duration LINGER = Duration.ofMillis(50);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(1));
    private final HttpServer server = await(
            vertx.createHttpServer().requestHandler(UnreadBodyTest.this::serve).listen(0, "127.0.0.1"));

    @AfterEach
    void close() {
        await(vertx.close());
    }

    /** The second request is under way when the time that the first had is over. */
    @Test
    void theNextRequestIsNotCutOffHoweverOftenTheLastWasDiscarded() {
        HttpClientResponse refused = await(request("/twice").compose(request -> request.send("a body")));
        assertThat(refused.statusCode()).isEqualTo(400);

        HttpClientResponse next = await(request("/slow").compose(HttpClientRequest::send));

        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(next.request().connection()).isSameAs(refused.request().connection());
    }

    @Test
    void theNextRequestIsNotCutOffIfSomebodyElseHeardTheEndOfTheBody() {
        HttpClientResponse refused = await(request("/other").compose(request -> request.send("a body")));
        assertThat(refused.statusCode()).isEqualTo(400);

        HttpClientResponse next = await(request("/slow").compose(HttpClientRequest::send));

        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(next.request().connection()).isSameAs(refused.request().connection());
    }

    @Test
    void aBodyThatDoesNotComeEndsItsConnection() {
        HttpClientRequest request = await(request("/twice"));
        HttpConnection connection = request.connection();
        Promise<Void> closed = Promise.promise();
        connection.closeHandler(closed::complete);

        request.setChunked(true).write("the begin");

        assertThat(await(request.response()).statusCode()).isEqualTo(400);
        await(closed.future());
    }

    private void serve(HttpServerRequest request) {
        switch (requireNonNull(request.path())) {
            case "/twice" -> {
                request.pause();
                UnreadBody.discard(vertx, request, LINGER);
                UnreadBody.discard(vertx, request, LINGER);
                request.response().setStatusCode(400).end();
            }
            case "/other" -> {
                request.pause();
                UnreadBody.discard(vertx, request, LINGER);
                request.endHandler(
                        ended -> request.response().setStatusCode(400).end());
            }
            default ->
                // Later than what the other request left behind
                vertx.setTimer(LINGER.multipliedBy(2).toMillis(), due -> request.response()
                        .end(Buffer.buffer("late")));
        }
    }

    private Future<HttpClientRequest> request(String path) {
        return client.request(HttpMethod.POST, server.actualPort(), "127.0.0.1", path);
    }

    private static <T> T await(Future<T> done) {
        return done.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
