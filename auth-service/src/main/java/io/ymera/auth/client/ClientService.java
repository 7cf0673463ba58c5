package io.ymera.auth.client;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.ymera.auth.audit.AuditEvent;
import io.ymera.auth.audit.AuditLog;
import io.ymera.auth.revocation.RevocationService;
import io.ymera.auth.secret.RandomToken;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Violation;
import io.ymera.persistence.SqlState;
import io.ymera.persistence.Transactions;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Administrators make, change and delete clients. Those of the operator's file are shown among them and can't be changed here.
 * Non-blocking. Whatever takes something from a client ends the tokens that it has, in the same transaction.
 */
@Singleton
class ClientService {

    private static final String PREFIX = "ymc_";

    private final ClientsFile file;
    private final ClientRepository clients;
    private final RevocationService revocations;
    private final AuditLog audit;
    private final Pool pool;
    private final Clock clock;

    ClientService(
            ClientsFile file,
            ClientRepository clients,
            RevocationService revocations,
            AuditLog audit,
            Pool pool,
            Clock clock) {
        this.file = file;
        this.clients = clients;
        this.revocations = revocations;
        this.audit = audit;
        this.pool = pool;
        this.clock = clock;
    }

    /** Fails with {@link ErrorCode#CONFLICT} if there is a client of this name, here or in the file. */
    Uni<NewSecret> create(CreateClient wanted, Admin admin) {
        SortedSet<String> taskTypes = taskTypes(wanted.taskTypes());
        String id = wanted.clientId();
        if (file.has(id)) {
            throw taken();
        }
        RandomToken secret = RandomToken.create(PREFIX);
        return Transactions.in(pool, transaction -> clients.insert(
                                transaction,
                                id,
                                orNull(wanted.description()),
                                secret.hash(),
                                taskTypes,
                                UUID.randomUUID(),
                                now(),
                                admin.id())
                        .chain(() -> audit.record(
                                transaction,
                                admin.event("client.created", id).with("task_types", String.join(",", taskTypes)))))
                .onFailure(e -> SqlState.isUniqueViolation(e, ClientRepository.NAME_TAKEN))
                .transform(e -> taken())
                .replaceWith(() -> new NewSecret(id, secret.value(), null));
    }

    /** In the order of their ids, from the one after {@code after} on. */
    Uni<List<Client>> list(@Nullable String after, int limit) {
        Instant now = now();
        Stream<Client> ofFile = file.all().stream()
                .filter(client -> after == null || client.clientId().compareTo(after) > 0)
                .map(FileClient::view);
        return clients.list(after, limit + file.all().size()).map(stored -> Stream.concat(
                        ofFile,
                        // A client that came into the file later takes the place of the one here
                        stored.stream()
                                .filter(client -> !file.has(client.clientId()))
                                .map(client -> client.at(now)))
                .sorted(Comparator.comparing(Client::clientId))
                .limit(limit)
                .toList());
    }

    Uni<Client> find(String id) {
        if (file.find(id).isPresent()) {
            return Uni.createFrom().item(file.find(id).get().view());
        }
        return !ClientId.isOne(id)
                ? Uni.createFrom().failure(notFound(id))
                : clients.find(id)
                        .map(found -> found.orElseThrow(() -> notFound(id)).at(now()));
    }

    Uni<Client> change(String id, ChangeClient change, Admin admin) {
        requireOurs(id);
        if (change.isEmpty()) {
            throw ApiException.invalid("", "must have task_types, description or is_active");
        }
        SortedSet<String> wanted = change.taskTypes() == null ? null : taskTypes(change.taskTypes());
        return Transactions.in(pool, transaction -> clients.lock(transaction, id)
                        .map(found -> found.orElseThrow(() -> notFound(id)))
                        .chain(client -> change(transaction, client, change, wanted, admin)))
                .call(revocations::announce)
                .map(client -> client.at(now()));
    }

    private Uni<Client> change(
            SqlClient transaction,
            Client client,
            ChangeClient change,
            @Nullable SortedSet<String> wanted,
            Admin admin) {
        boolean isActive = change.isActive() == null ? client.isActive() : change.isActive();
        SortedSet<String> taskTypes = wanted == null ? new TreeSet<>(client.taskTypes()) : wanted;
        boolean otherTypes = !taskTypes.equals(new TreeSet<>(client.taskTypes()));
        boolean endsTokens = otherTypes || client.isActive() && !isActive;
        AuditEvent event = admin.event("client.changed", client.clientId())
                .with("is_active", Boolean.toString(isActive))
                .with("task_types", String.join(",", taskTypes));
        return clients.change(
                        transaction,
                        client.clientId(),
                        change.description() == null ? client.description() : orNull(change.description()),
                        taskTypes,
                        isActive)
                .call(() -> audit.record(transaction, event))
                .call(() -> endsTokens
                        ? endTokens(transaction, client.clientId())
                        : Uni.createFrom().voidItem());
    }

    /** Gives a client another secret. */
    Uni<NewSecret> replaceSecret(String id, Duration overlap, Admin admin) {
        requireOurs(id);
        RandomToken secret = RandomToken.create(PREFIX);
        Instant now = now();
        @Nullable Instant previousUntil = overlap.isZero() ? null : now.plus(overlap);
        AuditEvent event = admin.event("client.changed", id)
                .with("secret", "replaced")
                .with("overlap_seconds", Long.toString(overlap.toSeconds()));
        return Transactions.in(
                        pool, transaction -> clients.replaceSecret(transaction, id, secret.hash(), now, previousUntil)
                                .invoke(known -> {
                                    if (!known) {
                                        throw notFound(id);
                                    }
                                })
                                .call(() -> audit.record(transaction, event))
                                .call(() -> previousUntil == null
                                        ? endTokens(transaction, id)
                                        : Uni.createFrom().voidItem()))
                .call(revocations::announce)
                .replaceWith(() -> new NewSecret(id, secret.value(), previousUntil));
    }

    Uni<Void> delete(String id, Admin admin) {
        requireOurs(id);
        return Transactions.in(pool, transaction -> clients.delete(transaction, id)
                        .map(found -> found.orElseThrow(() -> notFound(id)))
                        .call(() -> audit.record(transaction, admin.event("client.deleted", id)))
                        .chain(grant -> revocations.revoke(transaction, List.of(grant))))
                .chain(revocations::announce);
    }

    /** Comes last in a transaction, see {@link RevocationService#revoke}. */
    private Uni<Void> endTokens(SqlClient transaction, String id) {
        return clients.replaceGrant(transaction, id, UUID.randomUUID())
                .chain(before -> revocations.revoke(transaction, before.stream().toList()));
    }

    private void requireOurs(String id) {
        if (file.has(id)) {
            throw new ApiException(
                    ErrorCode.CONFLICT,
                    "The client %s is in the operator's file (SERVICE_CLIENTS_FILE): change it there and restart auth-service."
                            .formatted(id));
        }
        if (!ClientId.isOne(id)) {
            throw notFound(id);
        }
    }

    private static SortedSet<String> taskTypes(List<String> names) {
        try {
            return TaskTypes.of(names);
        } catch (IllegalArgumentException e) {
            throw ApiException.invalid("/task_types", "" + e.getMessage());
        }
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** To the microsecond, as PostgreSQL keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ApiException taken() {
        return new ApiException(
                ErrorCode.CONFLICT,
                "There is a client of this name.",
                List.of(new Violation("/client_id", "is taken")));
    }

    private static ApiException notFound(String id) {
        return ApiException.notFound(
                ClientId.isOne(id) ? "There is no client %s.".formatted(id) : "There is no such client.");
    }
}
