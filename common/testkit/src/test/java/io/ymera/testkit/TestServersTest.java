package io.ymera.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class TestServersTest {

    @Test
    void postgres_keeps_its_data_over_a_crash() throws Exception {
        URI url = URI.create(PostgresResource.databaseUrl("crash"));
        try (Connection connection = connect(url)) {
            connection.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }

        TestServers.postgres().kill9();
        TestServers.postgres().restart();

        try (Connection connection = connect(url);
                ResultSet rows = connection.createStatement().executeQuery("SELECT answer FROM crash.kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void a_role_cannot_read_anothers_schema() throws Exception {
        URI owner = URI.create(PostgresResource.databaseUrl("owner"));
        URI other = URI.create(PostgresResource.databaseUrl("other"));
        try (Connection connection = connect(owner)) {
            connection.createStatement().execute("CREATE TABLE secret (x int)");
        }

        try (Connection connection = connect(other)) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> connection.createStatement().execute("SELECT * FROM owner.secret"))
                    .withMessageContaining("permission denied for schema owner");
        }
    }

    @Test
    void redis_keeps_its_data_over_a_crash() throws Exception {
        redis("SET kept 42", "+OK");
        redis("CONFIG SET appendfsync always", "+OK");

        TestServers.redis().kill9();
        TestServers.redis().restart();

        redis("GET kept", "$2\r\n42");
    }

    @Test
    void redis_wants_its_password() throws Exception {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), TestServers.redis().part().port())) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readNBytes(7), StandardCharsets.US_ASCII);

            assertThat(answer).isEqualTo("-NOAUTH");
        }
    }

    @Test
    void kafka_keeps_records_for_a_share_group_over_a_crash() throws Exception {
        String topic = "crash-" + UUID.randomUUID();
        prepareShareGroup(topic, topic);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(kafka(Map.of()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "before")).get();
        }

        TestServers.kafka().kill9();
        TestServers.kafka().restart();

        assertThat(firstRecord(topic, topic)).isEqualTo("before");
    }

    private static void prepareShareGroup(String topic, String group) throws Exception {
        try (Admin admin = Admin.create(kafka(Map.of()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.GROUP, group),
                            List.of(
                                    set("share.auto.offset.reset", "earliest"),
                                    set("share.record.lock.duration.ms", "5000"))))
                    .all()
                    .get();
        }
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }

    private static String firstRecord(String topic, String group) {
        try (KafkaShareConsumer<String, String> consumer = new KafkaShareConsumer<>(
                kafka(Map.of("group.id", group)), new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            Instant deadline = Instant.now().plusSeconds(60);
            while (Instant.now().isBefore(deadline)) {
                for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofSeconds(1))) {
                    return found.value();
                }
            }
        }
        return "nothing";
    }

    private static Map<String, Object> kafka(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", TestServers.kafka().part().bootstrapServers());
        return settings;
    }

    private static Connection connect(URI url) throws SQLException {
        String[] user = url.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d%s".formatted(url.getHost(), url.getPort(), url.getPath()), user[0], user[1]);
    }

    private static void redis(String command, String expected) throws Exception {
        URI url = URI.create(TestServers.redis().part().url());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            String all = "AUTH %s\r\n%s\r\n".formatted(url.getUserInfo().substring(1), command);
            socket.getOutputStream().write(all.getBytes(StandardCharsets.US_ASCII));
            String answer = "+OK\r\n" + expected + "\r\n";
            assertThat(new String(socket.getInputStream().readNBytes(answer.length()), StandardCharsets.US_ASCII))
                    .isEqualTo(answer);
        }
    }
}
