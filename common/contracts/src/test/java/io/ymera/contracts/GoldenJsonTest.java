package io.ymera.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ymera.contracts.agent.AgentRegistered;
import io.ymera.contracts.agent.AgentRegistration;
import io.ymera.contracts.agent.CapabilityDescriptor;
import io.ymera.contracts.agent.Delivery;
import io.ymera.contracts.agent.Heartbeat;
import io.ymera.contracts.agent.HeartbeatReply;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.contracts.problem.Problem;
import io.ymera.contracts.problem.Violation;
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
import io.ymera.contracts.task.TaskFailure;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each wire type has a file that shows its JSON; a change of that is a change of the protocol. */
class GoldenJsonTest {

    private static final ObjectMapper JSON = Json.mapper();
    private static final UUID TASK = UUID.fromString("01a20033-9828-71c7-a8e7-623c2f84fd56");
    private static final UUID AGENT = UUID.fromString("01a20033-8670-72c2-a8e9-b92778a3a227");
    private static final AttemptRef ATTEMPT = new AttemptRef(TASK, 2, 42);

    static Stream<Arguments> wireTypes() {
        var object = JsonNodeFactory.instance.objectNode();
        return Stream.of(
                Arguments.of("task-assignment", new TaskAssignment(TASK, 2, 42, "test_execution", object, 900)),
                Arguments.of("task-control", new TaskControl(TaskControl.Type.CANCEL, ATTEMPT)),
                Arguments.of(
                        "task-assignment-claim-check", new TaskAssignment(TASK, 2, 42, "test_execution", null, 900)),
                Arguments.of("started", event(new Started())),
                Arguments.of("progress", event(new Progress(0.5, "12 of 24 tests"))),
                Arguments.of("completed", event(new Completed(object.deepCopy().put("ok", true)))),
                Arguments.of("completed-stored", event(Completed.withStoredResult())),
                Arguments.of("failed", event(new Failed(new TaskFailure("run_timeout", "Too slow", true)))),
                Arguments.of("released", event(new Released("The agent was stopped"))),
                Arguments.of(
                        "agent-registration",
                        new AgentRegistration(
                                "examination-agent",
                                2,
                                List.of(new CapabilityDescriptor("test_execution", 3, "Runs tests", object, object)),
                                Delivery.HTTP,
                                AGENT)),
                Arguments.of("agent-registered", new AgentRegistered(AGENT, "online", 2_000)),
                Arguments.of("heartbeat", new Heartbeat("online", 2, 1, List.of(ATTEMPT))),
                Arguments.of("heartbeat-reply", HeartbeatReply.received(List.of(TASK), List.of(ATTEMPT), 3, true, 4)),
                Arguments.of(
                        "problem",
                        Problem.of(
                                ErrorCode.VALIDATION_FAILED,
                                "The body is not valid",
                                "/api/v1/tasks",
                                "4bf92f3577b34da6a3ce929d0e0e4736",
                                List.of(new Violation("/name", "must not be blank")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wireTypes")
    void isWrittenAsItsFileShows(String file, Object value) throws IOException {
        assertThat(JSON.valueToTree(value).toPrettyString())
                .isEqualTo(JSON.readTree(golden(file)).toPrettyString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wireTypes")
    void isReadBackAsItWas(String file, Object value) throws IOException {
        assertThat(JSON.readValue(golden(file), value.getClass())).isEqualTo(value);
    }

    @Test
    void whatAnOlderSideLeavesOutHasADefault() throws IOException {
        var registration = JSON.readValue("""
                {"name": "a", "slots": 1, "capabilities": [
                    {"name": "t", "description": "", "parameters_schema": {}, "result_schema": {}}]}
                """, AgentRegistration.class);
        var reply = JSON.readValue("{\"status\": \"heartbeat_received\", \"waiting\": 0}", HeartbeatReply.class);

        assertThat(registration.capabilities().getFirst().version()).isEqualTo(1);
        assertThat(registration.delivery()).isEqualTo(Delivery.KAFKA);
        assertThat(registration.instance()).isNull();
        assertThat(reply.drain()).isFalse();
        assertThat(reply.cancelled()).isEmpty();
        assertThat(reply.superseded()).isEmpty();
        assertThat(reply.slotsLimit()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"a\", \"slots\": 1, \"capabilities\": [%1$s, %1$s]}",
                "{\"name\": \"a\", \"slots\": 1, \"capabilities\": []}",
                "{\"name\": \"a\", \"slots\": 0, \"capabilities\": [%1$s]}",
                "{\"name\": \"a\\u0000\", \"slots\": 1, \"capabilities\": [%1$s]}",
                "{\"name\": \"a\", \"slots\": 1, \"capabilities\": [%1$s], \"delivery\": \"smtp\"}",
                "{\"name\": \"a\", \"slots\": 1, \"capabilities\": [%1$s], \"instance\": \"me\"}",
                "{\"name\": \"a\", \"slots\": 1, \"capabilities\": [%2$s]}"
            })
    void aRegistrationThatMakesNoSenseIsRefused(String json) {
        String body = json.formatted(
                "{\"name\": \"t\", \"description\": \"\", \"parameters_schema\": {}, \"result_schema\": {}}",
                "{\"name\": \"t\", \"version\": 0, \"description\": \"\", \"parameters_schema\": {}, \"result_schema\": {}}");

        assertThatThrownBy(() -> JSON.readValue(body, AgentRegistration.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    private static TaskEvent event(Report report) {
        return new TaskEvent(ATTEMPT, AGENT, 7, Instant.parse("2026-11-21T12:00:00.123Z"), report);
    }

    private static String golden(String file) throws IOException {
        try (InputStream in = GoldenJsonTest.class.getResourceAsStream("golden/" + file + ".json")) {
            assertThat(in).as("golden/%s.json", file).isNotNull();
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
