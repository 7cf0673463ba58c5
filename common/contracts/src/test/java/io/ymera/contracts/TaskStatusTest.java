package io.ymera.contracts;

import static io.ymera.contracts.task.TaskStatus.COMPLETED;
import static io.ymera.contracts.task.TaskStatus.DISPATCHED;
import static io.ymera.contracts.task.TaskStatus.FAILED;
import static io.ymera.contracts.task.TaskStatus.PENDING;
import static io.ymera.contracts.task.TaskStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.contracts.task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskStatusTest {

    @Test
    void predecessorsAreWhatTheDiagramShows() {
        assertThat(DISPATCHED.predecessors()).containsExactly("pending");
        assertThat(RUNNING.predecessors()).containsExactly("dispatched");
        assertThat(PENDING.predecessors()).containsExactly("dispatched", "running");
        assertThat(COMPLETED.predecessors()).containsExactly("dispatched", "running");
        assertThat(FAILED.predecessors()).containsExactly("dispatched", "running");
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "FAILED"})
    void whatIsFinalStays(TaskStatus end) {
        assertThat(end.isFinal()).isTrue();
        assertThat(TaskStatus.values()).noneMatch(end::canBecome);
    }
}
