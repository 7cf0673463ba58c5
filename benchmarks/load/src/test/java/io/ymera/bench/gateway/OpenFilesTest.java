package io.ymera.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenFilesTest {

    @Test
    void the_hard_limit_counts() {
        String limits = """
                Limit                     Soft Limit           Hard Limit           Units
                Max processes             95000                95000                processes
                Max open files            1024                 20000                files
                """;

        assertThat(OpenFiles.hardLimit(limits)).isEqualTo(20_000);
    }

    @Test
    void there_may_be_none() {
        assertThat(OpenFiles.hardLimit("Max open files            1024                 unlimited            files"))
                .isEqualTo(Long.MAX_VALUE);
    }
}
