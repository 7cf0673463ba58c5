package io.ymera.manager.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The definitions of workflows; since they never change, small ones that were used lately are kept. Thread-safe. */
@Singleton
class Definitions {

    private static final int MOST_KEPT = 500;
    private static final int SMALL = 16 * 1024;

    private static final String FIND = """
            SELECT id, definition::text FROM workflows WHERE id = ANY ($1)
            """;

    private final ObjectMapper json;
    private final Map<UUID, Definition> kept = new LinkedHashMap<>(16, 0.75f, true);

    Definitions(ObjectMapper json) {
        this.json = json;
    }

    /** Those of workflows that exist. */
    Uni<Map<UUID, Definition>> of(SqlClient client, Collection<UUID> ids) {
        Map<UUID, Definition> found = new HashMap<>();
        synchronized (kept) {
            ids.forEach(id -> found.computeIfAbsent(id, kept::get));
        }
        List<UUID> missing = ids.stream().filter(id -> !found.containsKey(id)).toList();
        if (missing.isEmpty()) {
            return Uni.createFrom().item(found);
        }
        return client.preparedQuery(FIND)
                .execute(Tuple.of((Object) missing.toArray(UUID[]::new)))
                .map(rows -> {
                    for (Row row : rows) {
                        UUID id = row.getUUID("id");
                        found.put(id, of(id, row.getString("definition")));
                    }
                    return found;
                });
    }

    /** The definition of the workflow {@code id}, which is stored as {@code text}. */
    Definition of(UUID id, String text) {
        synchronized (kept) {
            Definition known = kept.get(id);
            if (known != null) {
                return known;
            }
        }
        try {
            Definition definition = DefinitionReader.stored(json.readTree(text));
            if (text.length() <= SMALL) {
                keep(id, definition);
            }
            return definition;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored definition can't be read", e);
        }
    }

    private void keep(UUID id, Definition definition) {
        synchronized (kept) {
            kept.put(id, definition);
            if (kept.size() > MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }
}
