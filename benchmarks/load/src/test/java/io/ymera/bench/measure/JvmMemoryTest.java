package io.ymera.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JvmMemoryTest {

    @Test
    void a_parallel_heap_is_the_sum_of_its_generations() {
        String info = """
                4711:
                 PSYoungGen      total 153088K, used 5263K [0x00000000f5580000, 0x0000000100000000, 0x0000000100000000)
                  eden space 131584K, 4% used [0x00000000f5580000,0x00000000f5aa3d48,0x00000000fd600000)
                 ParOldGen       total 349696K, used 1000K [0x00000000e0000000, 0x00000000f5580000, 0x00000000f5580000)
                  object space 349696K, 0% used [0x00000000e0000000,0x00000000e0000000,0x00000000f5580000)
                 Metaspace       used 1138K, committed 1344K, reserved 1114112K
                """;

        assertThat(JvmMemory.used(info)).isEqualTo((5263 + 1000) * 1024);
    }

    @Test
    void a_g1_heap_is_one() {
        String info = """
                 garbage-first heap   total reserved 524288K, committed 524288K, used 2048K [0x00000000e0000000, 0x0000000100000000)
                  region size 1024K, 2 young (2048K), 0 survivors (0K)
                 Metaspace       used 100K, committed 200K, reserved 1114112K
                """;

        assertThat(JvmMemory.used(info)).isEqualTo(2048 * 1024);
    }

    @Test
    void what_is_live_is_the_histograms_total() {
        String histogram = """
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:         12345        1234567  [B (java.base@25)
                Total         23456        3456789
                """;

        assertThat(JvmMemory.live(histogram)).isEqualTo(3_456_789);
    }
}
