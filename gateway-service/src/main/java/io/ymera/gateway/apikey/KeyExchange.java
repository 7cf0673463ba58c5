package io.ymera.gateway.apikey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.gateway.address.ClientAddress;
import io.ymera.web.problem.ApiException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Asks auth-service for a token for an API key. Non-blocking. */
@Singleton
class KeyExchange {

    private static final String FORM = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange"
            + "&subject_token_type=urn%3Aymera%3Aparams%3Aoauth%3Atoken-type%3Aapi-key"
            + "&subject_token=";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int CONNECTIONS = 32;
    private static final int MOST_WAITING = 1_000;

    private final HttpClient client;
    private final ObjectMapper json;
    private final String url;

    KeyExchange(Vertx vertx, ObjectMapper json, @ConfigProperty(name = "ymera.auth-service.url") String url) {
        this.json = json;
        this.url = url + "/auth/token";
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(CONNECTIONS)
                .setMaxWaitQueueSize(MOST_WAITING));
    }

    /**
     * A token.
     *
     * @param value the JWT
     * @param lifetime how long it is good for
     */
    record Token(String value, Duration lifetime) {

        @Override
        public String toString() {
            return "Token[]";
        }
    }

    /**
     * To be called on an event loop.
     *
     * @param client the address that the key comes from
     * @return fails with {@link AuthenticationFailedException} if the key is not good, and with {@link ApiException} if that can't be
     *     said now
     */
    Uni<Token> exchange(ApiKey key, String client) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url)
                .setTimeout(PATIENCE.toMillis())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded")
                .putHeader(ClientAddress.HEADER, client);
        Buffer form = Buffer.buffer(FORM + URLEncoder.encode(key.text(), StandardCharsets.US_ASCII));
        return Uni.createFrom().emitter(emitter -> send(options, form)
                .onSuccess(emitter::complete)
                .onFailure(thrown -> emitter.fail(
                        thrown instanceof SecurityException || thrown instanceof ApiException
                                ? thrown
                                : unavailable(thrown))));
    }

    private Future<Token> send(RequestOptions options, Buffer form) {
        return client.request(options)
                .compose((HttpClientRequest request) -> request.send(form))
                .compose(response -> response.body().map(body -> token(response.statusCode(), body)));
    }

    private Token token(int status, Buffer body) {
        return switch (status) {
            case 200 -> granted(body);
            case 400, 401, 403 -> throw new AuthenticationFailedException("auth-service refuses the API key");
            case 429 ->
                throw new ApiException(ErrorCode.TOO_MANY_REQUESTS, "Too many keys are tried: try again later.");
            default -> throw unavailable(null);
        };
    }

    private Token granted(Buffer body) {
        try {
            JsonNode answer = json.readTree(body.toString());
            return new Token(
                    answer.path("access_token").asText(),
                    Duration.ofSeconds(answer.path("expires_in").asLong()));
        } catch (JsonProcessingException e) {
            throw unavailable(e);
        }
    }

    private static ApiException unavailable(@Nullable Throwable thrown) {
        return new ApiException(
                ErrorCode.UNAVAILABLE, "API keys can't be checked at the moment: try again.", List.of(), thrown);
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
