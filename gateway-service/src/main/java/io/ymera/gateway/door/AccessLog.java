package io.ymera.gateway.door;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import com.fasterxml.jackson.core.util.BufferRecycler;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.ymera.gateway.visit.Visit;
import io.ymera.web.identity.CallerPrincipal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON for each request, when its answer has ended or its connection is gone. Queries, and headers but for the client's name
 * of itself, are left out: they can hold secrets.
 */
@Singleton
class AccessLog {

    private static final String CATEGORY = "io.ymera.access";
    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final JsonFactory JSON = new JsonFactory();
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int LONGEST_AGENT = 200;

    private final Clock clock;

    AccessLog(Clock clock) {
        this.clock = clock;
    }

    /** The lines are JSON already, whatever the others look like. */
    void start(@Observes StartupEvent starting) {
        java.util.logging.Logger lines = java.util.logging.Logger.getLogger(CATEGORY);
        lines.setUseParentHandlers(false);
        lines.addHandler(new ConsoleHandler(ConsoleHandler.Target.SYSTEM_OUT, new PatternFormatter("%s%n")));
    }

    /** Writes that {@code visit} is over. */
    void write(Visit visit, boolean early) {
        if (LOG.isInfoEnabled()) {
            try {
                LOG.info(line(visit, early));
            } catch (IOException e) {
                throw new UncheckedIOException("A string can always be written", e);
            }
        }
    }

    private String line(Visit visit, boolean early) throws IOException {
        SegmentedStringWriter text = new SegmentedStringWriter(new BufferRecycler());
        try (JsonGenerator json = JSON.createGenerator(text)) {
            HttpServerResponse response = visit.response();
            json.writeStartObject();
            json.writeStringField("time", clock.instant().toString());
            json.writeStringField("trace_id", visit.trace().traceId());
            json.writeStringField("client", visit.client());
            json.writeStringField("method", visit.request().method().name());
            json.writeStringField("path", visit.request().path());
            json.writeNumberField("status", visit.status(early));
            json.writeNumberField("bytes", response.bytesWritten());
            json.writeNumberField(
                    "ms", Math.round((System.nanoTime() - visit.begun()) / NANOS_PER_MILLI * 100) / 100.0);
            @Nullable CallerPrincipal caller = visit.caller();
            if (caller != null) {
                json.writeStringField("caller", caller.name());
            }
            @Nullable String agent = visit.request().getHeader(HttpHeaders.USER_AGENT);
            if (agent != null) {
                json.writeStringField(
                        "agent", agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent);
            }
            if (early) {
                json.writeBooleanField("aborted", true);
            }
            json.writeEndObject();
        }
        return text.getAndClear();
    }
}
