package io.ymera.gateway.door;

import static java.util.Objects.requireNonNullElse;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.gateway.apidocs.ApiDocs;
import io.ymera.gateway.apidocs.Asset;
import io.ymera.gateway.health.Health;
import io.ymera.gateway.visit.Visit;
import io.ymera.web.problem.Failure;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the gateway answers by itself, to anyone, and without limits: its health, and what the API is. */
@Singleton
class OwnAnswers {

    private static final int NOT_MODIFIED = 304;

    private final Health health;
    private final ApiDocs docs;

    OwnAnswers(Health health, ApiDocs docs) {
        this.health = health;
        this.docs = docs;
    }

    /** Answers {@code visit} if {@code path} is one of ours; whether it is. */
    boolean answer(String path, Visit visit) {
        Optional<Runnable> answer = health.at(path, visit)
                .or(() -> docs.find(path).map(asset -> () -> send(asset, visit.request(), visit.response())));
        answer.ifPresent(send -> {
            HttpMethod method = visit.request().method();
            if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
                visit.request().resume();
                send.run();
            } else {
                visit.refuse(new Failure(
                        ErrorCode.METHOD_NOT_ALLOWED,
                        "This path does not have this method.",
                        List.of(),
                        Map.of("Allow", "GET, HEAD")));
            }
        });
        return answer.isPresent();
    }

    private static void send(Asset asset, HttpServerRequest request, HttpServerResponse response) {
        boolean zipped = requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT_ENCODING), "")
                .contains("gzip");
        Asset.Body body = zipped ? asset.gzip() : asset.plain();
        response.putHeader(HttpHeaders.CONTENT_TYPE, asset.contentType())
                .putHeader(HttpHeaders.ETAG, body.etag())
                .putHeader(
                        HttpHeaders.CACHE_CONTROL,
                        asset.maxAge().isZero()
                                ? "no-cache"
                                : "public, max-age=" + asset.maxAge().toSeconds())
                .putHeader(SecurityHeaders.POLICY, asset.contentSecurityPolicy());
        // Beside what CORS has said of it
        response.headers().add(HttpHeaders.VARY, "Accept-Encoding");
        if (zipped) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (requireNonNullElse(request.getHeader(HttpHeaders.IF_NONE_MATCH), "").contains(body.etag())) {
            response.setStatusCode(NOT_MODIFIED).end();
        } else if (request.method() == HttpMethod.HEAD) {
            response.putHeader(
                            HttpHeaders.CONTENT_LENGTH,
                            Integer.toString(body.bytes().length()))
                    .end();
        } else {
            response.end(body.bytes());
        }
    }
}
