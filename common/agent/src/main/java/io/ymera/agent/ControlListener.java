package io.ymera.agent;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Identifier;
import io.ymera.contracts.task.TaskControl;
import io.ymera.contracts.task.Topics;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears at once what the manager tells all agents: which attempts to stop. Runs on one platform thread.
 *
 * <p>Every agent reads every partition from its end, in no group. What is said while it is not listening is lost; the
 * answer to the next heartbeat says the same.
 */
@Singleton
class ControlListener {

    private static final Logger LOG = Logger.getLogger(ControlListener.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Map<String, Object> kafka;
    private final Slots slots;
    private final ObjectMapper json;
    private final CountDownLatch stopping = new CountDownLatch(1);

    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private volatile boolean listening;
    private @Nullable Thread thread;

    ControlListener(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Slots slots,
            ObjectMapper json,
            AgentSettings settings) {
        this.kafka = new HashMap<>(kafka);
        this.slots = slots;
        this.json = json;
        this.kafka.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.kafka.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.name() + "-control");
        this.kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.kafka.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        this.kafka.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    }

    void start() {
        thread = Thread.ofPlatform().name("control-listener").start(this::run);
    }

    /** Whether what the manager says from now on is heard. */
    boolean isListening() {
        return listening;
    }

    /** Listens no more; returns when the thread has ended. */
    void stop() throws InterruptedException {
        stopping.countDown();
        KafkaConsumer<String, byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        if (thread != null && !thread.join(Duration.ofSeconds(5))) {
            LOG.warn("The control listener did not stop in time");
        }
    }

    private void run() {
        try {
            do {
                listenSafely();
            } while (!stopping.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listenSafely() {
        try {
            listen();
        } catch (WakeupException e) {
            LOG.debug("The control listener was woken to stop");
        } catch (RuntimeException | Error e) {
            LOG.warnf("Cancelled tasks are stopped with the heartbeats only, for now: %s", e);
        }
    }

    /** Returns when there is no such topic yet, or when the agent stops. */
    private void listen() {
        KafkaConsumer<String, byte[]> opened =
                new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer());
        consumer = opened;
        try {
            List<TopicPartition> partitions = opened.partitionsFor(Topics.TASK_CONTROL).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                LOG.debugf("There is no topic %s yet", Topics.TASK_CONTROL);
                return;
            }
            opened.assign(partitions);
            opened.seekToEnd(partitions);
            partitions.forEach(opened::position);
            listening = true;
            while (stopping.getCount() > 0) {
                opened.poll(POLL).forEach(this::obey);
            }
        } finally {
            listening = false;
            consumer = null;
            opened.close(CloseOptions.timeout(CLOSE_WITHIN));
        }
    }

    private void obey(ConsumerRecord<String, byte[]> message) {
        TaskControl control;
        try {
            control = requireNonNull(json.readValue(message.value(), TaskControl.class), "it is null");
        } catch (IOException | RuntimeException e) {
            // Whatever the reason: what is said beside it must be heard
            LOG.warnf("Left out what the manager said, it can't be read: %s", e.getMessage());
            return;
        }
        switch (control.type()) {
            case CANCEL -> slots.cancel(control.attempt());
        }
    }
}
