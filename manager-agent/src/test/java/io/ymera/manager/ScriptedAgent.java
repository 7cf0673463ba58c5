package io.ymera.manager;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.ymera.contracts.Json;
import io.ymera.contracts.agent.AgentRegistered;
import io.ymera.contracts.agent.AgentRegistration;
import io.ymera.contracts.agent.CapabilityDescriptor;
import io.ymera.contracts.agent.Heartbeat;
import io.ymera.contracts.agent.HeartbeatReply;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskAssignment;
import io.ymera.contracts.task.TaskEvent;
import io.ymera.contracts.task.TaskEvent.Report;
import io.ymera.contracts.task.Topics;
import io.ymera.testkit.TestServers;
import io.ymera.testkit.TokenIssuer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/**
 * Speaks an agent's part of the protocol word by word, as a test says: over real HTTP and real Kafka, with nothing of the
 * agent kit.
 */
public final class ScriptedAgent implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ScriptedAgent.class);
    private static final ObjectMapper JSON = Json.mapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** An object with an optional member {@code text}, a path, and nothing else. */
    public static final String SCHEMA = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "additionalProperties": false,
             "properties": {"text": {"type": "string", "pattern": "^[a-z/]*$"}}}
            """;

    private final String token = TokenIssuer.shared().service("scripted-agent");
    private final String capability;
    private final UUID id;
    private final int slots;
    private final KafkaShareConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final Queue<TaskAssignment> received = new ArrayDeque<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
    private volatile List<AttemptRef> held = List.of();
    private long sequence;

    /** Registers an agent with {@code slots} slots and version 1 of one capability, and begins to heartbeat. */
    public ScriptedAgent(String capability, int slots) {
        this(capability, 1, slots);
    }

    /** As above, with another version. */
    public ScriptedAgent(String capability, int version, int slots) {
        this(capability, version, slots, SCHEMA);
    }

    /** As above, with another JSON Schema of parameters. */
    public ScriptedAgent(String capability, int version, int slots, String schema) {
        this(List.of(capability), version, slots, schema);
    }

    /** As above, with several capabilities, of which it receives assignments for the first. */
    public ScriptedAgent(List<String> capabilities, int slots) {
        this(capabilities, 1, slots, SCHEMA);
    }

    private ScriptedAgent(List<String> capabilities, int version, int slots, String schema) {
        this.capability = capabilities.getFirst();
        this.id = register(capabilities, version, slots, schema).agentId();
        this.slots = slots;
        Map<String, Object> kafka = Map.of(
                "bootstrap.servers",
                TestServers.kafka().part().bootstrapServers(),
                "group.id",
                Topics.assignments(capability, version),
                "share.acknowledgement.mode",
                "explicit",
                "compression.type",
                "none");
        this.consumer = new KafkaShareConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer());
        this.producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
        consumer.subscribe(List.of(Topics.assignments(capability, version)));
        heart.scheduleAtFixedRate(this::beat, 0, 300, MILLISECONDS);
    }

    public UUID id() {
        return id;
    }

    private AgentRegistered register(List<String> names, int version, int slots, String parametersSchema) {
        JsonNode schema = read(parametersSchema, JsonNode.class);
        var registration = new AgentRegistration(
                "scripted-agent",
                slots,
                names.stream()
                        .map(name -> new CapabilityDescriptor(name, version, "Does as told", schema, schema))
                        .toList());
        return read(
                given().auth()
                        .oauth2(token)
                        .contentType(ContentType.JSON)
                        .body(write(registration))
                        .post("/agents")
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString(),
                AgentRegistered.class);
    }

    /** Heartbeats once, naming what it holds. */
    public HeartbeatReply heartbeat() {
        return read(
                given().auth()
                        .oauth2(token)
                        .contentType(ContentType.JSON)
                        .body(write(new Heartbeat("online", slots, held.size(), held)))
                        .post("/agents/{id}/heartbeat", id)
                        .asString(),
                HeartbeatReply.class);
    }

    private void beat() {
        try {
            heartbeat();
        } catch (RuntimeException | AssertionError e) {
            LOG.warn("A heartbeat failed", e);
        }
    }

    /** Stops heartbeating, as if killed; it can still speak when told. */
    public void fallSilent() throws InterruptedException {
        heart.shutdownNow();
        heart.awaitTermination(5, SECONDS);
    }

    /** Says with the next heartbeats that it holds these attempts. */
    public void hold(AttemptRef... attempts) {
        held = List.of(attempts);
    }

    /** Waits for an assignment, and acknowledges it. */
    public TaskAssignment receive() {
        Instant end = Instant.now().plus(PATIENCE);
        while (received.isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("No assignment came for " + capability);
            }
            consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                received.add(read(message.value(), TaskAssignment.class));
                consumer.acknowledge(message, AcknowledgeType.ACCEPT);
            });
            consumer.commitSync();
        }
        return received.remove();
    }

    /** Reports on an attempt; returns when the broker has the report. */
    public void report(AttemptRef attempt, Report report) {
        sequence++;
        send(attempt, new TaskEvent(attempt, id, sequence, Instant.now(), report));
    }

    /** Sends an event as it is. */
    public void send(AttemptRef attempt, TaskEvent event) {
        send(attempt.taskId(), write(event));
    }

    /** Puts any bytes on the topic of reports. */
    public void send(UUID key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(Topics.TASK_EVENTS, key.toString(), value))
                    .get(10, SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        fallSilent();
        given().auth().oauth2(token).delete("/agents/{id}", id);
        consumer.close(Duration.ofSeconds(1));
        producer.close(Duration.ofSeconds(1));
    }

    private static byte[] write(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        return read(json.getBytes(UTF_8), type);
    }

    private static <T> T read(byte[] json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
