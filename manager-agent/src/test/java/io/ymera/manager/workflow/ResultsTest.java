package io.ymera.manager.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ymera.manager.workflow.ResultRepository.Result;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResultsTest {

    private final Results results = new Results();

    @Test
    void aStepIsReadOnceEvenIfItHasNoResult() {
        results.keep(Set.of("a", "b"), List.of(new Result("a", 0, "7", 1)), Worker.JSON);

        assertThat(results.missing(Set.of("a", "b", "c"))).containsExactly("c");
        assertThat(results.of(Set.of("a", "b"))).containsExactly(new Results.Item("a", 0, Worker.json("7")));
    }

    @Test
    void thereIsRoomForWhatIsReferredToInOnePlaceWhateverElseWasRead() {
        results.keep(Set.of("a"), List.of(new Result("a", 0, "1", 1_000), new Result("a", 1, "2", 24)), Worker.JSON);

        assertThat(results.room(Set.of("b"))).isEqualTo(Results.MOST_BYTES);
        assertThat(results.room(Set.of("a", "b"))).isEqualTo(Results.MOST_BYTES - 1_024);
    }

    @Test
    void whatIsTooLargeIsNotKept() {
        assertThatThrownBy(() -> results.keep(Set.of("a"), List.of(new Result("a", 0, null, 9)), Worker.JSON))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("bytes");

        assertThat(results.missing(Set.of("a"))).containsExactly("a");
    }
}
