package io.ymera.auth.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows events. Non-blocking. */
@Singleton
class AuditService {

    private static final int PAGE = 500;
    private static final UUID LOWEST = new UUID(0, 0);

    private final AuditRepository events;
    private final AuditChainService chain;
    private final ObjectMapper json;

    AuditService(AuditRepository events, AuditChainService chain, ObjectMapper json) {
        this.events = events;
        this.chain = chain;
        this.json = json;
    }

    /** The newest first; {@code cursor} is the last id of the page before this one, or null for the first page. */
    Uni<List<AuditEntry>> list(AuditFilter filter, @Nullable UUID cursor, int limit) {
        return events.list(filter, cursor, limit);
    }

    /** A JSON object for each event, one a line, the oldest first; a page of events at a time. */
    Multi<String> jsonLines(AuditFilter filter) {
        return export(filter, event -> writeJson(event) + "\n");
    }

    /** The same as CSV. */
    Multi<String> csv(AuditFilter filter) {
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(Csv.HEADER),
                        export(filter, event -> Csv.line(event, writeJson(event.details()))));
    }

    /** Reads a page when the one before has been taken. */
    private Multi<String> export(AuditFilter filter, Function<AuditEntry, String> line) {
        AtomicReference<UUID> last = new AtomicReference<>(LOWEST);
        Multi<String> pages = Multi.createBy()
                .repeating()
                .uni(() -> events.export(filter, last.get(), PAGE).invoke(page -> {
                    if (!page.isEmpty()) {
                        last.set(page.getLast().eventId());
                    }
                }))
                .whilst(page -> page.size() == PAGE)
                .filter(page -> !page.isEmpty())
                .map(page -> page.stream().map(line).collect(Collectors.joining()));
        return chain.link().onItem().transformToMulti(linked -> pages);
    }

    private String writeJson(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An audit event can't be written as JSON", e);
        }
    }
}
