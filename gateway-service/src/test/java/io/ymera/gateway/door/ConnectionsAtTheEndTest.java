package io.ymera.gateway.door;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.gateway.RawHttp;
import io.ymera.gateway.visit.Visit;
import io.ymera.web.problem.Failure;
import io.ymera.web.problem.ProblemWriter;
import io.ymera.web.trace.TraceContext;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections when we stop. Requests to {@code /now} are answered at once, others when the test says so. */
class ConnectionsAtTheEndTest {

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final ProblemWriter problems = new ProblemWriter(new ObjectMapper(), List.of());
    private final Connections connections = new Connections(vertx, new TestDoor(Optional.empty()), new AtomicInteger());
    private final BlockingQueue<Visit> waiting = new LinkedBlockingQueue<>();
    private final HttpServer server = vertx.createHttpServer()
            .connectionHandler(connections::opened)
            .requestHandler(this::serve)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    private final URI url = URI.create("http://127.0.0.1:" + server.actualPort());

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void serve(HttpServerRequest request) {
        connections.begun(request);
        Visit visit = new Visit(
                request,
                requireNonNull(Vertx.currentContext()),
                TraceContext.create(),
                "127.0.0.1",
                problems,
                List.of(this::answer));
        visit.next();
        connections.entered(visit, request.connection());
    }

    private void answer(Visit visit) {
        if ("/now".equals(visit.request().path())) {
            visit.response().end("now");
        } else {
            waiting.add(visit);
        }
    }

    @Test
    void beforeThatTheyAreKept() throws IOException {
        try (RawHttp http = new RawHttp(url)) {
            assertThat(http.send(get("/now")).answer()).doesNotContainIgnoringCase("connection:");
            assertThat(http.send(get("/now")).answer()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void theNextAnswerIsTheLastAndIsSaidToBe() throws IOException {
        try (RawHttp http = new RawHttp(url)) {
            http.send(get("/now")).answer();

            tell(Connections::leave);

            assertThat(http.send(get("/now")).answer()).containsIgnoringCase("connection: close");
            assertThat(http.isClosed()).isTrue();
        }
    }

    @Test
    void whoComesAnewIsServedOnce() throws IOException {
        tell(Connections::leave);
        try (RawHttp http = new RawHttp(url)) {
            assertThat(http.send(get("/now")).answer()).startsWith("HTTP/1.1 200");
            assertThat(http.isClosed()).isTrue();
        }
    }

    @Test
    void whatIsIdleIsClosedAndWhatIsNotWhenItIs() throws Exception {
        try (RawHttp idle = new RawHttp(url);
                RawHttp busy = new RawHttp(url)) {
            idle.send(get("/now")).answer();
            busy.send(get("/later"));
            Visit visit = requireNonNull(waiting.poll(30, TimeUnit.SECONDS));

            tell(Connections::close);

            assertThat(idle.isClosed()).isTrue();
            visit.run(() -> visit.response().end("later"));
            assertThat(busy.answer()).endsWith("later");
            assertThat(busy.isClosed()).isTrue();
        }
    }

    @Test
    void whoWaitsInVainIsTold() throws Exception {
        try (RawHttp http = new RawHttp(url)) {
            http.send(get("/later"));
            requireNonNull(waiting.poll(30, TimeUnit.SECONDS));
            tell(Connections::close);

            tell(mine -> mine.cutOff(Failure.of(ErrorCode.UNAVAILABLE, "We stop.")));

            assertThat(http.answer()).startsWith("HTTP/1.1 503").containsIgnoringCase("retry-after:");
            assertThat(http.isClosed()).isTrue();
        }
    }

    @Test
    void overHttp2WhatIsUnderWayIsAnsweredAndTheClientIsToldToGo() throws Exception {
        CompletableFuture<Long> toldToGo = new CompletableFuture<>();
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
        tell(Connections::leave);

        String answer = client.request(HttpMethod.GET, server.actualPort(), "127.0.0.1", "/now")
                .onSuccess(
                        request -> request.connection().goAwayHandler(said -> toldToGo.complete(said.getErrorCode())))
                .compose(HttpClientRequest::send)
                .compose(HttpClientResponse::body)
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS)
                .toString();

        assertThat(answer).isEqualTo("now");
        assertThat(toldToGo.get(30, TimeUnit.SECONDS)).isZero();
    }

    private void tell(Consumer<Connections> what) {
        CompletableFuture<Void> told = new CompletableFuture<>();
        vertx.nettyEventLoopGroup().next().execute(() -> {
            what.accept(connections);
            told.complete(null);
        });
        told.join();
    }

    private static String get(String path) {
        return "GET %s HTTP/1.1\r\nHost: g\r\n\r\n".formatted(path);
    }
}
