package io.ymera.agent;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import io.ymera.contracts.task.Topics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Receives assignments from Kafka through the agents' share group (KIP-932), on one platform thread.
 *
 * <p>A record is held for milliseconds: the attempt's start is reported, the handler begun, the record acknowledged. From
 * then on the manager's lease is what brings the task back if this agent dies. While all slots are taken the consumer is
 * closed after a short while, because one that merely stops polling goes on acquiring records. A consumer that may be stuck
 * is closed and another opened.
 */
@Singleton
class AssignmentReceiver {

    private static final Logger LOG = Logger.getLogger(AssignmentReceiver.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration STAY_WHILE_FULL = Duration.ofMillis(100);

    /** So long an assignment may be kept from others, for a slot that may get free; then it is released. */
    private static final Duration HOLD_FOR_A_SLOT = Duration.ofMillis(50);

    /** Enough for ten thousand tasks a second, and not so many that one agent takes what others could begin sooner. */
    private static final int MOST_AT_ONCE = 16;

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Map<String, Object> kafka;
    private final Handlers handlers;
    private final Slots slots;
    private final Intake intake;
    private final MeterRegistry metrics;
    private final CountDownLatch stopping = new CountDownLatch(1);

    private volatile @Nullable UUID agentId;
    private volatile @Nullable KafkaShareConsumer<String, byte[]> consumer;
    private volatile boolean suspected;
    private @Nullable Thread thread;

    AssignmentReceiver(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Handlers handlers,
            Slots slots,
            Intake intake,
            MeterRegistry metrics,
            AgentSettings settings) {
        this.kafka = new HashMap<>(kafka);
        this.handlers = handlers;
        this.slots = slots;
        this.intake = intake;
        this.metrics = metrics;
        this.kafka.put(ConsumerConfig.GROUP_ID_CONFIG, Topics.AGENTS_GROUP);
        this.kafka.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.name());
        this.kafka.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
        // A strict limit: a released record counts as delivered, and after some deliveries Kafka drops it
        this.kafka.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
        this.kafka.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Math.min(slots.size(), MOST_AT_ONCE));
    }

    /** Receives from now on, in the name of {@code agent}; a later call changes the name. */
    synchronized void receiveAs(UUID agent) {
        agentId = agent;
        if (thread == null) {
            thread = Thread.ofPlatform().name("assignment-receiver").start(this::run);
        }
    }

    /** Assignments are waiting that should have come: makes the receiver open a new consumer. */
    void suspect() {
        suspected = true;
    }

    /** Receives no more; returns when the thread has ended. */
    void stop() throws InterruptedException {
        stopping.countDown();
        KafkaShareConsumer<String, byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        Thread running;
        synchronized (this) {
            running = thread;
        }
        if (running != null && !running.join(Duration.ofSeconds(10))) {
            LOG.warn("The receiver did not stop in time");
        }
    }

    private void run() {
        try {
            while (!isStopping()) {
                if (slots.awaitFree(POLL)) {
                    receiveSafely();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void receiveSafely() throws InterruptedException {
        try {
            receiveUntilFull();
        } catch (WakeupException e) {
            LOG.debug("The receiver was woken to stop");
        } catch (RuntimeException | Error e) {
            // An Error too: an agent that heartbeats and receives nothing would be worse than one that goes on
            restarting("exception", e.toString());
            if (stopping.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Stopped while waiting to receive again");
            }
        }
    }

    /** Returns when the slots have been full for a while, or the consumer may be stuck. */
    private void receiveUntilFull() throws InterruptedException {
        suspected = false;
        Acknowledgements acknowledgements = new Acknowledgements();
        KafkaShareConsumer<String, byte[]> opened =
                new KafkaShareConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer());
        opened.setAcknowledgementCommitCallback(acknowledgements);
        consumer = opened;
        try {
            opened.subscribe(handlers.topics());
            while (!isStopping() && slots.awaitFree(STAY_WHILE_FULL)) {
                if (suspected) {
                    restarting("stuck", "assignments are waiting that do not come");
                    return;
                }
                if (acknowledgements.haveComeToNothing()) {
                    restarting("uncommitted", "acknowledgements were not taken");
                    return;
                }
                ConsumerRecords<String, byte[]> records = opened.poll(POLL);
                acknowledgements.expect(records.count());
                receive(opened, records);
            }
        } finally {
            consumer = null;
            opened.close(CLOSE_WITHIN);
        }
    }

    /** The acknowledgements travel with the next poll, if one follows at once. */
    private void receive(KafkaShareConsumer<String, byte[]> opened, ConsumerRecords<String, byte[]> records)
            throws InterruptedException {
        UUID agent = requireNonNull(agentId);
        long until = System.nanoTime() + HOLD_FOR_A_SLOT.toNanos();
        for (ConsumerRecord<String, byte[]> message : records) {
            Duration patience = Duration.ofNanos(Math.max(until - System.nanoTime(), 0));
            opened.acknowledge(message, intake.take(message, agent, patience));
        }
        if (!records.isEmpty() && slots.isFull()) {
            opened.commitAsync();
        }
    }

    private void restarting(String reason, String why) {
        metrics.counter("ymera.agent.consumer.restarts", "reason", reason).increment();
        LOG.warnf("Opening a new consumer of assignments: %s", why);
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }
}
