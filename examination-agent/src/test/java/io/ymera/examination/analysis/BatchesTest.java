package io.ymera.examination.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.examination.analysis.Batches.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private final List<String> read = new ArrayList<>();

    @Test
    void one_hostile_file_costs_itself_only() throws Exception {
        // Given
        Batches batches = new Batches(Duration.ofMinutes(10));

        // When
        batches.run(files(16), (files, time) -> breaksOn("5", files, Duration.ofSeconds(1)));

        // Then
        assertThat(batches.unread()).containsExactly("5");
        assertThat(batches.reason()).isEqualTo("it broke");
        assertThat(read).hasSize(15).doesNotContain("5");
    }

    @Test
    void what_there_is_no_time_for_is_named() throws Exception {
        // Given
        Batches batches = new Batches(Duration.ofSeconds(20));

        // When
        batches.run(files(16), (files, time) -> breaksOn("5", files, time));

        // Then
        assertThat(batches.unread()).contains("5").doesNotContainAnyElementsOf(read);
        assertThat(batches.unread().size() + read.size()).isEqualTo(16);
    }

    @Test
    void it_is_tried_a_few_times_only() throws Exception {
        // Given
        Batches batches = new Batches(Duration.ofHours(1));
        List<Integer> runs = new ArrayList<>();

        // When
        batches.run(files(1000), (files, time) -> {
            runs.add(files.size());
            return new Outcome(Duration.ofSeconds(1), Optional.of("it broke"));
        });

        // Then
        assertThat(runs).hasSizeLessThan(20);
        assertThat(batches.unread()).hasSize(1000);
    }

    private Outcome breaksOn(String hostile, List<String> files, Duration time) {
        if (files.contains(hostile)) {
            return new Outcome(time, Optional.of("it broke"));
        }
        read.addAll(files);
        return new Outcome(Duration.ofSeconds(1), Optional.empty());
    }

    private static List<String> files(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
