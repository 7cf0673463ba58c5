package io.ymera.auth.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.persistence.Columns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code audit_events}, apart from recording, which is {@link AuditLog}'s. */
@Singleton
class AuditRepository {

    /** Any number that no other advisory lock of this database has. */
    private static final long LOCK = 0x61756469746c6f67L;

    private static final String COLUMNS =
            "id, occurred_at, action, outcome, actor, target, address, details, seq, hash";

    private static final String TRY_LOCK = """
            select pg_try_advisory_xact_lock($1)
            """;

    private static final String WAIT_FOR_LOCK = """
            select pg_advisory_xact_lock($1)
            """;

    private static final String HEAD = """
            select seq, hash from audit_events where seq is not null order by seq desc limit 1
            """;

    private static final String UNLINKED = """
            select %s from audit_events where seq is null order by id limit $1
            """.formatted(COLUMNS);

    private static final String LINK = """
            update audit_events e set seq = l.seq, hash = l.hash
            from unnest($1::uuid[], $2::bigint[], $3::bytea[]) as l (id, seq, hash)
            where e.id = l.id
            """;

    private static final String CHAIN = """
            select %s from audit_events where seq > $1 order by seq limit $2
            """.formatted(COLUMNS);

    // $1 and $2 are ids between which all are that may fit
    private static final String FITS = """
            id >= $1 and id < $2
                and ($3::timestamptz is null or occurred_at >= $3) and ($4::timestamptz is null or occurred_at < $4)
                and ($5::text is null or starts_with(action, $5)) and ($6::text is null or outcome = $6)
                and ($7::text is null or actor = $7) and ($8::text is null or target = $8)
                and ($9::text is null or address = $9)
            """;

    private static final String LIST = """
            select %s from audit_events where %s order by id desc limit $10
            """.formatted(COLUMNS, FITS);

    /** Statements of their own, so that no plan is made that goes through everything to find what one did. */
    private static final String LIST_OF_ACTOR = """
            select %s from audit_events where actor = $11 and %s order by id desc limit $10
            """.formatted(COLUMNS, FITS);

    private static final String LIST_OF_TARGET = """
            select %s from audit_events where target = $11 and %s order by id desc limit $10
            """.formatted(COLUMNS, FITS);

    private static final String EXPORT = """
            select %s from audit_events
            where seq is not null and id > $1 and id >= $2 and id < $3
                and ($4::timestamptz is null or occurred_at >= $4) and ($5::timestamptz is null or occurred_at < $5)
            order by id limit $6
            """.formatted(COLUMNS);

    private final Pool pool;

    AuditRepository(Pool pool) {
        this.pool = pool;
    }

    /** @param place what the event {@code id} has to be in the chain */
    record Link(UUID id, AuditHead place) {}

    /** Whether {@code transaction} is now the one that may link, until its end. */
    Uni<Boolean> tryLock(SqlClient transaction) {
        return transaction.preparedQuery(TRY_LOCK).execute(Tuple.of(LOCK)).map(rows -> rows.iterator()
                .next()
                .getBoolean(0));
    }

    /** Waits until it is. */
    Uni<Void> lock(SqlClient transaction) {
        return transaction.preparedQuery(WAIT_FOR_LOCK).execute(Tuple.of(LOCK)).replaceWithVoid();
    }

    Uni<AuditHead> head(SqlClient client) {
        return client.preparedQuery(HEAD).execute().map(rows -> rows.stream()
                .findFirst()
                .map(row -> new AuditHead(
                        row.getLong("seq"),
                        HexFormat.of().formatHex(row.getBuffer("hash").getBytes())))
                .orElse(AuditHead.NOTHING));
    }

    /** The oldest of those that have not been linked. */
    Uni<List<AuditEntry>> unlinked(SqlClient transaction, int limit) {
        return transaction.preparedQuery(UNLINKED).execute(Tuple.of(limit)).map(AuditRepository::entries);
    }

    Uni<Void> link(SqlClient transaction, List<Link> links) {
        Tuple columns = Tuple.of(
                Columns.of(links, UUID[]::new, Link::id),
                Columns.of(links, Long[]::new, link -> link.place().seq()),
                Columns.of(
                        links,
                        Buffer[]::new,
                        link -> Buffer.buffer(
                                HexFormat.of().parseHex(link.place().hash()))));
        return transaction.preparedQuery(LINK).execute(columns).replaceWithVoid();
    }

    /** The next ones after the number {@code seq}, in their order. */
    Uni<List<AuditEntry>> chain(long seq, int limit) {
        return pool.preparedQuery(CHAIN).execute(Tuple.of(seq, limit)).map(AuditRepository::entries);
    }

    /** The newest first; {@code cursor} is the last id of the page before this one, or null for the first page. */
    Uni<List<AuditEntry>> list(AuditFilter filter, @Nullable UUID cursor, int limit) {
        Tuple parameters = Tuple.from(Arrays.asList(
                filter.idsFrom(),
                cursor == null ? filter.idsBefore() : cursor,
                utc(filter.since()),
                utc(filter.until()),
                filter.action(),
                filter.outcome(),
                filter.actor(),
                filter.target(),
                filter.address(),
                limit));
        return (filter.actor() != null
                        ? pool.preparedQuery(LIST_OF_ACTOR).execute(parameters.addValue(filter.actor()))
                        : filter.target() != null
                                ? pool.preparedQuery(LIST_OF_TARGET).execute(parameters.addValue(filter.target()))
                                : pool.preparedQuery(LIST).execute(parameters))
                .map(AuditRepository::entries);
    }

    /** Those that have been linked, the oldest first, after the id {@code after}. */
    Uni<List<AuditEntry>> export(AuditFilter filter, UUID after, int limit) {
        return pool.preparedQuery(EXPORT)
                .execute(Tuple.from(Arrays.asList(
                        after, filter.idsFrom(), filter.idsBefore(), utc(filter.since()), utc(filter.until()), limit)))
                .map(AuditRepository::entries);
    }

    private static List<AuditEntry> entries(RowSet<Row> rows) {
        return rows.stream().map(AuditEntry::from).toList();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
