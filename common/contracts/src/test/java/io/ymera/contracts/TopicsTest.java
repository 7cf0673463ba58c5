package io.ymera.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ymera.contracts.task.Topics;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void eachVersionHasATopicOfItsOwn() {
        assertThat(Topics.assignments("test_execution", 1)).isEqualTo("ymera.tasks.test_execution");
        assertThat(Topics.assignments("test_execution", 12)).isEqualTo("ymera.tasks.test_execution.v12");
    }

    @Test
    void thereIsNoVersionZero() {
        assertThatThrownBy(() -> Topics.assignments("test_execution", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
    }
}
