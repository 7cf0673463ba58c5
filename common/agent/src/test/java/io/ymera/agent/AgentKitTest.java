package io.ymera.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ymera.contracts.Json;
import io.ymera.contracts.agent.AgentRegistration;
import io.ymera.contracts.agent.CapabilityDescriptor;
import io.ymera.contracts.agent.Heartbeat;
import io.ymera.contracts.task.AttemptRef;
import io.ymera.contracts.task.TaskAssignment;
import io.ymera.contracts.task.TaskControl;
import io.ymera.contracts.task.TaskEvent;
import io.ymera.contracts.task.TaskEvent.Completed;
import io.ymera.contracts.task.TaskEvent.Failed;
import io.ymera.contracts.task.TaskEvent.Progress;
import io.ymera.contracts.task.TaskEvent.Released;
import io.ymera.contracts.task.TaskEvent.Report;
import io.ymera.contracts.task.TaskEvent.Started;
import io.ymera.contracts.task.Topics;
import io.ymera.testkit.KafkaResource;
import io.ymera.testkit.TestServers;
import io.ymera.testkit.TokenIssuerResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An agent with three handlers and two slots, between a real broker and a manager that records. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenIssuerResource.class)
@WithTestResource(ManagerFixture.class)
class AgentKitTest {

    private static final ObjectMapper JSON = Json.mapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static KafkaProducer<String, byte[]> producer;
    private static KafkaConsumer<String, byte[]> reports;

    @Inject
    ControlListener listener;

    @Inject
    Intake intake;

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource("/health/group/idle")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI idle;

    @TestHTTPResource("/health")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI health;

    private final Queue<TaskEvent> unread = new ArrayDeque<>();
    private final List<TaskEvent> ofOthers = new ArrayList<>();
    private long token;

