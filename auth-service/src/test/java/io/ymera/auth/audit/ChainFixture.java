package io.ymera.auth.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.ymera.auth.origin.Origin;
import io.ymera.persistence.Ids;
import io.ymera.testkit.PostgresResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import javax.crypto.spec.SecretKeySpec;

/** An audit log of its own, on real PostgreSQL, for tests that do to it what must not be done to the others'. */
final class ChainFixture implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String ROLE = "audit_chain";

    private final Vertx vertx = Vertx.vertx();
    private final Ids ids = new Ids();
    final Pool database;
    final AuditLog log;

    private ChainFixture(String databaseUrl) {
        this.database = Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(PgConnectOptions.fromUri(databaseUrl))
                .using(vertx)
                .build());
        this.log = new AuditLog(ids, Clock.systemUTC());
    }

    static String url() {
        return PostgresResource.databaseUrl(ROLE);
    }

    /** An empty log. */
    static ChainFixture empty() {
        ChainFixture fixture = new ChainFixture(url());
        fixture.sql("drop table if exists audit_events");
        fixture.sql("drop function if exists audit_events_are_append_only");
        fixture.sql(migration());
        return fixture;
    }

    /** The log that another process has filled. */
    static ChainFixture at(String databaseUrl) {
        return new ChainFixture(databaseUrl);
    }

    /** A log of {@code events} that have been linked. */
    static ChainFixture withLinked(int events) {
        ChainFixture fixture = empty();
        fixture.record(events);
        await(fixture.replica().link());
        return fixture;
    }

    /** One of several that link. */
    AuditChainService replica() {
        ChainHash hashes = new ChainHash(() -> new SecretKeySpec("a key of tests".getBytes(UTF_8), "HmacSHA256"));
        return new AuditChainService(new AuditRepository(database), hashes, database);
    }

    void record(int events) {
        for (int i = 0; i < events; i++) {
            await(log.record(
                    database,
                    AuditEvent.done("test.happened", "actor-" + i, null, new Origin("127.0.0.1", null))
                            .with("number", "" + i)));
        }
    }

    ChainCheck verify() {
        return await(replica().verify());
    }

    ChainCheck verify(AuditHead kept) {
        return await(replica().verify(kept));
    }

    AuditHead head() {
        return await(replica().head());
    }

    /** As somebody who owns the database. */
    void tamper(String sql) {
        sql("alter table audit_events disable trigger user");
        sql(sql);
        sql("alter table audit_events enable trigger user");
    }

    void sql(String sql) {
        await(database.query(sql).execute());
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    private static String migration() {
        try (InputStream sql = ChainFixture.class.getResourceAsStream("/db/migration/V3__audit.sql")) {
            return new String(sql.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        await(database.close());
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
