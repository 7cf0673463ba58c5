package io.ymera.agent;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import io.ymera.agent.TopicReceiver.Wish;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * Receives assignments from Kafka, from each capability's topic on its own: the members of a share group that has several
 * topics are given some of these each, so an idle agent would not get what a busy one can't take.
 */
@Singleton
class AssignmentReceiver {

    /** Enough for ten thousand tasks a second, and not so many that one agent takes what others could begin sooner. */
    private static final int MOST_AT_ONCE = 16;

    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final List<TopicReceiver> topics;

    AssignmentReceiver(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Handlers handlers,
            Slots slots,
            Intake intake,
            MeterRegistry metrics,
            AgentSettings settings) {
        Map<String, Object> common = new HashMap<>(kafka);
        common.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.name());
        common.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
        // A strict limit: a released record counts as delivered, and after some deliveries Kafka drops it
        common.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
        common.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Math.min(slots.size(), MOST_AT_ONCE));
        topics = handlers.topics().stream()
                .map(topic -> new TopicReceiver(topic, common, slots, intake, metrics))
                .toList();
    }

    /** Receives from now on, in the name of {@code agent}; a later call changes the name. */
    void receiveAs(UUID agent) {
        topics.forEach(topic -> topic.receiveAs(agent));
    }

    /** Assignments are waiting that should have come: makes it open new consumers. */
    void suspect() {
        topics.forEach(TopicReceiver::suspect);
    }

    /** Receives no more for now, or does so again. */
    void rest(boolean resting) {
        topics.forEach(topic -> topic.change(resting ? Wish.REST : Wish.RECEIVE));
    }

    /** Receives no more; returns when all threads have ended. */
    void stop() throws InterruptedException {
        topics.forEach(topic -> topic.change(Wish.STOP));
        long end = System.nanoTime() + STOP_WITHIN.toNanos();
        for (TopicReceiver topic : topics) {
            topic.awaitEnd(Duration.ofNanos(Math.max(end - System.nanoTime(), 1)));
        }
    }
}
