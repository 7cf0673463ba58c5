package io.ymera.bench.measure;

import io.ymera.local.process.ResidentMemory;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM holds, in bytes.
 *
 * @param used its heap, with what nobody refers to any more
 * @param live its heap after a full collection
 * @param resident the whole process, with what is not on the heap: buffers, code, threads
 */
public record JvmMemory(long used, long live, long resident) {

    private static final long BYTES_PER_KIB = 1024;

    /** Each generation, or the whole heap, on a line of its own; Metaspace is no heap. */
    private static final Pattern USED = Pattern.compile("(?m)^ *(?!Metaspace|class).*, used (\\d+)K");

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    /** Of {@code jvm}, now; it collects its garbage for that. */
    public static JvmMemory of(ProcessHandle jvm) throws IOException, InterruptedException {
        long used = used(Jcmd.run(jvm, "GC.heap_info"));
        long live = live(Jcmd.run(jvm, "GC.class_histogram"));
        return new JvmMemory(used, live, ResidentMemory.of(jvm));
    }

    static long used(String heapInfo) {
        return USED.matcher(heapInfo)
                        .results()
                        .mapToLong(line -> Long.parseLong(line.group(1)))
                        .sum()
                * BYTES_PER_KIB;
    }

    static long live(String histogram) {
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IllegalArgumentException("No total in: " + histogram);
        }
        return Long.parseLong(total.group(1));
    }

    /** The largest of each. */
    public JvmMemory max(JvmMemory other) {
        return new JvmMemory(
                Math.max(used, other.used), Math.max(live, other.live), Math.max(resident, other.resident));
    }

    /** What came to be since {@code before}. */
    public JvmMemory since(JvmMemory before) {
        return new JvmMemory(used - before.used, live - before.live, resident - before.resident);
    }
}
