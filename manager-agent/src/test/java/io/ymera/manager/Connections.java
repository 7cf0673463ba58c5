package io.ymera.manager;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Holds all connections of the manager's pool but one. Who waits for a second one while holding the first would wait for ever;
 * others do what they do one after the other.
 */
public final class Connections implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<SqlConnection> held;

    private Connections(List<SqlConnection> held) {
        this.held = held;
    }

    public static Connections allButOne(Pool pool) {
        int most = ConfigProvider.getConfig().getValue("quarkus.datasource.reactive.max-size", Integer.class);
        return new Connections(Uni.join()
                .all(Stream.generate(pool::getConnection).limit(most - 1).toList())
                .andFailFast()
                .await()
                .atMost(PATIENCE));
    }

    @Override
    public void close() {
        held.forEach(connection -> connection.close().await().atMost(PATIENCE));
    }
}
