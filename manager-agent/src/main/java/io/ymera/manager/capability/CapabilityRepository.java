package io.ymera.manager.capability;

import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.agent.CapabilityDescriptor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

@Singleton
class CapabilityRepository {

    private static final String UPSERT = """
            INSERT INTO capabilities (name, version, description, parameters_schema, result_schema, updated_at)
            VALUES ($1, $2, $3, $4::text::json, $5::text::json, $6)
            ON CONFLICT (name, version) DO UPDATE
               SET description = excluded.description, parameters_schema = excluded.parameters_schema,
                   result_schema = excluded.result_schema, updated_at = excluded.updated_at
            """;

    private static final String LIST = """
            SELECT name, version, description, parameters_schema::text, result_schema::text FROM capabilities ORDER BY name, version
            """;

    private static final String FIND = """
            SELECT name, version, description, parameters_schema::text, result_schema::text FROM capabilities
             WHERE name = $1 ORDER BY version DESC LIMIT 1
            """;

    private final Pool pool;
    private final ObjectMapper json;
    private final Clock clock;

    CapabilityRepository(Pool pool, ObjectMapper json, Clock clock) {
        this.pool = pool;
        this.json = json;
        this.clock = clock;
    }

    Uni<Void> upsert(SqlConnection connection, CapabilityDescriptor capability) {
        return connection
                .preparedQuery(UPSERT)
                .execute(Tuple.of(
                        capability.name(),
                        capability.version(),
                        capability.description(),
                        capability.parametersSchema().toString(),
                        capability.resultSchema().toString(),
                        OffsetDateTime.ofInstant(clock.instant(), UTC)))
                .replaceWithVoid();
    }

    Uni<List<CapabilityDescriptor>> list() {
        return pool.preparedQuery(LIST)
                .execute()
                .map(rows -> rows.stream().map(this::from).toList());
    }

    Uni<Optional<CapabilityDescriptor>> find(String name) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(name))
                .map(rows -> rows.stream().map(this::from).findFirst());
    }

    private CapabilityDescriptor from(Row row) {
        return new CapabilityDescriptor(
                row.getString(0),
                row.getInteger(1),
                row.getString(2),
                parse(row.getString(3)),
                parse(row.getString(4)));
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored schema can't be read", e);
        }
    }
}
