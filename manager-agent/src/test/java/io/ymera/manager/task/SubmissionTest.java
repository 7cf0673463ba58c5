package io.ymera.manager.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.contracts.Json;
import io.ymera.contracts.task.TaskPriority;
import io.ymera.manager.capability.CapabilityVersion;
import io.ymera.manager.queue.NewTask;
import io.ymera.manager.queue.NewTask.Limits;
import io.ymera.manager.queue.NewTask.Links;
import io.ymera.manager.queue.NewTask.Retry;
import io.ymera.web.problem.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionTest {

    private static final ObjectMapper JSON = Json.mapper();
    private static final Instant NOW = Instant.parse("2026-11-22T03:45:00Z");
    private static final UUID ID = UUID.fromString("01a20033-9828-71c7-a8e7-623c2f84fd56");
    private static final CapabilityVersion SUM = new CapabilityVersion("sum", 3);

    @Test
    void whatIsNotGivenIsTheUsual() throws JsonProcessingException {
        assertThat(newTask("{\"name\": \"t\", \"task_type\": \"sum\"}"))
                .isEqualTo(new NewTask(
                        ID,
                        "ada",
                        "t",
                        null,
                        "sum",
                        3,
                        "{}",
                        TaskPriority.NORMAL,
                        null,
                        Limits.DEFAULT,
                        Retry.DEFAULT,
                        null,
                        Links.NONE));
    }

    @Test
    void everyMemberIsKept() throws JsonProcessingException {
        NewTask task = newTask("""
                {"name": "t", "description": "d", "task_type": "sum", "version": 3, "parameters": {"a": [1, 2]},
                 "priority": "critical", "run_at": "2026-11-22T04:00:00Z", "queue_timeout_seconds": 10,
                 "run_timeout_seconds": 20, "total_timeout_seconds": 30,
                 "retry": {"max_attempts": 5, "first_pause_seconds": 0.25, "max_pause_seconds": 7},
                 "concurrency_key": "k", "callback_url": "https://example.org/hook?a=b",
                 "project_id": "01a20033-8670-72c2-a8e9-b92778a3a227"}
                """);

        assertThat(task)
                .isEqualTo(new NewTask(
                        ID,
                        "ada",
                        "t",
                        "d",
                        "sum",
                        3,
                        "{\"a\":[1,2]}",
                        TaskPriority.CRITICAL,
                        Instant.parse("2026-11-22T04:00:00Z"),
                        new Limits(Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofSeconds(30)),
                        new Retry(5, Duration.ofMillis(250), Duration.ofSeconds(7)),
                        "k",
                        new Links(
                                UUID.fromString("01a20033-8670-72c2-a8e9-b92778a3a227"),
                                null,
                                null,
                                "https://example.org/hook?a=b")));
    }

    @ParameterizedTest
    @CsvSource({"10, 60", "600, 600"})
    void theLongestPauseIsNeverLessThanTheFirst(int first, int longest) throws JsonProcessingException {
        NewTask task = newTask(
                "{\"name\": \"t\", \"task_type\": \"sum\", \"retry\": {\"first_pause_seconds\": %d}}".formatted(first));

        assertThat(task.retry().maxPause()).hasSeconds(longest);
    }

    @Test
    void aTimeMayBeInThePastAndNotTooFarOff() {
        assertThatCode(() -> check("run_at", "0001-01-01T00:00:00Z")).doesNotThrowAnyException();
        assertThatCode(() -> check("run_at", "2036-11-22T03:45:00Z")).doesNotThrowAnyException();
        assertThatThrownBy(() -> check("run_at", "2036-11-22T03:45:01Z")).isInstanceOf(ApiException.class);
    }

    private static void check(String member, String value) throws JsonProcessingException {
        String json = JSON.createObjectNode()
                .put("name", "t")
                .put("task_type", "sum")
                .put(member, value)
                .toString();
        Submission.check(JSON.readValue(json, SubmitTask.class), NOW);
    }

    private static NewTask newTask(String json) throws JsonProcessingException {
        SubmitTask task = JSON.readValue(json, SubmitTask.class);
        Submission.check(task, NOW);
        return Submission.newTask(ID, "ada", task, SUM);
    }
}
