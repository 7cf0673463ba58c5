package io.ymera.manager.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.contracts.Json;
import io.ymera.contracts.problem.Violation;
import io.ymera.contracts.task.TaskPriority;
import io.ymera.manager.workflow.Step.Approval;
import io.ymera.manager.workflow.Step.OnTimeout;
import io.ymera.manager.workflow.Step.TaskWork;
import io.ymera.web.problem.ApiException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionReaderTest {

    private static final ObjectMapper JSON = Json.mapper();

    @Test
    void readsEverythingThatADefinitionCanHold() {
        Definition definition = read("""
                {"name": "release", "input": {"n": 1}, "steps": [
                  {"name": "build", "task_type": "build", "version": 2, "parameters": {"n": {"$from": "/input/n"}},
                   "priority": "high", "run_timeout_seconds": 60, "queue_timeout_seconds": 5, "total_timeout_seconds": 90,
                   "retry": {"max_attempts": 2, "first_pause_seconds": 0.5, "max_pause_seconds": 4},
                   "compensate": {"task_type": "undo", "parameters": {"what": {"$from": "/result/id"}}}},
                  {"name": "each", "task_type": "test", "needs": ["build"], "for_each": {"$from": "/steps/build/result/list"},
                   "max_parallel": 3, "parameters": {"i": {"$from": "/index"}, "item": {"$from": "/item/name"}},
                   "continue_on_failure": true},
                  {"name": "ok", "needs_any": ["each"], "if": {"equals": [{"$from": "/steps/each/status"}, "completed"]},
                   "approval": {"by": ["role:admin", "ada"], "timeout_seconds": 9, "on_timeout": "escalate",
                                "escalate_to": ["bob"]}},
                  {"name": "rescue", "on_failure_of": ["build"], "task_type": "rescue",
                   "parameters": {"why": {"$from": "/steps/build/failure/message"}}}],
                 "on_failure": [{"name": "tell", "task_type": "tell", "parameters": {
                   "why": {"$from": "/failure/code"}, "ok": {"$from": "/steps/ok/result/by", "default": null}}}]}
                """);

        assertThat(definition.steps()).extracting(Step::name).containsExactly("build", "each", "ok", "rescue");
        TaskWork build = (TaskWork) definition.steps().getFirst().work();
        assertThat(build.version()).isEqualTo(2);
        assertThat(build.priority()).isEqualTo(TaskPriority.HIGH);
        assertThat(build.limits().run()).isEqualTo(Duration.ofSeconds(60));
        assertThat(build.retry().maxAttempts()).isEqualTo(2);
        assertThat(build.retry().firstPause()).isEqualTo(Duration.ofMillis(500));
        assertThat(definition.steps().get(1).maxParallel()).isEqualTo(3);
        assertThat(definition.steps().get(2).work())
                .isEqualTo(new Approval(
                        List.of("role:admin", "ada"), Duration.ofSeconds(9), OnTimeout.ESCALATE, List.of("bob")));
        assertThat(definition.byKey().keySet())
                .extracting(StepKey::toString)
                .containsExactly("build", "compensate:build", "each", "ok", "rescue", "on_failure:tell");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    []                                                   | ``                    | must be an object
                    {"name": "", "steps": [A]}                           | /name                 | must be a string of
                    {"name": "a\\u0000b", "steps": [A]}                  | /name                 | without U+0000
                    {"name": "w", "steps": []}                           | /steps                | of 1 to 200 steps
                    {"name": "w", "steps": {}}                           | /steps                | must be an array
                    {"name": "w", "steps": [7]}                          | /steps/0              | must be an object
                    {"name": "w", "step": [], "steps": [A]}              | /step                 | is not known here
                    {"name": "w", "input": {"a": 1e999}, "steps": [A]}   | /input/a              | number in range
                    {"name": "w", "steps": [{"name": "a", "task_type": "t", "parameters": {"x": 1e999}}]} | /steps/0/parameters/x | number in range
                    """)
    void theWhole(String json, String pointer, String message) {
        assertViolation(json.replace("A", "{\"name\": \"a\", \"task_type\": \"t\"}"), pointer, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "name": "a b"                                        | /name                    | must match
                    "task_type": null                                    | /task_type               | or an approval
                    "approval": {}                                       | /task_type               | not both
                    "task_type": "Not A Type"                            | /task_type               | not a known task type
                    "need": ["x"]                                        | /need                    | is not known here
                    "needs": "b"                                         | /needs                   | must be an array
                    "needs": ["zzz"]                                     | /needs/0                 | is the name of no step
                    "needs_any": ["zzz"]                                 | /needs_any/0             | is the name of no step
                    "on_failure_of": ["b", "zzz"]                        | /on_failure_of/1         | is the name of no step
                    "needs": ["b", "b"]                                  | /needs                   | twice
                    "needs": ["b"], "on_failure_of": ["b"]               | /on_failure_of           | never run
                    "needs": [7]                                         | /needs/0                 | must be a string
                    "parameters": []                                     | /parameters              | must be an object
                    "parameters": {"x": {"$from": 7}}                    | /parameters/x/$from      | must be a JSON pointer
                    "parameters": {"x": {"$from": "input"}}              | /parameters/x/$from      | must be a JSON pointer
                    "parameters": {"x": {"$from": "/input/~2"}}          | /parameters/x/$from      | must be a JSON pointer
                    "parameters": {"x": {"$from": ""}}                   | /parameters/x/$from      | must begin with one of
                    "parameters": {"x": {"$from": "/"}}                  | /parameters/x/$from      | must begin with one of
                    "parameters": {"x": {"$from": "/item"}}              | /parameters/x/$from      | must begin with one of
                    "parameters": {"x": {"$from": "/result"}}            | /parameters/x/$from      | must begin with one of
                    "parameters": {"x": {"$from": "/failure/code"}}      | /parameters/x/$from      | must begin with one of
                    "parameters": {"x": {"$from": "/input/none"}}        | /parameters/x/$from      | nothing in the input
                    "parameters": {"x": {"$from": "/steps"}}             | /parameters/x/$from      | the name of a step
                    "parameters": {"x": {"$from": "/steps/zzz/result"}}  | /parameters/x/$from      | the name of a step
                    "parameters": {"x": {"$from": "/steps/b/result"}}    | /parameters/x/$from      | must need b
                    "parameters": {"x": {"$from": "/steps/a/result"}}    | /parameters/x/$from      | must need a
                    "needs": ["b"], "parameters": {"x": {"$from": "/steps/b"}}       | /parameters/x/$from | must go on with
                    "needs": ["b"], "parameters": {"x": {"$from": "/steps/b/what"}}  | /parameters/x/$from | must go on with
                    "parameters": {"a/b": {"$from": "/input", "or": 1}}  | /parameters/a~1b/or      | is not known here
                    "if": []                                             | /if                      | one member
                    "if": {"equals": [1, 1], "not": {}}                  | /if                      | one member
                    "if": {"eval": "rm -rf /"}                           | /if/eval                 | is no condition
                    "if": {"equals": [1]}                                | /if/equals               | two values
                    "if": {"exists": 7}                                  | /if/exists               | must be a reference
                    "if": {"all": {"equals": [1, 1]}}                    | /if/all                  | array of conditions
                    "if": {"any": [{"equals": [{"$from": "/steps/b/status"}, 1]}]} | /if/any/0/equals/0/$from | must need b
                    "for_each": 7                                        | /for_each                | must be a reference or an array
                    "for_each": [{"$from": "/item"}]                     | /for_each/0/$from        | must begin with one of
                    "max_parallel": 2                                    | /max_parallel            | with for_each
                    "for_each": [], "max_parallel": 0                    | /max_parallel            | from 1 to 100
                    "version": 0                                         | /version                 | from 1 to
                    "version": 1.5                                       | /version                 | whole number
                    "priority": "asap"                                   | /priority                | low, normal, high, critical
                    "run_timeout_seconds": 0                             | /run_timeout_seconds     | from 1 to 86400
                    "run_timeout_seconds": 99999999999                   | /run_timeout_seconds     | from 1 to 86400
                    "retry": 3                                           | /retry                   | must be an object
                    "retry": {"max_attempts": 0}                         | /retry/max_attempts      | from 1 to 10
                    "retry": {"max_pause_seconds": "1"}                  | /retry/max_pause_seconds | number from 0 to 86400
                    "retry": {"first_pause_seconds": 1e999}              | /retry/first_pause_seconds | number from 0 to 3600
                    "retry": {"first_pause_seconds": 2, "max_pause_seconds": 1} | /retry/max_pause_seconds | must not be less than first_pause_seconds
                    "retry": {"attempts": 1}                             | /retry/attempts          | is not known here
                    "continue_on_failure": "yes"                         | /continue_on_failure     | true or false
                    "compensate": {"parameters": {}}                     | /compensate/task_type    | must be a string
                    "compensate": {"task_type": "u", "for_each": []}     | /compensate/for_each     | is not known here
                    "compensate": {"task_type": "u", "parameters": {"x": {"$from": "/item"}}} | /compensate/parameters/x/$from | must begin with
                    """)
    void aStep(String members, String pointer, String message) {
        String json = "{\"name\": \"a\", \"task_type\": \"t\"}";
        assertViolation("""
                {"name": "w", "steps": [%s, {"name": "b", "task_type": "t"}]}
                """.formatted(merge(json, "{" + members + "}")), "/steps/0" + pointer, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"by": "ada"}                                            | /by          | must be an array
                    {"by": ["role:service"]}                                 | /by          | a role that nobody can have
                    {"by": ["a", ""]}                                        | /by/1        | must be a string
                    {"on_timeout": "approve"}                                | /on_timeout  | needs timeout_seconds
                    {"timeout_seconds": 1, "on_timeout": "escalate"}         | /escalate_to | must name somebody
                    {"timeout_seconds": 1, "escalate_to": ["a"]}             | /escalate_to | nobody otherwise
                    {"timeout_seconds": 1, "on_timeout": "shrug"}            | /on_timeout  | reject, approve, escalate
                    {"timeout_seconds": -1}                                  | /timeout_seconds | from 1 to
                    {"task_type": "t"}                                       | /task_type   | is not known here
                    """)
    void anApproval(String approval, String pointer, String message) {
        assertViolation(
                "{\"name\": \"w\", \"steps\": [{\"name\": \"a\", \"approval\": %s}]}".formatted(approval),
                "/steps/0/approval" + pointer,
                message);
    }

    @Test
    void anApprovalHasNothingOfATask() {
        assertViolation(
                "{\"name\": \"w\", \"steps\": [{\"name\": \"a\", \"approval\": {}, \"compensate\": {\"task_type\": \"t\"}}]}",
                "/steps/0/compensate",
                "is not known here");
    }

    @Test
    void namesAreUnique() {
        assertViolation("""
                {"name": "w", "steps": [{"name": "a", "task_type": "t"}, {"name": "a", "task_type": "t"}]}
                """, "/steps/1/name", "is the name of /steps/0, too");
        assertViolation("""
                {"name": "w", "steps": [{"name": "a", "task_type": "t"}], "on_failure": [{"name": "a", "task_type": "t"}]}
                """, "/on_failure/0/name", "is the name of /steps/0, too");
    }

    @Test
    void aCircleIsNamed() {
        assertViolation("""
                {"name": "w", "steps": [
                  {"name": "start", "task_type": "t"},
                  {"name": "a", "task_type": "t", "needs": ["start", "c"]},
                  {"name": "b", "task_type": "t", "needs_any": ["a"]},
                  {"name": "c", "task_type": "t", "on_failure_of": ["b"]}]}
                """, "/steps", "a needs c needs b needs a");
        assertViolation(
                "{\"name\": \"w\", \"steps\": [{\"name\": \"a\", \"task_type\": \"t\", \"needs\": [\"a\"]}]}",
                "/steps",
                "a needs a");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(violations("""
                {"name": "w", "steps": [
                  {"name": "a", "task_type": "t", "needs": ["zzz"], "parameters": {"x": {"$from": "/steps/b/result"}}},
                  {"name": "b", "task_type": "t", "needs": ["b"], "if": {"what": 1}}]}
                """))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/steps/1/if/what", "/steps/0/needs/0", "/steps", "/steps/0/parameters/x/$from");
    }

    @Test
    void whatLiesOnTheWayMayBeReadFromFarAway() {
        String chain = IntStream.rangeClosed(1, 199)
                .mapToObj(i -> "{\"name\": \"s%d\", \"task_type\": \"t\", \"needs\": [\"s%d\"]}".formatted(i, i - 1))
                .collect(Collectors.joining(","));
        String first = "{\"name\": \"s0\", \"task_type\": \"t\"},";
        String last = chain.substring(0, chain.length() - 1)
                + ", \"parameters\": {\"x\": {\"$from\": \"/steps/s0/result\"}}}";

        assertThat(read("{\"name\": \"w\", \"steps\": [" + first + last + "]}").steps())
                .hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not", "all"})
    void conditionsMayGoDeep(String kind) {
        boolean list = kind.equals("all");
        String deep = ("{\"" + kind + "\":" + (list ? "[" : "")).repeat(300)
                + "{\"equals\":[1,1]}"
                + ((list ? "]" : "") + "}").repeat(300);

        assertThat(read("{\"name\": \"w\", \"steps\": [{\"name\": \"a\", \"task_type\": \"t\", \"if\": " + deep + "}]}")
                        .steps())
                .hasSize(1);
    }

    @Test
    void aPointerMayBeLong() {
        assertViolation(
                "{\"name\": \"w\", \"steps\": [{\"name\": \"a\", \"task_type\": \"t\", \"parameters\": {\"x\": {\"$from\": \"/input"
                        + "/a".repeat(100_000) + "\"}}}]}",
                "/steps/0/parameters/x/$from",
                "nothing in the input");
    }

    private static void assertViolation(String json, String pointer, String message) {
        assertThat(violations(json)).anySatisfy(violation -> {
            assertThat(violation.pointer()).isEqualTo(pointer);
            assertThat(violation.message()).contains(message);
        });
    }

    private static List<Violation> violations(String json) {
        List<Violation>[] found = new List[1];
        assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(ApiException.class, e -> found[0] = e.violations());
        return found[0];
    }

    private static Definition read(String json) {
        return DefinitionReader.read(parse(json));
    }

    private static String merge(String json, String members) {
        try {
            return JSON.readerForUpdating(parse(json)).readValue(members).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
