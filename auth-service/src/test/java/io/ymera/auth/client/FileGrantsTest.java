package io.ymera.auth.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.ymera.auth.audit.AuditLog;
import io.ymera.auth.revocation.RevocationService;
import io.ymera.auth.secret.MasterKey;
import io.ymera.auth.token.Grant;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Replicas with files of their own, beside the service that runs. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus sets them
class FileGrantsTest {

    @Inject
    FileGrantRepository repository;

    @Inject
    MasterKey masterKey;

    @Inject
    RevocationService revocations;

    @Inject
    AuditLog audit;

    @Inject
    Pool database;

    private final String id = "agent-" + UUID.randomUUID();
    private final String line = id + ":" + "1".repeat(64) + ":*\n";
    private final String changed = id + ":" + "1".repeat(64) + ":empty\n";

    private record Replica(ClientsFile file, FileGrants grants) {

        Grant grant(String id) {
            return grants.of(file.find(id).orElseThrow());
        }

        void look() {
            grants.tick().await().indefinitely();
        }
    }

    private Replica replica(String text) throws IOException {
        Path path = Files.createTempFile("clients", "");
        try {
            ClientsFile file = ClientsFile.read(Files.writeString(path, text, UTF_8));
            return new Replica(file, new FileGrants(file, repository, masterKey, revocations, audit, database));
        } finally {
            Files.delete(path);
        }
    }

    private Replica started(String text) throws IOException {
        Replica replica = replica(text);
        replica.look();
        return replica;
    }

    @Test
    void allReplicasGiveTheSame() throws IOException {
        Grant first = started(line).grant(id);

        Replica second = started("# the same\n\n" + line);

        assertThat(second.grant(id)).isEqualTo(first);
        second.look();
        assertThat(second.grant(id)).isEqualTo(first);
    }

    @Test
    void beforeTheFirstLookThereIsNone() throws IOException {
        Replica replica = replica(line);

        assertThatThrownBy(() -> replica.grant(id)).isInstanceOf(ApiException.class);
    }

    @Test
    void inARollingChangeNeitherFileEndsTheOthersTokens() throws IOException {
        Replica old = started(line);
        Grant before = old.grant(id);

        Replica renewed = started(changed);
        old.look();
        Grant restarted = started(line).grant(id);
        Grant after = renewed.grant(id);

        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(restarted).isEqualTo(before);
        assertThat(revoked(before)).isZero();
        assertThat(revoked(after)).isZero();
    }

    @Test
    void aLineThatNobodyHasAnyMoreEndsItsTokens() throws IOException {
        Grant before = started(line).grant(id);
        Replica renewed = started(changed);
        nobodyHasSeen(before);

        lookUntilRevoked(renewed, before);

        assertThat(revoked(renewed.grant(id))).isZero();
        assertThat(audited()).isEqualTo(1);
    }

    @Test
    void aFileWithoutAnyClientEndsThemAll() throws IOException {
        Grant before = started(line).grant(id);
        Replica without = started("");
        nobodyHasSeen(before);

        lookUntilRevoked(without, before);

        assertThat(audited()).isEqualTo(1);
    }

    @Test
    void whatWasRevokedDoesNotComeBackWithTheOldFile() throws IOException {
        Replica old = started(line);
        Grant before = old.grant(id);
        nobodyHasSeen(before);
        lookUntilRevoked(started(changed), before);

        // It still gives what is revoked, until it looks
        assertThat(old.grant(id)).isEqualTo(before);
        old.look();

        assertThat(old.grant(id).id()).isNotEqualTo(before.id());
        assertThat(started(line).grant(id)).isEqualTo(old.grant(id));
        assertThat(revoked(old.grant(id))).isZero();
        assertThat(revoked(before)).isEqualTo(1);
    }

    @Test
    void ofManyThatLookAtOnceOneEndsIt() throws IOException {
        Grant before = started(line).grant(id);
        List<Replica> replicas = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            replicas.add(started(changed));
        }
        nobodyHasSeen(before);

        Uni.join()
                .all(IntStream.range(0, 8)
                        .mapToObj(i -> replicas.get(i).grants().tick())
                        .toList())
                .andFailFast()
                .await()
                .indefinitely();
        lookUntilRevoked(replicas.getFirst(), before);

        assertThat(revoked(before)).isEqualTo(1);
        assertThat(audited()).isEqualTo(1);
    }

    private void nobodyHasSeen(Grant grant) {
        int rows = database.preparedQuery(
                        "update file_clients set seen_at = now() - interval '21 seconds' where grant_id = $1")
                .executeAndAwait(Tuple.of(grant.id()))
                .rowCount();
        assertThat(rows).isEqualTo(1);
    }

    /** The service that runs looks as well, and may be just about to do it. */
    private void lookUntilRevoked(Replica replica, Grant grant) {
        for (int i = 0; revoked(grant) == 0 && i < 1000; i++) {
            replica.look();
        }
        assertThat(revoked(grant)).isEqualTo(1);
    }

    private int revoked(Grant grant) {
        return database.preparedQuery("select 1 from revocations where grant_id = $1")
                .executeAndAwait(Tuple.of(grant.id()))
                .rowCount();
    }

    private int audited() {
        return database.preparedQuery("select 1 from audit_events where action = 'client.changed' and target = $1")
                .executeAndAwait(Tuple.of(id))
                .rowCount();
    }
}
