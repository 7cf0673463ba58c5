package io.ymera.auth.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ChainMemoryTest {

    /** 50,000 events of 4 KB are linked and verified by a JVM with a heap of 64 MB. */
    @Test
    void aLogMayBeLargerThanTheMemory() throws Exception {
        try (ChainFixture log = ChainFixture.empty()) {
            log.sql("""
                    insert into audit_events (id, occurred_at, action, outcome, details)
                    select gen_random_uuid(), now(), 'test.happened', 'success', jsonb_build_object('text', repeat('x', 4000))
                    from generate_series(1, 50000)
                    """);

            Process small = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SmallHeap.class.getName(),
                            ChainFixture.url())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(small.getInputStream().readAllBytes(), UTF_8);
            assertThat(small.waitFor(1, TimeUnit.MINUTES)).isTrue();

            assertThat(output).contains("intact=true events=50000");
        }
    }
}