    @BeforeAll
    static void topics() throws Exception {
        try (Admin admin = Admin.create(kafka("admin"))) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.TASK_EVENTS, 1, (short) 1),
                            new NewTopic(Topics.TASK_CONTROL, 2, (short) 1),
                            new NewTopic(Topics.assignments("count_lines"), 1, (short) 1),
                            new NewTopic(Topics.assignments("scripted"), 1, (short) 1),
                            new NewTopic(Topics.assignments("scripted", 2), 1, (short) 1)))
                    .all()
                    .get(30, SECONDS);
            List<AlterConfigOp> settings =
                    List.of(set("share.auto.offset.reset", "earliest"), set("share.record.lock.duration.ms", "5000"));
            admin.incrementalAlterConfigs(Map.of(
                            group(Topics.assignments("count_lines")), settings,
                            group(Topics.assignments("scripted")), settings,
                            group(Topics.assignments("scripted", 2)), settings))
                    .all()
                    .get(30, SECONDS);
        }
        producer = new KafkaProducer<>(kafka("test"), new StringSerializer(), new ByteArraySerializer());
        Map<String, Object> settings = kafka("test-reports");
        settings.put("auto.offset.reset", "earliest");
        reports = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        reports.subscribe(List.of(Topics.TASK_EVENTS));
    }

    @AfterAll
    static void close() {
        producer.close(Duration.ofSeconds(1));
        reports.close();
    }

    @BeforeEach
    void nothingIsCancelled() {
        ManagerFixture.CANCELLED.clear();
        ManagerFixture.SUPERSEDED.clear();
    }

    @Test
    void registersWithItsCapabilitiesAndTheirSchemas() throws Exception {
        AgentRegistration registration = ManagerFixture.registration();

        assertThat(registration.name()).isEqualTo("kit-test");
        assertThat(registration.capabilities())
                .extracting(CapabilityDescriptor::name, CapabilityDescriptor::version)
                .containsExactlyInAnyOrder(tuple("count_lines", 1), tuple("scripted", 1), tuple("scripted", 2));
        JsonNode schema = registration.capabilities().stream()
                .filter(capability -> capability.name().equals("count_lines"))
                .findFirst()
                .orElseThrow()
                .parametersSchema();
        assertThat(schema.at("/required/0").asText()).isEqualTo("text");
        assertThat(schema.at("/properties/text/maxLength").asInt()).isEqualTo(1_000_000);
        assertThat(schema.at("/additionalProperties").isBoolean()).isTrue();
        assertThat(schema.at("/additionalProperties").asBoolean()).isFalse();
    }

    @Test
    void runsAnAssignmentAndReports() {
        UUID task = assign("count_lines", "{\"text\": \"one\\ntwo\\nthree\"}", 60);

        assertThat(reportsOf(task))
                .satisfiesExactly(first -> assertThat(first).isInstanceOf(Started.class), last -> assertThat(
                                requireNonNull(((Completed) last).result())
                                        .path("lines")
                                        .asInt())
                        .isEqualTo(3));
    }

    @Test
    void eachVersionOfACapabilityHasAHandlerOfItsOwn() throws Exception {
        UUID ofVersionOne = assign("scripted", "{\"ending\": \"well\"}", 60);
        var ofVersionTwo = new TaskAssignment(
                UUID.randomUUID(), 1, ++token, "scripted", JSON.readTree("{\"line\": \"hello\"}"), 60);
        send(Topics.assignments("scripted", 2), ofVersionTwo);

        assertThat(((Completed) reportsOf(ofVersionOne).getLast()).result()).hasToString("{\"text\":\"well\"}");
        assertThat(((Completed) reportsOf(ofVersionTwo.taskId()).getLast()).result())
                .hasToString("{\"spoken\":\"hello\"}");
    }

    @Test
    void theLastThatAHandlerSaidIsSentWhileItGoesOnInSilence() throws Exception {
        UUID task = assign("scripted", "{\"ending\": \"fall silent\"}", 600);

        assertThat(reportsOf(task, report -> report instanceof Progress(double done, var unused) && done == 0.9))
                .hasExactlyElementsOfTypes(Started.class, Progress.class, Progress.class);
        ManagerFixture.CANCELLED.add(task);
        awaitFree();
    }

    @Test
    void progressComesBeforeTheEnd() {
        UUID task = assign("scripted", "{\"ending\": \"well\"}", 60);

        assertThat(reportsOf(task))
                .extracting(report -> (Object) report.getClass())
                .containsExactly(Started.class, Progress.class, Completed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "throw, handler_error, true",
        "overflow, handler_error, true",
        "give up, no_use, false",
        "too much, result_too_large, false"
    })
    void whatGoesWrongIsReported(String ending, String code, boolean retryable) {
        UUID task = assign("scripted", "{\"ending\": \"%s\"}".formatted(ending), 60);

        Failed failed = (Failed) reportsOf(task).getLast();

        assertThat(failed.failure().code()).isEqualTo(code);
        assertThat(failed.failure().retryable()).isEqualTo(retryable);
        assertThat(failed.failure().message()).doesNotContain("secret");
    }

    @Test
    void parametersThatAreNotWhatTheHandlerTakesFailForGood() {
        UUID task = assign("count_lines", "{\"text\": null}", 60);

        Failed failed = (Failed) reportsOf(task).getLast();

        assertThat(failed.failure().code()).isEqualTo("invalid_parameters");
        assertThat(failed.failure().retryable()).isFalse();
    }

    @Test
    void anAttemptIsStoppedAtItsDeadline() {
        UUID task = assign("scripted", "{\"ending\": \"wait\"}", 1);

        Failed failed = (Failed) reportsOf(task).getLast();

        assertThat(failed.failure().code()).isEqualTo("run_timeout");
    }

    @Test
    void anAttemptThatIsNoLongerWantedIsInterruptedAndNotReported() throws Exception {
        int before = ScriptedHandler.INTERRUPTED.get();
        UUID task = assign("scripted", "{\"ending\": \"wait\"}", 600);
        awaitHeld(task);

        ManagerFixture.CANCELLED.add(task);
        awaitFree();

        assertThat(ScriptedHandler.INTERRUPTED.get()).isEqualTo(before + 1);
        assertNothingButProgressIsReportedOf(task);
    }

    /** Both are named in a heartbeat: the first because the manager has not confirmed its end. */
    @Test
    void theNextAttemptAtATaskRunsOnWhenTheManagerForgetsTheOneBefore() throws Exception {
        AttemptRef first = assignment("scripted", "{\"ending\": \"throw\"}", 60);
        reportsOf(first.taskId());
        AttemptRef second = new AttemptRef(first.taskId(), 2, ++token);
        send(new TaskAssignment(
                second.taskId(), 2, second.fencingToken(), "scripted", JSON.readTree("{\"ending\": \"wait\"}"), 600));
        awaitHeartbeat(heartbeat -> heartbeat.attempts().containsAll(List.of(first, second)));
        int before = ScriptedHandler.INTERRUPTED.get();

        ManagerFixture.SUPERSEDED.add(first);
        awaitHeartbeat(heartbeat -> !heartbeat.attempts().contains(first));
        awaitHeartbeat(heartbeat -> heartbeat.attempts().contains(second));

        assertThat(ScriptedHandler.INTERRUPTED.get()).isEqualTo(before);
        ManagerFixture.CANCELLED.add(second.taskId());
        awaitFree();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait", "spin"})
    void cancelReachesARunningHandlerWithinASecond(String ending) throws Exception {
        awaitListening();
        int before = ScriptedHandler.INTERRUPTED.get();
        AttemptRef attempt = assignment("scripted", "{\"ending\": \"%s\"}".formatted(ending), 600);
        awaitHeld(attempt.taskId());

        Instant cancelled = Instant.now();
        control(new TaskControl(TaskControl.Type.CANCEL, attempt));
        while (ScriptedHandler.INTERRUPTED.get() == before && Instant.now().isBefore(cancelled.plus(PATIENCE))) {
            Thread.onSpinWait();
        }

        assertThat(Duration.between(cancelled, Instant.now())).isLessThan(Duration.ofSeconds(1));
        awaitFree();
        assertNothingButProgressIsReportedOf(attempt.taskId());
    }

    @Test
    void cancelOfWhatHasNotComeKeepsItFromBeginning() throws Exception {
        awaitListening();
        UUID task = UUID.randomUUID();
        AttemptRef attempt = new AttemptRef(task, 1, ++token);
        control(new TaskControl(TaskControl.Type.CANCEL, attempt));
        awaitAllIsHeard();

        send(new TaskAssignment(task, 1, attempt.fencingToken(), "scripted", JSON.readTree("{}"), 600));

        assertNothingButProgressIsReportedOf(task);
        assertThat(ofOthers).noneMatch(event -> event.attempt().taskId().equals(task));
    }

    @Test
    void cancelThatIsLateOrStaleOrNonsenseChangesNothing() throws Exception {
        awaitListening();
        AttemptRef ended = assignment("count_lines", "{\"text\": \"\"}", 60);
        reportsOf(ended.taskId());
        AttemptRef running = assignment("scripted", "{\"ending\": \"wait\"}", 600);
        awaitHeld(running.taskId());

        for (String nonsense :
                new String[] {"", "null", "not json", "{}", "{\"type\": \"dance\", \"attempt\": {}}", "[".repeat(2_000)
                }) {
            control(nonsense.getBytes(UTF_8));
        }
        control(new TaskControl(TaskControl.Type.CANCEL, ended));
        control(new TaskControl(TaskControl.Type.CANCEL, new AttemptRef(running.taskId(), 1, 0)));
        control(new TaskControl(TaskControl.Type.CANCEL, new AttemptRef(UUID.randomUUID(), 1, 1)));
        int before = ScriptedHandler.INTERRUPTED.get();
        awaitAllIsHeard();

        awaitHeld(running.taskId());
        assertThat(ScriptedHandler.INTERRUPTED.get()).isEqualTo(before + 1);
        ManagerFixture.CANCELLED.add(running.taskId());
        awaitFree();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "not json", "{\"type\": null, \"attempt\": null}"})
    void nonsenseDoesNotKeepTheCancelBesideItFromBeingHeard(String nonsense) throws Exception {
        awaitListening();
        AttemptRef running = assignment("scripted", "{\"ending\": \"wait\"}", 600);
        awaitHeld(running.taskId());

        producer.send(new ProducerRecord<>(Topics.TASK_CONTROL, 1, null, nonsense.getBytes(UTF_8)));
        control(new TaskControl(TaskControl.Type.CANCEL, running));

        awaitFree();
        assertThat(listener.isListening()).isTrue();
    }

    @Test
    void aWorkspaceIsThereWhenAskedForAndGoneAfterwards() throws Exception {
        UUID task = assign("scripted", "{\"ending\": \"use the workspace\"}", 60);

        assertThat(requireNonNull(((Completed) reportsOf(task).getLast()).result())
                        .path("text")
                        .asText())
                .isEqualTo("true");
        Path workspace = ScriptedHandler.WORKSPACES.poll(30, SECONDS);
        awaitFree();
        assertThat(workspace).doesNotExist();
    }

    @Test
    void largeParametersAreFetchedWhileTheManagerComesAndGoes() throws Exception {
        ManagerFixture.AWAY.set(1);
        UUID task = UUID.randomUUID();
        AttemptRef attempt = new AttemptRef(task, 3, ++token);
        ManagerFixture.PAYLOADS.put(
                payload(attempt, "parameters"),
                "{\"text\": \"%s\"}".formatted("x\\n".repeat(300_000)).getBytes(UTF_8));

        send(new TaskAssignment(task, 3, token, "count_lines", null, 60));

        assertThat(requireNonNull(((Completed) reportsOf(task).getLast()).result())
                        .path("lines")
                        .asInt())
                .isEqualTo(300_000);
    }

    @Test
    void largeResultsAreHandedInBeforeTheyAreReported() throws Exception {
        ManagerFixture.AWAY.set(1);
        AttemptRef attempt = assignment("scripted", "{\"ending\": \"much\"}", 60);

        assertThat(reportsOf(attempt.taskId()).getLast()).isEqualTo(Completed.withStoredResult());

        JsonNode stored = JSON.readTree(ManagerFixture.PAYLOADS.get(payload(attempt, "result")));
        assertThat(stored.path("text").asText()).isEqualTo("☃".repeat(200_000));
    }

    @Test
    void anAttemptThatIsOverBeforeItsParametersCameIsNotReported() throws Exception {
        UUID task = UUID.randomUUID();

        send(new TaskAssignment(task, 1, ++token, "count_lines", null, 60));
        awaitFree();

        assertNothingButProgressIsReportedOf(task);
    }

    @Test
    void longStoriesAreCutToFitIntoARecord() {
        Failed failed = (Failed) reportsOf(assign("scripted", "{\"ending\": \"a long story\"}", 60))
                .getLast();

        assertThat(failed.failure().code()).isEqualTo("long_story");
        assertThat(failed.failure().message()).hasSizeLessThan(11_000);
    }

    @Test
    void whatABusyAgentCannotTakeAnIdleOneGets() throws Exception {
        UUID first = assign("scripted", "{\"ending\": \"wait\"}", 600);
        UUID second = assign("scripted", "{\"ending\": \"wait\"}", 600);
        awaitHeld(first);
        awaitHeld(second);
        try (var idle =
                new KafkaShareConsumer<>(shareSettings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            idle.subscribe(List.of(Topics.assignments("count_lines")));

            UUID third = assign("count_lines", "{\"text\": \"x\"}", 60);

            assertThat(receive(idle).taskId()).isEqualTo(third);
        } finally {
            ManagerFixture.CANCELLED.addAll(List.of(first, second));
            awaitFree();
        }
    }

    @Test
    void aLimitedAgentLeavesToOthersWhatItHasRoomFor() throws Exception {
        ManagerFixture.slotsLimit = 1;
        awaitAnswer();
        UUID running = assign("scripted", "{\"ending\": \"wait\"}", 600);
        awaitHeld(running);
        try (var idle =
                new KafkaShareConsumer<>(shareSettings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            idle.subscribe(List.of(Topics.assignments("count_lines")));

            UUID forOthers = assign("count_lines", "{\"text\": \"x\"}", 60);

            assertThat(receive(idle).taskId()).isEqualTo(forOthers);
        } finally {
            ManagerFixture.slotsLimit = null;
        }
        UUID mayAgain = assign("count_lines", "{\"text\": \"x\"}", 60);
        assertThat(reportsOf(mayAgain).getLast()).isInstanceOf(Completed.class);
        ManagerFixture.CANCELLED.add(running);
        awaitFree();
    }

    @Test
    void aDrainedAgentFinishesAndTakesNoMoreUntilItIsWantedAgain() throws Exception {
        UUID running = assign("scripted", "{\"ending\": \"wait\"}", 600);
        awaitHeld(running);

        ManagerFixture.drain = true;
        awaitHeartbeat(heartbeat -> heartbeat.status().equals("draining"));
        UUID forOthers = assign("count_lines", "{\"text\": \"x\"}", 60);
        try (var other =
                new KafkaShareConsumer<>(shareSettings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            other.subscribe(List.of(Topics.assignments("count_lines")));
            assertThat(receive(other).taskId()).isEqualTo(forOthers);
        } finally {
            ManagerFixture.drain = false;
        }

        awaitHeartbeat(heartbeat -> heartbeat.status().equals("online")
                && heartbeat.attempts().toString().contains(running.toString()));
        UUID again = assign("count_lines", "{\"text\": \"x\"}", 60);
        assertThat(reportsOf(again).getLast()).isInstanceOf(Completed.class);
        ManagerFixture.CANCELLED.add(running);
        awaitFree();
    }

    @Test
    void whetherItIsIdleCanBeAskedAndIsNoMatterOfHealth() throws Exception {
        awaitFree();
        assertThat(status(idle)).isEqualTo(200);
        UUID task = assign("scripted", "{\"ending\": \"wait\"}", 600);
        awaitHeld(task);

        assertThat(status(idle)).isEqualTo(503);
        assertThat(status(health)).isEqualTo(200);
        ManagerFixture.CANCELLED.add(task);
        awaitFree();
    }

    @Test
    void whatKafkaWouldSoonDropIsHandedBackThroughTheManager() throws Exception {
        UUID first = assign("scripted", "{\"ending\": \"wait\"}", 600);
        UUID second = assign("scripted", "{\"ending\": \"wait\"}", 600);
        awaitHeld(first);
        awaitHeld(second);
        var surplus = new TaskAssignment(UUID.randomUUID(), 1, ++token, "count_lines", JSON.readTree("{}"), 60);

        assertThat(intake.take(delivered(surplus, 1), UUID.randomUUID(), Duration.ZERO))
                .isEqualTo(AcknowledgeType.RELEASE);
        assertThat(intake.take(delivered(surplus, 4), UUID.randomUUID(), Duration.ZERO))
                .isEqualTo(AcknowledgeType.ACCEPT);

        assertThat(reportsOf(surplus.taskId())).hasExactlyElementsOfTypes(Released.class);
        ManagerFixture.CANCELLED.addAll(List.of(first, second));
        awaitFree();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "not json", "[]", "{}", "{\"task_id\": \"x\"}"})
    void aRecordThatCannotBeReadIsRefusedForGood(String hostile) throws Exception {
        assertThat(intake.take(kafkaRecord(hostile.getBytes(UTF_8), 1), UUID.randomUUID(), Duration.ZERO))
                .isEqualTo(AcknowledgeType.REJECT);
    }

    @Test
    void aRecordWithoutAValueIsRefusedForGood() throws Exception {
        assertThat(intake.take(kafkaRecord(null, 1), UUID.randomUUID(), Duration.ZERO))
                .isEqualTo(AcknowledgeType.REJECT);
    }

    @Test
    void whatWasTriedBeforeBeginsOnlyWhenItsStartIsReported() throws Exception {
        reportsOf(assign("count_lines", "{\"text\": \"so that there is a connection\"}", 60));
        ScriptedHandler.WORKSPACES.clear();
        TaskAssignment again = usingTheWorkspace(2);
        TaskAssignment fresh = usingTheWorkspace(1);

        TestServers.kafka().freeze();
        try {
            assertThat(intake.take(delivered(again, 1), UUID.randomUUID(), PATIENCE))
                    .isEqualTo(AcknowledgeType.ACCEPT);
            assertThat(intake.take(delivered(fresh, 1), UUID.randomUUID(), PATIENCE))
                    .isEqualTo(AcknowledgeType.ACCEPT);
            assertThat(ScriptedHandler.WORKSPACES.poll(30, SECONDS))
                    .asString()
                    .contains(fresh.taskId().toString());
            assertThat(ScriptedHandler.WORKSPACES).isEmpty();
        } finally {
            TestServers.kafka().thaw();
        }

        assertThat(reportsOf(again.taskId()).getLast()).isInstanceOf(Completed.class);
        TaskAssignment redelivered = usingTheWorkspace(1);
        assertThat(intake.take(delivered(redelivered, 2), UUID.randomUUID(), PATIENCE))
                .isEqualTo(AcknowledgeType.ACCEPT);
        assertThat(reportsOf(redelivered.taskId()).getLast()).isInstanceOf(Completed.class);
    }

    private TaskAssignment usingTheWorkspace(int attempt) throws IOException {
        return new TaskAssignment(
                UUID.randomUUID(),
                attempt,
                ++token,
                "scripted",
                JSON.readTree("{\"ending\": \"use the workspace\"}"),
                60);
    }

    @Test
    void hostileRecordsHoldUpNothing() {
        for (String hostile : new String[] {"", "null", "not json", "{}", "[".repeat(10_000), "{\"task_id\": \"x\"}"}) {
            producer.send(new ProducerRecord<>(Topics.assignments("count_lines"), hostile.getBytes(UTF_8)));
        }

        UUID task = assign("count_lines", "{\"text\": \"one\"}", 60);

        assertThat(reportsOf(task).getLast()).isInstanceOf(Completed.class);
    }

    @Test
    void goesOnReceivingAfterTheBrokerWasKilled() {
        reportsOf(assign("count_lines", "{\"text\": \"before\"}", 60));

        TestServers.kafka().kill9();
        TestServers.kafka().restart();
        UUID task = assign("count_lines", "{\"text\": \"after\"}", 60);

        assertThat(reportsOf(task).getLast()).isInstanceOf(Completed.class);
    }

    @Test
    void opensNewConsumersWhenAssignmentsWaitThatDoNotCome() throws Exception {
        double before = consumerRestarts("stuck");

        ManagerFixture.waiting = 1;
        try {
            awaitHeartbeat(heartbeat -> consumerRestarts("stuck") > before);
        } finally {
            ManagerFixture.waiting = 0;
        }
        UUID task = assign("count_lines", "{\"text\": \"one\"}", 60);

        assertThat(reportsOf(task).getLast()).isInstanceOf(Completed.class);
    }

    /** As when an administrator has changed what its client may serve. */
    @Test
    void anAgentWhoseTokenWasEndedGetsAnother() throws Exception {
        awaitHeartbeat(heartbeat -> true);
        String ended = ManagerFixture.bearer;
        ManagerFixture.endedBearer = ended;

        // One that came meanwhile may still have been taken
        awaitHeartbeat(heartbeat -> !requireNonNull(ManagerFixture.bearer).equals(ended));

        assertThat(ManagerFixture.bearer).startsWith("Bearer ");
    }

    @Test
    void registersAgainWhenTheManagerHasForgottenIt() throws Exception {
        ManagerFixture.REGISTRATIONS.clear();

        ManagerFixture.forgetful = true;

        assertThat(ManagerFixture.REGISTRATIONS.poll(60, SECONDS)).isNotNull();
    }

    private UUID assign(String taskType, String parameters, int runTimeoutSeconds) {
        return assignment(taskType, parameters, runTimeoutSeconds).taskId();
    }

    private AttemptRef assignment(String taskType, String parameters, int runTimeoutSeconds) {
        try {
            var assignment = new TaskAssignment(
                    UUID.randomUUID(), 1, ++token, taskType, JSON.readTree(parameters), runTimeoutSeconds);
            send(assignment);
            return assignment.ref();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static ConsumerRecord<String, byte[]> delivered(TaskAssignment assignment, int times) throws IOException {
        return kafkaRecord(Topics.assignments(assignment.taskType()), JSON.writeValueAsBytes(assignment), times);
    }

    private static ConsumerRecord<String, byte[]> kafkaRecord(byte @Nullable [] value, int times) {
        return kafkaRecord(Topics.assignments("count_lines"), value, times);
    }

    private static ConsumerRecord<String, byte[]> kafkaRecord(String topic, byte @Nullable [] value, int times) {
        return new ConsumerRecord<>(
                topic,
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                "key",
                value,
                new RecordHeaders(),
                Optional.empty(),
                Optional.of((short) times));
    }

    private static void send(TaskAssignment assignment) throws Exception {
        send(Topics.assignments(assignment.taskType()), assignment);
    }

    private static void send(String topic, TaskAssignment assignment) throws Exception {
        producer.send(new ProducerRecord<>(topic, assignment.taskId().toString(), JSON.writeValueAsBytes(assignment)))
                .get(60, SECONDS);
    }

    private static String payload(AttemptRef attempt, String which) {
        return "/tasks/%s/attempts/%d/%s#%d"
                .formatted(attempt.taskId(), attempt.attempt(), which, attempt.fencingToken());
    }

    private static void control(TaskControl control) throws Exception {
        control(JSON.writeValueAsBytes(control));
    }

    private static void control(byte[] message) throws Exception {
        producer.send(new ProducerRecord<>(Topics.TASK_CONTROL, 1, null, message))
                .get(60, SECONDS);
    }

    private void awaitListening() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!listener.isListening() && Instant.now().isBefore(end)) {
            ManagerFixture.HEARTBEATS.poll(1, SECONDS);
        }
        assertThat(listener.isListening()).isTrue();
    }

    /** What the manager says is heard in order, so this cancels an attempt and waits until that is interrupted. */
    private void awaitAllIsHeard() throws Exception {
        int before = ScriptedHandler.INTERRUPTED.get();
        AttemptRef last = assignment("scripted", "{\"ending\": \"wait\"}", 600);
        awaitHeld(last.taskId());
        control(new TaskControl(TaskControl.Type.CANCEL, last));
        Instant end = Instant.now().plus(PATIENCE);
        while (ScriptedHandler.INTERRUPTED.get() == before && Instant.now().isBefore(end)) {
            ManagerFixture.HEARTBEATS.poll(1, SECONDS);
        }
        assertThat(ScriptedHandler.INTERRUPTED.get()).isEqualTo(before + 1);
    }

    /** Up to now, which is when another task has come to its end. */
    private void assertNothingButProgressIsReportedOf(UUID task) {
        reportsOf(assign("count_lines", "{\"text\": \"\"}", 60));
        assertThat(ofOthers)
                .noneMatch(event -> event.attempt().taskId().equals(task)
                        && !(event.report() instanceof Started)
                        && !(event.report() instanceof Progress));
    }

    /** What is reported of a task, up to its end. */
    private List<Report> reportsOf(UUID task) {
        return reportsOf(task, report -> !(report instanceof Started || report instanceof Progress));
    }

    /** What is reported of a task, up to a certain report. */
    private List<Report> reportsOf(UUID task, Predicate<Report> last) {
        List<Report> seen = new ArrayList<>();
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            reports.poll(Duration.ofMillis(200)).forEach(message -> unread.add(event(message.value())));
            while (!unread.isEmpty()) {
                TaskEvent event = unread.remove();
                if (event.attempt().taskId().equals(task)) {
                    seen.add(event.report());
                    if (last.test(event.report())) {
                        return seen;
                    }
                } else {
                    ofOthers.add(event);
                }
            }
        }
        throw new AssertionError("What was expected of the task was not reported; seen: " + seen);
    }

    private static void awaitHeld(UUID task) throws InterruptedException {
        awaitHeartbeat(heartbeat -> heartbeat.attempts().stream()
                .anyMatch(attempt -> attempt.taskId().equals(task)));
    }

    private static void awaitFree() throws InterruptedException {
        awaitHeartbeat(heartbeat -> heartbeat.inUse() == 0);
    }

    private static void awaitHeartbeat(Predicate<Heartbeat> wanted) throws InterruptedException {
        ManagerFixture.HEARTBEATS.clear();
        Instant end = Instant.now().plus(PATIENCE);
        Heartbeat last = null;
        while (Instant.now().isBefore(end)) {
            Heartbeat heartbeat = ManagerFixture.HEARTBEATS.poll(10, SECONDS);
            if (heartbeat != null && wanted.test(heartbeat)) {
                return;
            }
            last = heartbeat;
        }
        throw new AssertionError("The agent does not say what was expected, but " + last);
    }

    /** Until the agent has read an answer that was given after this call. */
    private static void awaitAnswer() throws InterruptedException {
        awaitHeartbeat(asked -> true);
        awaitHeartbeat(next -> true);
    }

    private double consumerRestarts(String reason) {
        Counter restarts = metrics.find("ymera.agent.consumer.restarts")
                .tag("reason", reason)
                .counter();
        return restarts == null ? 0 : restarts.count();
    }

    private static int status(URI of) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(of).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static TaskAssignment receive(KafkaShareConsumer<String, byte[]> consumer) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            for (var message : consumer.poll(Duration.ofMillis(500))) {
                consumer.acknowledge(message, AcknowledgeType.ACCEPT);
                return JSON.readValue(message.value(), TaskAssignment.class);
            }
        }
        throw new AssertionError("The idle consumer got nothing");
    }

    private static TaskEvent event(byte[] json) {
        try {
            return JSON.readValue(json, TaskEvent.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Object> kafka(String name) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", TestServers.kafka().part().bootstrapServers());
        settings.put("client.id", name);
        settings.put("group.id", name);
        return settings;
    }

    private static Map<String, Object> shareSettings() {
        Map<String, Object> settings = kafka("idle");
        settings.put("group.id", Topics.assignments("count_lines"));
        settings.put("share.acknowledgement.mode", "explicit");
        return settings;
    }

    private static ConfigResource group(String name) {
        return new ConfigResource(ConfigResource.Type.GROUP, name);
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }
}
