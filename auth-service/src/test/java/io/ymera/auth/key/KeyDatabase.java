package io.ymera.auth.key;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.data.Interval;
import io.vertx.sqlclient.PoolOptions;
import io.ymera.auth.audit.AuditLog;
import io.ymera.auth.secret.MasterKey;
import io.ymera.persistence.DatabaseUrl;
import io.ymera.testkit.PostgresResource;
import io.ymera.web.identity.TokenSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;

/** A database of auth-service that no running one uses, without keys at first, and replicas on it. */
final class KeyDatabase implements AutoCloseable {

    /** For HS256. */
    static final String SECRET = "a secret of tests that has more than thirty-two bytes";

    private final DatabaseUrl url;
    private final Vertx vertx;
    private final MasterKey master;
    private final AuditLog audit;
    private final Pool pool;
    private final List<Pool> pools = new ArrayList<>();

    KeyDatabase(Vertx vertx, MasterKey master, AuditLog audit) {
        this.url = DatabaseUrl.parse(PostgresResource.databaseUrl("auth_keys"));
        this.vertx = vertx;
        this.master = master;
        this.audit = audit;
        Flyway.configure()
                .dataSource(url.jdbcUrl(), url.user(), url.password())
                .load()
                .migrate();
        this.pool = connect();
        execute("delete from signing_keys");
    }

    /**
     * A replica of the service, as far as keys go; it has not been started.
     *
     * @param pool its own connections, to be closed by a test that cuts it off
     */
    record Replica(KeyService keys, KeyRotation rotation, KeyWatch watch, Pool pool) {

        Replica started() {
            watch.start().await().indefinitely();
            return this;
        }

        void tick() {
            watch.tick().await().indefinitely();
        }

        String kid() {
            return keys.signer().kid();
        }
    }

    private record Tokens(String issuer, String algorithm, Optional<String> secretKey) implements TokenSettings {}

    Replica replica(String algorithm, Clock clock) {
        Pool own = connect();
        KeyRepository repository = new KeyRepository(master);
        KeySettings settings = new KeySettings(new Tokens("http://localhost:8000", algorithm, Optional.of(SECRET)), 30);
        KeyService keys = new KeyService(own, repository, settings, clock);
        KeyRotation rotation = new KeyRotation(own, repository, settings, audit, vertx);
        return new Replica(keys, rotation, new KeyWatch(keys, rotation), own);
    }

    Replica replica(String algorithm) {
        return replica(algorithm, Clock.systemUTC());
    }

    /** Lets time pass for the keys. */
    void age(Duration by) {
        pool.preparedQuery("""
                        update signing_keys set created_at = created_at - $1, activated_at = activated_at - $1,
                            retired_at = retired_at - $1, expires_at = expires_at - $1
                        """).executeAndAwait(Tuple.of(Interval.of(by)));
    }

    void execute(String sql, Object... values) {
        pool.preparedQuery(sql).executeAndAwait(Tuple.from(values));
    }

    List<Row> rows(String sql) {
        return pool.preparedQuery(sql).executeAndAwait().stream().toList();
    }

    /** {@code algorithm status}, in the order of the key set. */
    List<String> keys() {
        return rows("""
                        select algorithm || ' ' || status from signing_keys
                        order by array_position(array['next', 'active', 'retired'], status), retired_at desc
                        """).stream().map(row -> row.getString(0)).toList();
    }

    private Pool connect() {
        Pool connected = Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(3))
                .connectingTo(new PgConnectOptions()
                        .setHost(url.host())
                        .setPort(url.port())
                        .setDatabase(url.database())
                        .setUser(url.user())
                        .setPassword(url.password()))
                .using(vertx.getDelegate())
                .build());
        pools.add(connected);
        return connected;
    }

    @Override
    public void close() {
        pools.forEach(Pool::closeAndAwait);
    }
}
