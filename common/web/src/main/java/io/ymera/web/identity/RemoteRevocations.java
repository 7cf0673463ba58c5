package io.ymera.web.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code GET /auth/revocations} of auth-service. */
@Singleton
@DefaultBean
class RemoteRevocations implements RevocationSource {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** A page has 10,000 revocations at most. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final AuthServiceClient auth;

    RemoteRevocations(AuthServiceClient auth) {
        this.auth = auth;
    }

    @Override
    public Uni<RevocationPage> after(@Nullable Long cursor, Duration wait) {
        String query = cursor == null ? "" : "?after=%d&wait=%d".formatted(cursor, wait.toSeconds());
        return auth.get("/auth/revocations" + query, PATIENCE.plus(wait), MOST_BYTES)
                .map(RemoteRevocations::page);
    }

    /** Throws what {@link UUID} and {@link Instant} do if it is none. */
    private static RevocationPage page(JsonNode answer) {
        JsonNode items = answer.path("items");
        if (!items.isArray() || !answer.path("cursor").canConvertToExactIntegral()) {
            throw new IllegalArgumentException("auth-service answered no revocations");
        }
        Map<UUID, Instant> ended = new HashMap<>();
        for (JsonNode item : items) {
            ended.put(
                    UUID.fromString(item.path("id").asText()),
                    Instant.parse(item.path("expires_at").asText()));
        }
        return new RevocationPage(
                ended, answer.path("cursor").longValue(), answer.path("more").asBoolean());
    }
}
