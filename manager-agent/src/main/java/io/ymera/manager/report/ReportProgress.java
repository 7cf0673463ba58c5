package io.ymera.manager.report;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.ymera.contracts.task.Topics;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Until when agents' reports have been folded in, by whichever manager reads them. An agent that has met a deadline has told
 * Kafka; while that is unread, as in the seconds after a manager was killed, nobody may think that it has not.
 */
@Singleton
public class ReportProgress {

    private static final Logger LOG = Logger.getLogger(ReportProgress.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** What Kafka had at a moment. */
    private record Mark(Instant at, Map<TopicPartition, Long> ends) {
        boolean isReached(Map<TopicPartition, Long> folded) {
            return ends.entrySet().stream().allMatch(end -> folded.getOrDefault(end.getKey(), 0L) >= end.getValue());
        }
    }

    private final Map<String, Object> kafka;
    private final Clock clock;
    private final String topic;
    private final String group;
    private final Duration patience;
    private @Nullable Admin admin;
    private volatile @Nullable Mark ahead;
    private volatile Instant readUntil = Instant.EPOCH;

    @Inject
    ReportProgress(@Identifier("default-kafka-broker") Map<String, Object> kafka, Clock clock) {
        this(kafka, clock, Topics.TASK_EVENTS, ReportConsumer.GROUP, PATIENCE);
    }

    /** @param patience how long to wait for Kafka */
    ReportProgress(Map<String, Object> kafka, Clock clock, String topic, String group, Duration patience) {
        this.patience = patience;
        this.topic = topic;
        this.group = group;
        this.kafka = new HashMap<>(kafka);
        this.kafka.put(AdminClientConfig.CLIENT_ID_CONFIG, "manager-progress");
        this.clock = clock;
    }

    /**
     * All that had been reported by then has been folded in; lags behind by the time between two calls where much is
     * reported. Never fails: while Kafka is away it stays as it is. Not to be called again before it has completed.
     */
    public Uni<Instant> readUntil() {
        Instant asked = clock.instant();
        return ends().chain(ends -> folded().invoke(folded -> moveOn(new Mark(asked, ends), folded)))
                .ifNoItem()
                .after(patience)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.debugf("Nobody knows how far reports are read: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .map(done -> readUntil);
    }

    private void moveOn(Mark now, Map<TopicPartition, Long> folded) {
        if (now.isReached(folded)) {
            readUntil = now.at();
            ahead = null;
        } else if (ahead == null) {
            ahead = now;
        } else if (ahead.isReached(folded)) {
            readUntil = ahead.at();
            ahead = now;
        }
    }

    private Uni<Map<TopicPartition, Long>> ends() {
        return ask(() -> admin().describeTopics(List.of(topic)).allTopicNames())
                .chain(topics -> ask(() -> admin().listOffsets(latest(topics)).all()))
                .map(found -> {
                    Map<TopicPartition, Long> ends = new HashMap<>();
                    found.forEach((partition, end) -> ends.put(partition, offset(end)));
                    return ends;
                });
    }

    private static Map<TopicPartition, OffsetSpec> latest(Map<String, TopicDescription> topics) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        topics.forEach((name, topic) -> topic.partitions()
                .forEach(
                        partition -> wanted.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        return wanted;
    }

    private static long offset(ListOffsetsResultInfo end) {
        return end.offset();
    }

    private Uni<Map<TopicPartition, Long>> folded() {
        return ask(() -> admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .map(committed -> {
                    Map<TopicPartition, Long> folded = new HashMap<>();
                    committed.forEach((partition, offset) -> folded.put(partition, offset(offset)));
                    return folded;
                });
    }

    /** Null where nothing was ever committed. */
    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private static <T> Uni<T> ask(Supplier<KafkaFuture<T>> question) {
        // A new client looks up its brokers' names, which blocks
        return Uni.createFrom()
                .item(question)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(asked -> Uni.createFrom().completionStage(asked.toCompletionStage()));
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(kafka);
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
