package io.ymera.auth.audit;

import static io.ymera.auth.audit.ChainFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import io.ymera.auth.audit.ChainCheck.Problem;
import io.ymera.auth.origin.Origin;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chain is for: whoever can write to the database can't change the past unnoticed. */
class AuditChainTest {

    @Test
    void anEmptyLogIsIntact() {
        try (ChainFixture log = ChainFixture.empty()) {
            assertThat(log.verify()).isEqualTo(ChainCheck.good(0, AuditHead.NOTHING));
        }
    }

    @Test
    void whatWasRecordedIsLinkedAndIntact() {
        try (ChainFixture log = ChainFixture.empty()) {
            log.record(7);

            ChainCheck check = log.verify();

            assertThat(check.intact()).isTrue();
            assertThat(check.events()).isEqualTo(7);
            assertThat(check.head()).isEqualTo(log.head());
            assertThat(check.head().seq()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_events set actor = 'mallory' where seq = 3",
                "update audit_events set seq = 30 where seq = 3",
                "update audit_events set hash = '\\x00' where seq = 3",
                "update audit_events set seq = null, hash = null where seq = 3",
                "delete from audit_events where seq = 3",
                "delete from audit_events",
                "truncate audit_events"
            })
    void theTableTakesNoChange(String sql) {
        try (ChainFixture log = ChainFixture.withLinked(5)) {
            assertThatThrownBy(() -> log.sql(sql))
                    .isInstanceOf(PgException.class)
                    .hasMessageContaining("append-only");

            assertThat(log.verify().intact()).isTrue();
            assertThat(log.head().seq()).isEqualTo(5);
        }
    }

    @Test
    void linkingMustNotChangeAnythingElse() {
        try (ChainFixture log = ChainFixture.empty()) {
            log.record(1);

            assertThatThrownBy(() -> log.sql("update audit_events set seq = 1, hash = '\\x00', target = 'x'"))
                    .isInstanceOf(PgException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id = gen_random_uuid()",
                "occurred_at = occurred_at + interval '1 microsecond'",
                "action = 'test.else'",
                "outcome = 'failure'",
                "actor = null",
                "actor = ''",
                "target = ''",
                "address = '127.0.0.2'",
                "details = '{}'",
                "details = '{\"number\": 2}'",
                "details = '[\"number\", \"2\"]'",
                "details = details || '{\"more\": \"1\"}'",
                // the same characters in other fields
                "actor = 'actor-', target = '2'",
                "hash = '\\x00'",
                "hash = null"
            })
    void aChangedEventIsFound(String change) {
        try (ChainFixture log = ChainFixture.withLinked(5)) {
            log.tamper("update audit_events set %s where seq = 3".formatted(change));

            assertBroken(log.verify(), 2, 3, "changed");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            the first is gone              | delete from audit_events where seq = 1                                          | 1 | missing
            one is gone                    | delete from audit_events where seq = 3                                          | 3 | missing
            gone, and the rest moved up    | delete from audit_events where seq = 3; update audit_events set seq = -seq where seq > 3; update audit_events set seq = -seq - 1 where seq < 0 | 3 | changed
            two have changed places        | update audit_events set seq = case seq when 2 then -4 when 4 then -2 end where seq in (2, 4); update audit_events set seq = -seq where seq < 0 | 2 | reordered
            neighbours have changed places | update audit_events set seq = case seq when 2 then -3 when 3 then -2 end where seq in (2, 3); update audit_events set seq = -seq where seq < 0 | 2 | reordered
            contents have changed places   | update audit_events a set actor = b.actor, details = b.details, id = gen_random_uuid() from audit_events b where (a.seq, b.seq) in ((2, 3), (3, 2)) | 2 | changed
            one was moved to the end       | update audit_events set seq = 99 where seq = 3                                   | 3 | reordered
            one was put at the end         | insert into audit_events select gen_random_uuid(), now(), 'x.y', 'success', null, null, null, '{}', 6, '\\x00' | 6 | changed
            one was put between            | update audit_events set seq = -seq where seq > 2; update audit_events set seq = 1 - seq where seq < 0; insert into audit_events select gen_random_uuid(), now(), 'x.y', 'success', null, null, null, '{}', 3, '\\x00' | 3 | reordered
            one was put before the first   | insert into audit_events select gen_random_uuid(), now(), 'x.y', 'success', null, null, null, '{}', 0, '\\x00' | 0 | changed
            """)
    void whatWasTakenAwayOrMovedOrPutThereIsFound(String what, String sql, long seq, String kind) {
        try (ChainFixture log = ChainFixture.withLinked(5)) {
            log.tamper(sql);

            ChainCheck check = log.verify();

            assertThat(check.intact()).as(what).isFalse();
            assertThat(check.problem()).as(what).isNotNull().satisfies(problem -> {
                assertThat(problem.seq()).isEqualTo(seq);
                assertThat(problem.kind()).isEqualTo(kind);
            });
        }
    }

    @Test
    void theContentsOfTwoEventsThatWereSwappedAreFoundAsMoved() {
        try (ChainFixture log = ChainFixture.withLinked(5)) {
            // ids have to be swapped too, so they go by way of a third
            log.tamper("""
                    create temp table moved as select * from audit_events where seq in (2, 3);
                    update audit_events set id = gen_random_uuid() where seq in (2, 3);
                    update audit_events a
                    set id = m.id, occurred_at = m.occurred_at, actor = m.actor, details = m.details
                    from moved m where m.seq = 5 - a.seq and a.seq in (2, 3)
                    """);

            assertBroken(log.verify(), 1, 2, "reordered");
        }
    }

    @Test
    void aTailThatWasCutOffIsFoundByWhoKeptTheHead() {
        try (ChainFixture log = ChainFixture.withLinked(5)) {
            AuditHead kept = log.head();
            assertThat(log.verify(kept)).isEqualTo(ChainCheck.good(1, kept));

            log.tamper("delete from audit_events where seq > 3");

            assertThat(log.verify().intact()).as("nobody can tell without").isTrue();
            assertThat(log.verify(kept).problem())
                    .isEqualTo(Problem.missing(4, "The log ends at 3, but was kept to have had 5 events."));
        }
    }

    @Test
    void aTailThatWasCutOffAndHasGrownAgainIsFoundByWhoKeptTheHead() {
        try (ChainFixture log = ChainFixture.withLinked(5)) {
            AuditHead kept = log.head();
            log.tamper("delete from audit_events where seq > 3");
            log.record(4);

            ChainCheck check = log.verify(kept);

            assertThat(check.problem())
                    .isNotNull()
                    .extracting(Problem::seq, Problem::kind)
                    .containsExactly(5L, "changed");
        }
    }

    @Test
    void fromAKeptHeadOnItIsCheckedToo() {
        try (ChainFixture log = ChainFixture.withLinked(3)) {
            AuditHead kept = log.head();
            log.record(3);
            assertThat(log.verify(kept).events()).isEqualTo(4);

            log.tamper("update audit_events set target = 'x' where seq = 5");

            assertThat(log.verify(kept).problem())
                    .isNotNull()
                    .extracting(Problem::seq, Problem::kind)
                    .containsExactly(5L, "changed");
        }
    }

    @Test
    void theKeptEventItselfMustBeWhatItWas() {
        try (ChainFixture log = ChainFixture.withLinked(3)) {
            AuditHead kept = log.head();
            log.tamper("update audit_events set target = 'x' where seq = 3");

            assertThat(log.verify(kept).problem())
                    .isNotNull()
                    .extracting(Problem::seq, Problem::kind)
                    .containsExactly(3L, "changed");
        }
    }

    @Test
    void theFirstEventCanBeTheKeptOne() {
        try (ChainFixture log = ChainFixture.withLinked(1)) {
            AuditHead kept = log.head();

            assertThat(log.verify(kept).intact()).isTrue();
            log.tamper("update audit_events set target = 'x' where seq = 1");
            assertThat(log.verify(kept).intact()).isFalse();
        }
    }

    @Test
    void withAnotherKeyNobodyCanMakeAChain() {
        try (ChainFixture log = ChainFixture.withLinked(3)) {
            ChainHash others = new ChainHash(() -> new SecretKeySpec(new byte[32], "HmacSHA256"));
            AuditChainService forger = new AuditChainService(new AuditRepository(log.database), others, log.database);
            log.tamper("update audit_events set actor = 'mallory', seq = null, hash = null");
            await(forger.link());
            assertThat(await(forger.verify()).intact()).isTrue();

            assertBroken(log.verify(), 0, 1, "changed");
        }
    }

    @Test
    void severalWhoLinkAtOnceMakeOneChain() {
        try (ChainFixture log = ChainFixture.empty()) {
            List<Uni<Void>> linkers = IntStream.range(0, 40)
                    .mapToObj(i -> i % 2 == 0
                            ? log.replica().linkUnlessBusy()
                            : log.replica().link())
                    .toList();
            List<Uni<Void>> recorders = IntStream.range(0, 1_500)
                    .mapToObj(i ->
                            log.log.record(log.database, AuditEvent.done("test.happened", "" + i, null, Origin.NONE)))
                    .toList();
            await(Uni.join()
                    .all(Stream.concat(recorders.stream(), linkers.stream()).toList())
                    .usingConcurrencyOf(30)
                    .andFailFast());

            ChainCheck check = log.verify();

            assertThat(check.intact()).as("%s", check.problem()).isTrue();
            assertThat(check.events()).isEqualTo(1_500);
        }
    }

    @Test
    void afterACrashWhileLinkingTheNextOneGoesOn() {
        try (ChainFixture log = ChainFixture.withLinked(3)) {
            log.record(3);
            AuditRepository events = new AuditRepository(log.database);

            // Given a linker that got the lock, gave numbers and died before its commit
            var connection = await(log.database.getConnection());
            var transaction = await(connection.begin());
            assertThat(await(events.tryLock(connection))).isTrue();
            List<AuditEntry> found = await(events.unlinked(connection, 10));
            await(events.link(
                    connection,
                    List.of(new AuditRepository.Link(found.getFirst().eventId(), new AuditHead(4, "00".repeat(32))))));
            // Meanwhile nobody else links
            await(log.replica().linkUnlessBusy());
            assertThat(log.head().seq()).isEqualTo(3);
            await(transaction.rollback());
            await(connection.close());

            await(log.replica().linkUnlessBusy());

            assertThat(log.head().seq()).isEqualTo(6);
            assertThat(log.verify().intact()).isTrue();
        }
    }

    @Test
    void moreThanABatchIsLinkedAtOnce() {
        try (ChainFixture log = ChainFixture.empty()) {
            log.sql("""
                    insert into audit_events (id, occurred_at, action, outcome)
                    select gen_random_uuid(), now(), 'test.happened', 'success' from generate_series(1, 1500)
                    """);

            await(log.replica().linkUnlessBusy());

            assertThat(log.head().seq()).isEqualTo(1_500);
            assertThat(log.verify().events()).isEqualTo(1_500);
        }
    }

    private static void assertBroken(ChainCheck check, long good, long seq, String kind) {
        assertThat(check.intact()).isFalse();
        assertThat(check.events()).isEqualTo(good);
        assertThat(check.head().seq()).isEqualTo(good);
        assertThat(check.problem())
                .isNotNull()
                .extracting(Problem::seq, Problem::kind)
                .containsExactly(seq, kind);
    }
}
