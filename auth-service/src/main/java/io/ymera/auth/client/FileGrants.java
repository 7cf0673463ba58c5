package io.ymera.auth.client;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.auth.audit.AuditEvent;
import io.ymera.auth.audit.AuditLog;
import io.ymera.auth.client.FileGrantRepository.Gone;
import io.ymera.auth.origin.Origin;
import io.ymera.auth.revocation.RevocationService;
import io.ymera.auth.secret.MasterKey;
import io.ymera.auth.token.Grant;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jboss.logging.Logger;

/**
 * What tokens of the file's clients rest on: for each line a random id in the database. Every replica says at its start and then
 * every few seconds that its lines are there. A line that none has said so of for {@value #UNSEEN_SECONDS} seconds was taken out
 * or changed: its id is revoked, so that tokens that were issued before are not good any more.
 *
 * <p>So while replicas have different files, as in a rolling change, the lines of all of them are good: a replica with the old
 * file ends nothing of the new one, and what only the old one has ends after its last replica. An id that was revoked does not
 * come back: a line that is put in again, be it by a replica with the old file, gets another one. Without the database what is
 * known goes on; a replica that was away from it for so long that others ended its lines gets other ids within seconds.
 *
 * <p>Non-blocking, thread-safe.
 */
@Singleton
class FileGrants {

    /** Some times as long as between two looks. */
    static final int UNSEEN_SECONDS = 20;

    private static final Logger LOG = Logger.getLogger(FileGrants.class);

    /** After the checks of the configuration and the signing keys. */
    private static final int EARLY = 110;

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final ClientsFile file;
    private final FileGrantRepository grants;
    private final MasterKey masterKey;
    private final RevocationService revocations;
    private final AuditLog audit;
    private final Pool pool;
    private volatile Map<UUID, UUID> idsByLine = Map.of();
    private volatile boolean blind;

    FileGrants(
            ClientsFile file,
            FileGrantRepository grants,
            MasterKey masterKey,
            RevocationService revocations,
            AuditLog audit,
            Pool pool) {
        this.file = file;
        this.grants = grants;
        this.masterKey = masterKey;
        this.revocations = revocations;
        this.audit = audit;
        this.pool = pool;
    }

    /** Of a client of this replica's file. */
    Grant of(FileClient client) {
        UUID id = idsByLine.get(client.lineId(key()));
        if (id == null) {
            throw new ApiException(ErrorCode.UNAVAILABLE, "The service is starting: try again.");
        }
        return Grant.ofClient(id, client.clientId(), client.taskTypes());
    }

    void start(@Observes @Priority(EARLY) StartupEvent starting) {
        tick().await().atMost(LONGEST_START);
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = SKIP)
    Uni<Void> look() {
        return tick().onItemOrFailure().transform((done, failure) -> {
            if (failure != null && !blind) {
                LOG.warnf("What has become of the lines of %s can't be seen: %s", ClientBeans.CLIENTS_FILE, failure);
            }
            blind = failure != null;
            return done;
        });
    }

    Uni<Void> tick() {
        SecretKey key = key();
        SortedMap<UUID, String> lines = new TreeMap<>();
        file.all().forEach(client -> lines.put(client.lineId(key), client.clientId()));
        return grants.see(lines)
                .invoke(ids -> idsByLine = Map.copyOf(ids))
                .chain(() -> pool.withTransaction(this::endUnseen))
                .chain(ended ->
                        ended ? revocations.announce() : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> endUnseen(SqlClient transaction) {
        return grants.deleteUnseen(transaction)
                .call(gone -> Multi.createFrom()
                        .iterable(gone)
                        .onItem()
                        .transformToUniAndConcatenate(one -> audit.record(transaction, event(one)))
                        .collect()
                        .last())
                .call(gone -> revocations.revoke(transaction, grantIds(gone)))
                .map(gone -> !gone.isEmpty());
    }

    private static List<UUID> grantIds(List<Gone> gone) {
        return gone.stream().map(Gone::grantId).toList();
    }

    private static AuditEvent event(Gone gone) {
        return AuditEvent.done("client.changed", null, gone.clientId(), Origin.NONE)
                .with("reason", "its line is in no file any more");
    }

    private SecretKey key() {
        return masterKey.macKey("file-client");
    }
}
