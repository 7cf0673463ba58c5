package io.ymera.manager.capability;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.ymera.contracts.agent.CapabilityDescriptor;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Violation;
import io.ymera.contracts.task.Topics;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The task types that agents have announced so far, each in one or more versions. An announced version stays known while no
 * agent offers it.
 */
@Singleton
public class Capabilities {

    private static final int SMALL = 16 * 1024;

    private final CapabilityRepository repository;
    private final Catalogues catalogues;
    private final ParameterSchemas schemas;
    private final AssignmentTopics topics;

    Capabilities(
            CapabilityRepository repository, Catalogues catalogues, ParameterSchemas schemas, AssignmentTopics topics) {
        this.repository = repository;
        this.catalogues = catalogues;
        this.schemas = schemas;
        this.topics = topics;
    }

    /**
     * Makes sure that assignments of these capabilities can travel.
     *
     * @return fails with {@link ErrorCode#UNAVAILABLE} while Kafka is out of reach
     */
    public Uni<Void> prepare(List<CapabilityDescriptor> announced) {
        check(announced);
        return topics.ensure(announced.stream().map(Capabilities::version).toList());
    }

    /**
     * Checks that the schemas of these capabilities can be used.
     *
     * @throws ApiException with {@link ErrorCode#VALIDATION_FAILED} if one can't
     */
    public void check(List<CapabilityDescriptor> announced) {
        announced.forEach(schemas::check);
    }

    /**
     * Remembers capabilities in the transaction of {@code connection}; the newest announcement of a version wins. After the
     * commit the caller says {@link #offersChanged()}.
     */
    public Uni<Void> announce(SqlConnection connection, List<CapabilityDescriptor> announced) {
        // In one order, so that two who announce the same do not wait for each other
        List<CapabilityDescriptor> ordered = announced.stream()
                .sorted(Comparator.comparing(Capabilities::version))
                .toList();
        Uni<Void> done = Uni.createFrom().voidItem();
        for (CapabilityDescriptor capability : ordered) {
            done = done.chain(() -> repository.upsert(connection, capability));
        }
        return done;
    }

    /** Says that agents came, went, or announced something: seen at once here, within seconds by other replicas. */
    public void offersChanged() {
        catalogues.invalidate();
    }

    /** All that are known, by name and version, with those who offer them now. */
    Uni<List<Offer>> list() {
        return catalogues.current().map(Catalogue::list);
    }

    /** How many online agents offer a version, whichever way tasks get to them; as of some seconds ago at most. */
    public Uni<Integer> agentsFor(CapabilityVersion capability) {
        return catalogues.recent().map(recent -> recent.choose(capability.name(), capability.version())
                .map(Offer::agents)
                .orElse(0));
    }

    /**
     * Which version a task gets.
     *
     * @param version the one that is asked for; null for the newest that an online agent offers, or else the newest
     * @return fails with {@link ErrorCode#UNKNOWN_TASK_TYPE} if there is none
     */
    public Uni<CapabilityVersion> choose(String taskType, @Nullable Integer version) {
        return choose(look(), taskType, version);
    }

    /**
     * The same for somebody in a transaction. Who waited there for another connection would do so for ever, once all
     * connections are held by those who wait for another.
     */
    public Uni<CapabilityVersion> choose(SqlClient transaction, String taskType, @Nullable Integer version) {
        return choose(look(transaction), taskType, version);
    }

    private static Uni<CapabilityVersion> choose(Look look, String taskType, @Nullable Integer version) {
        return find(look, taskType, version).map(offer -> new CapabilityVersion(offer.name(), offer.version()));
    }

    /**
     * Checks a task's parameters against the schema of its version.
     *
     * @param at the JSON pointer of the parameters in the request, put before the pointers of violations
     * @return fails with {@link ErrorCode#UNKNOWN_TASK_TYPE} or {@link ErrorCode#VALIDATION_FAILED}
     */
    public Uni<Void> validate(CapabilityVersion capability, JsonNode parameters, String at) {
        return validate(look(), capability, parameters, at);
    }

    /** The same for somebody in a transaction, as with {@link #choose(SqlClient, String, Integer)}. */
    public Uni<Void> validate(SqlClient transaction, CapabilityVersion capability, JsonNode parameters, String at) {
        return validate(look(transaction), capability, parameters, at);
    }

    private Uni<Void> validate(Look look, CapabilityVersion capability, JsonNode parameters, String at) {
        return find(look, capability.name(), capability.version()).chain(offer -> validate(offer, parameters, at));
    }

    /** How to come by the catalogue: what is known, and if that is not enough, what is stored. Asks when subscribed to. */
    private record Look(Uni<Catalogue> recent, Uni<Catalogue> current) {}

    private Look look() {
        return new Look(catalogues.recent(), catalogues.current());
    }

    private Look look(SqlClient transaction) {
        return new Look(
                catalogues.recent(transaction), Uni.createFrom().deferred(() -> catalogues.current(transaction)));
    }

    private static Uni<Offer> find(Look look, String taskType, @Nullable Integer version) {
        if (!Topics.isTaskType(taskType)) {
            return look.recent().map(catalogue -> {
                throw unknownType(catalogue.names());
            });
        }
        return look.recent().chain(recent -> recent.choose(taskType, version)
                .map(offer -> Uni.createFrom().item(offer))
                // Maybe announced to another replica a moment ago
                .orElseGet(() -> look.current().map(current -> current.choose(taskType, version)
                        .orElseThrow(() -> unknown(current, taskType, version)))));
    }

    /**
     * Small parameters are checked in less time than it takes to get to another thread; others take a while, so they keep
     * off the event loop, and so do those of a schema of which nobody knows yet how long it takes.
     */
    private Uni<Void> validate(Offer offer, JsonNode parameters, String at) {
        Uni<List<Violation>> check = Uni.createFrom().item(() -> schemas.violations(offer, parameters, at));
        if (!schemas.isQuick(offer) || !JsonSize.isAtMost(parameters, SMALL)) {
            check = check.runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        }
        return check.invoke(violations -> {
                    if (!violations.isEmpty()) {
                        throw new ApiException(
                                ErrorCode.VALIDATION_FAILED,
                                "The parameters are not what %s takes in version %d; GET /capabilities shows its JSON Schema"
                                        .formatted(offer.name(), offer.version()),
                                violations);
                    }
                })
                .replaceWithVoid();
    }

    private static ApiException unknown(Catalogue catalogue, String taskType, @Nullable Integer version) {
        Set<Integer> versions = catalogue.versions(taskType);
        return versions.isEmpty() || version == null
                ? unknownType(catalogue.names())
                : new ApiException(
                        ErrorCode.UNKNOWN_TASK_TYPE,
                        "No agent has announced version %d of %s; known are: %s"
                                .formatted(
                                        version,
                                        taskType,
                                        versions.stream().map(String::valueOf).collect(Collectors.joining(", "))),
                        List.of(new Violation("/version", "is not a known version")));
    }

    private static ApiException unknownType(Set<String> known) {
        String detail = known.isEmpty()
                ? "No agent has announced a task type yet; start one"
                : "No agent has announced this task type; known are: " + String.join(", ", known);
        return new ApiException(
                ErrorCode.UNKNOWN_TASK_TYPE, detail, List.of(new Violation("/task_type", "is not a known task type")));
    }

    private static CapabilityVersion version(CapabilityDescriptor capability) {
        return new CapabilityVersion(capability.name(), capability.version());
    }
}
