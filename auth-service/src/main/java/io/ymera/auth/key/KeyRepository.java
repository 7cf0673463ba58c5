package io.ymera.auth.key;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.auth.secret.MasterKey;
import io.ymera.persistence.SecretCipher;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The table {@code signing_keys}. */
@Singleton
class KeyRepository {

    // Readers read on; whoever else wants to change something waits for the commit
    private static final String LOCK = """
            lock table signing_keys in share row exclusive mode
            """;

    // The time is there even if no key is
    private static final String TABLE = """
            select statement_timestamp() as now, kid, algorithm, status, created_at, activated_at, retired_at, expires_at
            from (values (1)) as always left join signing_keys on true
            order by array_position(array['next', 'active', 'retired'], status), retired_at desc
            """;

    private static final String KEYS = """
            select kid, status, encrypted_jwk from signing_keys
            order by array_position(array['next', 'active', 'retired'], status), retired_at desc
            """;

    private static final String INSERT = """
            insert into signing_keys (kid, algorithm, status, encrypted_jwk, created_at, activated_at)
            values ($1, $2, $3, $4, $5, $6)
            """;

    private static final String RETIRE_ACTIVE = """
            update signing_keys set status = 'retired', retired_at = $1, expires_at = $2 where status = 'active'
            """;

    private static final String ACTIVATE_NEXT = """
            update signing_keys set status = 'active', activated_at = $1 where status = 'next'
            """;

    private static final String DELETE_NEXT = """
            delete from signing_keys where status = 'next'
            """;

    private static final String DELETE_EXPIRED = """
            delete from signing_keys where expires_at <= $1
            """;

    private static final String DELETE_ALL = """
            delete from signing_keys
            """;

    private final SecretCipher cipher;

    KeyRepository(MasterKey master) {
        this.cipher = master.cipher("signing-key");
    }

    /** Lets one transaction at a time change keys. */
    Uni<Void> lock(SqlClient transaction) {
        return transaction.query(LOCK).execute().replaceWithVoid();
    }

    Uni<KeyTable> table(SqlClient client) {
        return client.preparedQuery(TABLE).execute().map(KeyRepository::table);
    }

    /** The keys themselves, in the order of the table; fails with {@link UnreadableKeyException} if one can't be decrypted. */
    Uni<Map<SigningKey, KeyStatus>> keys(SqlClient client) {
        return client.preparedQuery(KEYS).execute().map(rows -> {
            Map<SigningKey, KeyStatus> keys = new LinkedHashMap<>();
            for (Row row : rows) {
                keys.put(
                        decrypt(
                                row.getString("kid"),
                                row.getBuffer("encrypted_jwk").getBytes()),
                        KeyStatus.of(row.getString("status")));
            }
            return keys;
        });
    }

    Uni<Void> insertNext(SqlClient transaction, SigningKey key, Instant now) {
        return insert(transaction, key, KeyStatus.NEXT, now, null);
    }

    Uni<Void> insertActive(SqlClient transaction, SigningKey key, Instant now) {
        return insert(transaction, key, KeyStatus.ACTIVE, now, utc(now));
    }

    Uni<Void> retireActive(SqlClient transaction, Instant now) {
        return execute(transaction, RETIRE_ACTIVE, Tuple.of(utc(now), utc(now.plus(KeyTable.RETIRED_FOR))));
    }

    Uni<Void> activateNext(SqlClient transaction, Instant now) {
        return execute(transaction, ACTIVATE_NEXT, Tuple.of(utc(now)));
    }

    Uni<Void> deleteNext(SqlClient transaction) {
        return execute(transaction, DELETE_NEXT, Tuple.tuple());
    }

    Uni<Void> deleteExpired(SqlClient transaction, Instant now) {
        return execute(transaction, DELETE_EXPIRED, Tuple.of(utc(now)));
    }

    Uni<Void> deleteAll(SqlClient transaction) {
        return execute(transaction, DELETE_ALL, Tuple.tuple());
    }

    private Uni<Void> insert(
            SqlClient transaction,
            SigningKey key,
            KeyStatus status,
            Instant now,
            @Nullable OffsetDateTime activatedAt) {
        byte[] encrypted = cipher.encrypt(key.serialised(), key.kid());
        return execute(
                transaction,
                INSERT,
                Tuple.of(key.kid(), key.algorithm().id(), status.value(), encrypted, utc(now), activatedAt));
    }

    private SigningKey decrypt(String kid, byte[] encrypted) {
        try {
            SigningKey key = SigningKey.read(cipher.decrypt(encrypted, kid));
            if (key.kid().equals(kid)) {
                return key;
            }
            throw new UnreadableKeyException(kid, null);
        } catch (GeneralSecurityException | JoseException e) {
            throw new UnreadableKeyException(kid, e);
        }
    }

    private static KeyTable table(RowSet<Row> rows) {
        List<Row> all = rows.stream().toList();
        return new KeyTable(
                all.getFirst().getOffsetDateTime("now").toInstant(),
                all.stream()
                        .filter(row -> row.getString("kid") != null)
                        .map(KeyState::from)
                        .toList());
    }

    private static Uni<Void> execute(SqlClient transaction, String sql, Tuple values) {
        return transaction.preparedQuery(sql).execute(values).replaceWithVoid();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
