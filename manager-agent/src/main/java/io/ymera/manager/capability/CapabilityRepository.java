package io.ymera.manager.capability;

import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.contracts.agent.CapabilityDescriptor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

@Singleton
class CapabilityRepository {

    /** Writes on a change only: replicas of an agent announce the same. */
    private static final String UPSERT = """
            INSERT INTO capabilities AS known (name, version, description, parameters_schema, result_schema, updated_at)
            VALUES ($1, $2, $3, $4::text::json, $5::text::json, $6)
            ON CONFLICT (name, version) DO UPDATE
               SET description = excluded.description, parameters_schema = excluded.parameters_schema,
                   result_schema = excluded.result_schema, updated_at = excluded.updated_at
             WHERE (known.description, known.parameters_schema::text, known.result_schema::text)
                   <> (excluded.description, excluded.parameters_schema::text, excluded.result_schema::text)
            """;

    private static final String PRESENCE = """
            SELECT c.name, c.version, c.updated_at, coalesce(o.agents, 0) AS agents, coalesce(o.slots, 0) AS slots
              FROM capabilities c
              LEFT JOIN (SELECT offered.name, offered.version, count(*) AS agents, sum(a.slots) AS slots
                           FROM agents a
                          CROSS JOIN unnest(a.capabilities, a.capability_versions) AS offered (name, version)
                          WHERE a.status = 'online'
                          GROUP BY offered.name, offered.version) o
                ON o.name = c.name AND o.version = c.version
            """;

    private static final String FIND = """
            SELECT name, version, updated_at, description, parameters_schema::text, result_schema::text
              FROM capabilities JOIN unnest($1::text[], $2::integer[]) AS wanted (name, version) USING (name, version)
            """;

    private final ObjectMapper json;
    private final Clock clock;

    CapabilityRepository(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * Who offers a version now.
     *
     * @param updatedAt when its description or its schemas last changed
     */
    record Presence(CapabilityVersion capability, Instant updatedAt, int agents, int slots) {

        static Presence from(Row row) {
            return new Presence(
                    version(row),
                    row.getOffsetDateTime("updated_at").toInstant(),
                    Math.toIntExact(row.getLong("agents")),
                    Math.toIntExact(row.getLong("slots")));
        }
    }

    /** A version as it was announced. */
    record Announced(CapabilityVersion capability, Instant updatedAt, CapabilityDescriptor descriptor) {}

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

    /** All that are known. */
    Uni<List<Presence>> presence(SqlClient client) {
        return client.preparedQuery(PRESENCE)
                .execute()
                .map(rows -> rows.stream().map(Presence::from).toList());
    }

    Uni<List<Announced>> find(SqlClient client, Collection<CapabilityVersion> wanted) {
        String[] names = wanted.stream().map(CapabilityVersion::name).toArray(String[]::new);
        Integer[] versions = wanted.stream().map(CapabilityVersion::version).toArray(Integer[]::new);
        return client.preparedQuery(FIND)
                .execute(Tuple.of(names, versions))
                .map(rows -> rows.stream().map(this::announced).toList());
    }

    private static CapabilityVersion version(Row row) {
        return new CapabilityVersion(row.getString("name"), row.getInteger("version"));
    }

    private Announced announced(Row row) {
        CapabilityVersion capability = version(row);
        return new Announced(
                capability,
                row.getOffsetDateTime("updated_at").toInstant(),
                new CapabilityDescriptor(
                        capability.name(),
                        capability.version(),
                        row.getString("description"),
                        parse(row.getString("parameters_schema")),
                        parse(row.getString("result_schema"))));
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored schema can't be read", e);
        }
    }
}
