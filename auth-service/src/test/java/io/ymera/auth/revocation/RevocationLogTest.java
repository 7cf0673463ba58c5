package io.ymera.auth.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.ymera.testkit.MutableClock;
import io.ymera.web.identity.Revocations;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Another replica's log, which reads when the test says so. */
@QuarkusTest
class RevocationLogTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    RevocationRepository repository;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    RevocationService revocations;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Pool database;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Vertx vertx;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    Revocations verifiers;

    private final MutableClock clock = new MutableClock(Instant.now());

    @Test
    void beforeItHasReadNobodyIsToldAnything() {
        RevocationLog replica = replica();

        assertThatThrownBy(() -> replica.after(null, Duration.ZERO).await().indefinitely())
                .isInstanceOf(ApiException.class);
    }

    /** Else those who follow would believe that nothing has been revoked, and not ask a replica that knows better. */
    @Test
    void whoeverCanNotReadSaysSo() {
        RevocationLog replica = replica();
        readOn(replica);
        long cursor = after(replica, 0L).cursor();

        clock.advance(Duration.ofSeconds(6));

        assertThatThrownBy(() -> after(replica, cursor)).isInstanceOf(ApiException.class);
        readOn(replica);
        assertThat(after(replica, cursor)).isNotNull();
    }

    @Test
    void aCursorOfAReplicaThatIsAheadIsWaitedFor() {
        RevocationLog behind = replica();
        readOn(behind);
        RevocationLog ahead = replica();
        UUID grant = revoke(1).getFirst();
        readOn(ahead);
        long cursor = last(ahead);
        CompletableFuture<RevocationLog.Page> waiting =
                behind.after(cursor, LONG).subscribeAsCompletionStage();

        readOn(behind);

        assertThat(verifiers.isRevoked(grant)).isTrue();
        assertThat(last(behind)).isEqualTo(cursor);
        assertThat(waiting.join().reset()).isFalse();
    }

    /** As after a database was restored. */
    @Test
    void aCursorThatStaysAheadStartsAnew() {
        RevocationLog replica = replica();
        readOn(replica);
        CompletableFuture<RevocationLog.Page> waiting =
                replica.after(Long.MAX_VALUE, LONG).subscribeAsCompletionStage();

        revoke(1);
        readOn(replica);

        assertThat(waiting.join().reset()).isTrue();
    }

    @Test
    void manyComeInPages() {
        List<UUID> grants = revoke(12_000);
        RevocationLog replica = replica();
        readOn(replica);

        List<UUID> told = new ArrayList<>();
        RevocationLog.Page page = replica.after(null, Duration.ZERO).await().indefinitely();
        assertThat(page.more()).isTrue();
        while (true) {
            assertThat(page.items()).hasSizeLessThanOrEqualTo(10_000);
            page.items().forEach(revocation -> told.add(revocation.grantId()));
            if (!page.more()) {
                break;
            }
            page = after(replica, page.cursor());
        }

        assertThat(told).containsAll(grants).doesNotHaveDuplicates();
    }

    private RevocationLog replica() {
        return new RevocationLog(repository, verifiers, vertx, clock);
    }

    private static void readOn(RevocationLog log) {
        log.readOn().await().indefinitely();
    }

    private static RevocationLog.Page after(RevocationLog log, long cursor) {
        return log.after(cursor, Duration.ZERO).await().indefinitely();
    }

    private static long last(RevocationLog log) {
        RevocationLog.Page page = log.after(null, Duration.ZERO).await().indefinitely();
        while (page.more()) {
            page = after(log, page.cursor());
        }
        return page.cursor();
    }

    private List<UUID> revoke(int count) {
        List<UUID> grants = Stream.generate(UUID::randomUUID).limit(count).toList();
        database.withTransaction(transaction -> revocations.revoke(transaction, grants))
                .await()
                .indefinitely();
        return grants;
    }
}
