package io.ymera.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountLinesTest {

    @Test
    void countsLines() {
        var count = new CountLines().handle(new CountLines.Text("one\ntwo\n"), new QuietContext());

        assertThat(count.lines()).isEqualTo(2);
    }
}
