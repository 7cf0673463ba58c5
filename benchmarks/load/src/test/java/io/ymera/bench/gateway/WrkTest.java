package io.ymera.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class WrkTest {

    @Test
    void the_result_is_read_from_among_what_is_for_people() throws IOException {
        String output = """
                Running 2s test @ http://127.0.0.1:21081/tasks
                  2 threads and 32 connections
                RESULT {"micros": 2000000, "requests": 1000, "bytes": 350000, "p50": 210, "p99": 20370, "max": 72250, "bad_statuses": 3, "broken": 4}
                """;

        Wrk.Answers answers = Wrk.Answers.read(output);

        assertThat(answers).isEqualTo(new Wrk.Answers(1000, 2_000_000, 210, 20_370, 72_250, 350, 3, 4));
        assertThat(answers.perSecond()).isEqualTo(500);
        assertThat(answers.errors()).isEqualTo(7);
    }

    @Test
    void without_a_result_what_was_printed_is_said() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Wrk.Answers.read("unable to connect to 127.0.0.1:1 Connection refused"))
                .withMessageContaining("unable to connect");
    }

    @Test
    void no_answer_at_all_is_a_failure() {
        String output =
                "RESULT {\"micros\": 1, \"requests\": 0, \"bytes\": 0, \"p50\": 0, \"p99\": 0, \"max\": 0, \"bad_statuses\": 0, \"broken\": 32}";

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> Wrk.Answers.read(output));
    }
}
