package io.ymera.manager.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.testkit.MutableClock;
import io.ymera.testkit.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class ReportProgressTest {

    private static final String TOPIC = "progress.reports";
    private static final String GROUP = "progress-readers";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final MutableClock clock = new MutableClock(START);

    @Test
    void whatNobodyHasFoldedInHoldsTimeUp() throws Exception {
        Map<String, Object> kafka =
                Map.of("bootstrap.servers", TestServers.kafka().part().bootstrapServers());
        ReportProgress progress = new ReportProgress(kafka, clock, TOPIC, GROUP, PATIENCE);
        try (Admin admin = Admin.create(new HashMap<>(kafka));
                var producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
            assertThat(at(0, progress)).isEqualTo(Instant.EPOCH);
            admin.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1))).all().get();
            assertThat(at(1, progress)).isEqualTo(second(1));

            producer.send(new ProducerRecord<>(TOPIC, 1, "task", new byte[] {1}))
                    .get();
            assertThat(at(2, progress)).isEqualTo(second(1));
            producer.send(new ProducerRecord<>(TOPIC, 1, "task", new byte[] {2}))
                    .get();
            assertThat(at(3, progress)).isEqualTo(second(1));

            commit(admin, 1);
            assertThat(at(4, progress)).isEqualTo(second(2));
            commit(admin, 2);
            assertThat(at(5, progress)).isEqualTo(second(5));
        } finally {
            progress.close();
        }
    }

    private Instant at(int second, ReportProgress progress) {
        clock.set(second(second));
        return progress.readUntil().await().atMost(PATIENCE);
    }

    private static Instant second(int second) {
        return START.plusSeconds(second);
    }

    private static void commit(Admin admin, long offset) throws Exception {
        admin.alterConsumerGroupOffsets(GROUP, Map.of(new TopicPartition(TOPIC, 1), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }
}
