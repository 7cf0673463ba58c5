package io.ymera.manager.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.ymera.contracts.task.TaskEvent;
import io.ymera.contracts.task.Topics;
import io.ymera.manager.capability.AssignmentTopics;
import io.ymera.persistence.Defects;
import io.ymera.persistence.SqlState;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads agents' reports from Kafka and folds them in, on one platform thread of its own.
 *
 * <p>Offsets are committed some time after the fold, so a crash in between repeats it, which changes nothing. While
 * PostgreSQL is away the batch at hand is tried again until it is back; a report that can't be read or stored is logged,
 * counted and left out, so that it holds up no other.
 */
@Singleton
class ReportConsumer {

    static final String GROUP = "ymera-manager";

    private static final Logger LOG = Logger.getLogger(ReportConsumer.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration FOLD_TIMEOUT = Duration.ofSeconds(30);

    /** A commit costs the broker as much as a dozen reports; what is not committed is only folded in again. */
    private static final Duration COMMIT_EVERY = Duration.ofMillis(250);

    /** An error of ours may be one of the moment, such as of a pool that is being closed. */
    private static final int TRIES_AFTER_ERRORS = 3;

    private final Map<String, Object> kafka;
    private final Attempts attempts;
    private final AssignmentTopics topics;
    private final ObjectMapper json;
    private final AttemptMetrics metrics;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

    ReportConsumer(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Attempts attempts,
            AssignmentTopics topics,
            ObjectMapper json,
            AttemptMetrics metrics) {
        this.kafka = new HashMap<>(kafka);
        this.attempts = attempts;
        this.topics = topics;
        this.json = json;
        this.metrics = metrics;
        this.kafka.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        this.kafka.put(ConsumerConfig.CLIENT_ID_CONFIG, "manager-reports");
        this.kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.kafka.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Results may be large, and a batch is in memory as a whole
        this.kafka.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
        this.kafka.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * 1024 * 1024);
        // The reports of a manager that was killed are without a reader for this long; the least that brokers allow
        this.kafka.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        this.kafka.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("report-consumer").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        KafkaConsumer<String, byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        if (thread != null) {
            thread.join(Duration.ofSeconds(10));
        }
    }

    private void run() {
        while (!isStopping()) {
            try {
                topics.ensure(List.of()).await().atMost(FOLD_TIMEOUT);
                consume();
            } catch (WakeupException e) {
                LOG.debug("The report consumer is woken to stop");
            } catch (RuntimeException | Error e) {
                // An Error too: a manager that folds nothing would be worse than one that goes on
                LOG.warnf("Reports can't be read for now: %s", e);
                pause();
            }
        }
    }

    private void consume() {
        try (KafkaConsumer<String, byte[]> opened =
                new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer = opened;
            FoldedOffsets folded = new FoldedOffsets(opened, COMMIT_EVERY);
            opened.subscribe(List.of(Topics.TASK_EVENTS), folded);
            while (!isStopping()) {
                ConsumerRecords<String, byte[]> records = opened.poll(folded.isEmpty() ? POLL : COMMIT_EVERY);
                List<TaskEvent> events = read(records);
                if (!events.isEmpty()) {
                    foldUntilDone(events);
                }
                // Whoever stops may have left out the rest of what it has read
                if (!isStopping()) {
                    folded.add(records.nextOffsets());
                    folded.commitIfDue();
                }
            }
        } finally {
            consumer = null;
        }
    }

    private List<TaskEvent> read(ConsumerRecords<String, byte[]> records) {
        List<TaskEvent> events = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> message : records) {
            try {
                TaskEvent event = json.readValue(message.value(), TaskEvent.class);
                if (event == null) {
                    throw new IllegalArgumentException("it is null");
                }
                events.add(event);
            } catch (IOException | RuntimeException e) {
                metrics.unreadable();
                LOG.errorf(
                        "Left out a report that can't be read, at %s-%d offset %d: %s",
                        message.topic(), message.partition(), message.offset(), e.getMessage());
            }
        }
        return events;
    }

    private void foldUntilDone(List<TaskEvent> events) {
        int errors = 0;
        while (!isStopping()) {
            try {
                attempts.fold(events).await().atMost(FOLD_TIMEOUT);
                return;
            } catch (RuntimeException e) {
                errors += Defects.isDefect(e) ? 1 : 0;
                if (SqlState.isRefusal(e) || errors == TRIES_AFTER_ERRORS) {
                    foldOneByOne(events, e);
                    return;
                }
                LOG.warnf("%d reports can't be folded in yet: %s", events.size(), e);
                pause();
            }
        }
    }

    private void foldOneByOne(List<TaskEvent> events, RuntimeException refusal) {
        for (TaskEvent event : events) {
            if (events.size() > 1) {
                foldUntilDone(List.of(event));
            } else {
                metrics.refused(event.report());
                LOG.errorf(refusal, "Left out a report on %s that can't be stored", event.attempt());
            }
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void pause() {
        try {
            boolean stopped = stopping.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
            LOG.debugf("Going on, stopping: %s", stopped);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }
}
