package io.ymera.manager.report;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Up to where reports are folded in: committed every now and then, and before another manager reads on from there. For the
 * consumer's thread only.
 */
final class FoldedOffsets implements ConsumerRebalanceListener {

    private final KafkaConsumer<String, byte[]> consumer;
    private final Duration every;
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
    private long committedAt = System.nanoTime();

    /** @param every how long an offset may stay uncommitted */
    FoldedOffsets(KafkaConsumer<String, byte[]> consumer, Duration every) {
        this.consumer = consumer;
        this.every = every;
    }

    boolean isEmpty() {
        return uncommitted.isEmpty();
    }

    /** @param next of each partition, the offset after the last report that is folded in */
    void add(Map<TopicPartition, OffsetAndMetadata> next) {
        uncommitted.putAll(next);
    }

    void commitIfDue() {
        if (!isEmpty() && System.nanoTime() - committedAt >= every.toNanos()) {
            commit();
        }
    }

    private void commit() {
        consumer.commitSync(uncommitted);
        uncommitted.clear();
        committedAt = System.nanoTime();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (!isEmpty()) {
            commit();
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        // They are read from what was committed
    }

    /** Somebody else reads them already. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        uncommitted.keySet().removeAll(partitions);
    }
}
