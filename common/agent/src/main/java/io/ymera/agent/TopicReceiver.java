package io.ymera.agent;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
 * Receives the assignments of one topic through its share group (KIP-932), on one platform thread.
 *
 * <p>A record is held for milliseconds: the attempt's start is reported, the handler begun, the record acknowledged. From
 * then on the manager's lease is what brings the task back if this agent dies. While all slots are taken the consumer is
 * closed after a short while, because one that merely stops polling goes on acquiring records. A consumer that may be stuck
 * is closed and another opened.
 */
final class TopicReceiver {

    /** What a receiver is to do. */
    enum Wish {
        RECEIVE,
        /** Leave the group and wait for another wish. */
        REST,
        /** Leave the group, for good. */
        STOP
    }

    private static final Logger LOG = Logger.getLogger(TopicReceiver.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration STAY_WHILE_FULL = Duration.ofMillis(100);

    /** So long an assignment may be kept from others, for a slot that may get free; then it is released. */
    private static final Duration HOLD_FOR_A_SLOT = Duration.ofMillis(50);

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final String topic;
    private final Map<String, Object> kafka;
    private final Slots slots;
    private final Intake intake;
    private final MeterRegistry metrics;

    private volatile Wish wish = Wish.RECEIVE;
    private volatile @Nullable UUID agentId;
    private volatile @Nullable KafkaShareConsumer<String, byte[]> consumer;
    private volatile boolean suspected;
    private @Nullable Thread thread;

    TopicReceiver(String topic, Map<String, Object> kafka, Slots slots, Intake intake, MeterRegistry metrics) {
        this.topic = topic;
        this.kafka = new HashMap<>(kafka);
        this.kafka.put(ConsumerConfig.GROUP_ID_CONFIG, topic);
        this.slots = slots;
        this.intake = intake;
        this.metrics = metrics;
    }

    /** Receives from now on, in the name of {@code agent}; a later call changes the name. */
    synchronized void receiveAs(UUID agent) {
        agentId = agent;
        if (thread == null && wish != Wish.STOP) {
            // Not a virtual one, on which this client has been seen to hang
            thread = Thread.ofPlatform().name("receiver-" + topic).start(this::run);
        }
    }

    /** Assignments are waiting that should have come: makes it open a new consumer. */
    void suspect() {
        suspected = true;
    }

    /** Changes what it is to do; nothing comes after {@link Wish#STOP}. */
    synchronized void change(Wish to) {
        if (wish == to || wish == Wish.STOP) {
            return;
        }
        wish = to;
        notifyAll();
        KafkaShareConsumer<String, byte[]> current = consumer;
        if (to != Wish.RECEIVE && current != null) {
            current.wakeup();
        }
    }

    /** Returns when its thread has ended after {@link Wish#STOP}. */
    void awaitEnd(Duration longest) throws InterruptedException {
        Thread running;
        synchronized (this) {
            running = thread;
        }
        if (running != null && !running.join(longest)) {
            LOG.warnf("The receiver of %s did not stop in time", topic);
        }
    }

    private void run() {
        try {
            while (wish != Wish.STOP) {
                if (wish == Wish.REST) {
                    awaitOtherThan(Wish.REST, Duration.ZERO);
                } else if (slots.awaitFree(POLL)) {
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
            LOG.debugf("The receiver of %s was woken", topic);
        } catch (RuntimeException | Error e) {
            // An Error too: an agent that heartbeats and receives nothing would be worse than one that goes on
            restarting("exception", e.toString());
            awaitOtherThan(Wish.RECEIVE, PAUSE_AFTER_FAILURE);
        }
    }

    /** Returns when the slots have been full for a while, or the consumer may be stuck, or something else is wished. */
    private void receiveUntilFull() throws InterruptedException {
        suspected = false;
        Acknowledgements acknowledgements = new Acknowledgements();
        KafkaShareConsumer<String, byte[]> opened =
                new KafkaShareConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer());
        opened.setAcknowledgementCommitCallback(acknowledgements);
        consumer = opened;
        try {
            opened.subscribe(List.of(topic));
            while (wish == Wish.RECEIVE && slots.awaitFree(STAY_WHILE_FULL)) {
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
            // Sends the acknowledgements that have not travelled yet
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
        LOG.warnf("Opening a new consumer of %s: %s", topic, why);
    }

    /** Returns when the wish is another one, or when {@code longest} has passed; zero waits for ever. */
    private synchronized void awaitOtherThan(Wish current, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (wish == current) {
            long left = end - System.nanoTime();
            if (longest.isZero()) {
                wait();
            } else if (left <= 0) {
                return;
            } else {
                wait(left / 1_000_000 + 1);
            }
        }
    }
}
