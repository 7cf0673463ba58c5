package io.ymera.auth.external;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Requests to the provider. No redirect is followed, and an answer has at most {@value #LARGEST_ANSWER} bytes. Calls block, on
 * threads that are interrupted when an answer takes too long to end.
 */
final class ProviderHttp implements HTTPRequestSender, ResourceRetriever, AutoCloseable {

    static final int LARGEST_ANSWER = 256 * 1024;

    private final HttpClient client;
    private final Duration limit;

    /** @param limit until an answer has begun */
    ProviderHttp(Duration limit) {
        this.limit = limit;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limit)
                .build();
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        HttpRequest.Builder outgoing = HttpRequest.newBuilder(request.getURI());
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> outgoing.header(name, value)));
        @Nullable String body = request.getBody();
        outgoing.method(
                request.getMethod().name(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        HttpResponse<String> incoming = exchange(outgoing);
        HTTPResponse response = new HTTPResponse(incoming.statusCode());
        incoming.headers().map().forEach((name, values) -> response.setHeader(name, values.toArray(String[]::new)));
        response.setBody(incoming.body());
        return response;
    }

    /** The document at {@code url}; anything but a 200 is an {@link IOException}. */
    @Override
    public Resource retrieveResource(URL url) throws IOException {
        HttpResponse<String> answer =
                exchange(HttpRequest.newBuilder(URI.create(url.toString())).header("Accept", "application/json"));
        if (answer.statusCode() != HTTPResponse.SC_OK) {
            throw new IOException("%s answered %d".formatted(url, answer.statusCode()));
        }
        return new Resource(
                answer.body(), answer.headers().firstValue("Content-Type").orElse(null));
    }

    /** Not asynchronous, since then the answer would wait for a thread of the JVM's common pool. */
    private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(
                    request.timeout(limit).build(),
                    BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), LARGEST_ANSWER));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Nobody waits for the provider any more");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
