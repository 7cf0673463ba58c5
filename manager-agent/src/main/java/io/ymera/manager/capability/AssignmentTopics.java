package io.ymera.manager.capability;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.task.Topics;
import io.ymera.web.problem.ApiException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Creates the topics that assignments and reports travel on, and sets up the agents' share groups.
 *
 * <p>One partition per version of a task type: a share group spreads single records over its members, and with more partitions than
 * members some records wait for a member that has none of them assigned.
 */
@Singleton
public class AssignmentTopics {

    private static final Logger LOG = Logger.getLogger(AssignmentTopics.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Who was away for longer learns the same from heartbeats. */
    private static final Map<String, String> CONTROL_RETENTION = Map.of(
            TopicConfig.RETENTION_MS_CONFIG,
            String.valueOf(Duration.ofMinutes(10).toMillis()));

    /** The most that a task's parameters may have, as JSON in UTF-8; large ones are fetched by the agent. */
    public static final int MAX_PARAMETERS_BYTES = 11 * 1024 * 1024;

    /** What Kafka takes by default; payloads of more than a quarter of that do not travel in a record. */
    public static final int MAX_RECORD_BYTES = 1024 * 1024;

    private final Map<String, Object> kafka;
    private final short replication;
    private final Duration lockDuration;
    private @Nullable Admin admin;

    AssignmentTopics(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "ymera.topics.replication") short replication,
            @ConfigProperty(name = "ymera.topics.lock-duration") Duration lockDuration) {
        this.kafka = Map.copyOf(kafka);
        this.replication = replication;
        this.lockDuration = lockDuration;
    }

    /**
     * Creates what is missing for {@code capabilities}, reports and control; what is there stays as it is.
     *
     * @return fails with {@link ErrorCode#UNAVAILABLE} while Kafka is out of reach
     */
    public Uni<Void> ensure(Collection<CapabilityVersion> capabilities) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> create(capabilities))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private synchronized void create(Collection<CapabilityVersion> capabilities) {
        List<NewTopic> topics = new ArrayList<>();
        topics.add(topic(Topics.TASK_EVENTS, 4, Map.of()));
        topics.add(topic(Topics.TASK_CONTROL, 1, CONTROL_RETENTION));
        capabilities.forEach(capability ->
                topics.add(topic(Topics.assignments(capability.name(), capability.version()), 1, Map.of())));
        try {
            configureGroups(capabilities);
            for (var created : admin().createTopics(topics).values().values()) {
                try {
                    created.get(TIMEOUT.toSeconds(), SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf(e, "Kafka topics for %s could not be created", capabilities);
            throw new ApiException(ErrorCode.UNAVAILABLE, "Kafka is out of reach; try again in a moment");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(ErrorCode.UNAVAILABLE, "The manager is shutting down");
        }
    }

    private NewTopic topic(String name, int partitions, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(MAX_RECORD_BYTES));
        return new NewTopic(name, partitions, replication).configs(settings);
    }

    /** Before their first members come: a group that starts late would otherwise see nothing that is older. */
    private void configureGroups(Collection<CapabilityVersion> capabilities)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<AlterConfigOp> changes = List.of(
                set("share.auto.offset.reset", "earliest"),
                set("share.record.lock.duration.ms", String.valueOf(lockDuration.toMillis())));
        Map<ConfigResource, Collection<AlterConfigOp>> groups = new HashMap<>();
        for (CapabilityVersion capability : capabilities) {
            String group = Topics.assignments(capability.name(), capability.version());
            groups.put(new ConfigResource(ConfigResource.Type.GROUP, group), changes);
        }
        admin().incrementalAlterConfigs(groups).all().get(TIMEOUT.toSeconds(), SECONDS);
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), OpType.SET);
    }

    private Admin admin() {
        if (admin == null) {
            admin = Admin.create(new HashMap<>(kafka));
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
