package io.ymera.contracts;

import static io.ymera.contracts.task.TaskStatus.BLOCKED;
import static io.ymera.contracts.task.TaskStatus.CANCELLED;
import static io.ymera.contracts.task.TaskStatus.COMPLETED;
import static io.ymera.contracts.task.TaskStatus.DISPATCHED;
import static io.ymera.contracts.task.TaskStatus.PENDING;
import static io.ymera.contracts.task.TaskStatus.RUNNING;
import static io.ymera.contracts.task.TaskStatus.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.contracts.task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskStatusTest {

    @Test
    void predecessorsAreWhatTheDiagramShows() {
        assertThat(DISPATCHED.predecessors()).containsExactly("pending");
        assertThat(RUNNING.predecessors()).containsExactly("pending", "dispatched");
        assertThat(COMPLETED.predecessors()).containsExactly("dispatched", "running");
        assertThat(SCHEDULED.predecessors()).containsExactly("dispatched", "running");
        assertThat(CANCELLED.predecessors())
                .containsExactly("scheduled", "blocked", "pending", "dispatched", "running");
    }

    @Test
    void whatIsCompletedStays() {
        assertThat(TaskStatus.values()).noneMatch(COMPLETED::canBecome);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "CANCELLED"})
    void whatHasEndedOtherwiseCanBeQueuedAgainAndNothingElse(TaskStatus end) {
        assertThat(end.isFinal()).isTrue();
        assertThat(TaskStatus.values()).filteredOn(end::canBecome).containsExactlyInAnyOrder(BLOCKED, PENDING);
    }
}
