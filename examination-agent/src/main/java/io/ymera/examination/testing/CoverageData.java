package io.ymera.examination.testing;

import io.ymera.examination.testing.CoverageReport.FileCoverage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which lines can be executed and were, gathered from several processes. Knows only the product's own sources. Thread-safe. */
final class CoverageData {

    private static final int MAX_LINE = 1_000_000;
    private static final int MISSED = 2000;

    private final Set<String> sources;
    private final Map<String, Lines> files = new TreeMap<>();

    private record Lines(BitSet executable, BitSet executed) {}

    CoverageData(Set<String> sources) {
        this.sources = sources;
    }

    /** Adds what a process says of a file; of a file that is none of the sources it is not asked. */
    synchronized void add(
            @Nullable String path,
            @Nullable List<@Nullable Integer> executable,
            @Nullable List<@Nullable Integer> executed) {
        if (path == null || !sources.contains(path)) {
            return;
        }
        Lines lines = files.computeIfAbsent(path, any -> new Lines(new BitSet(), new BitSet()));
        set(lines.executable(), executable);
        set(lines.executed(), executed);
    }

    /** The sources of which nothing was said. */
    synchronized int unknown() {
        return sources.size() - files.size();
    }

    /** Each file that something was said of, by path. */
    synchronized List<FileCoverage> files() {
        List<FileCoverage> all = new ArrayList<>();
        files.forEach((path, lines) -> {
            BitSet executed = (BitSet) lines.executed().clone();
            executed.and(lines.executable());
            BitSet missed = (BitSet) lines.executable().clone();
            missed.andNot(executed);
            int executable = lines.executable().cardinality();
            all.add(new FileCoverage(
                    path,
                    executable,
                    executed.cardinality(),
                    percent(executed.cardinality(), executable),
                    ranges(missed, lines.executable())));
        });
        return all;
    }

    static double percent(long executed, long executable) {
        return executable == 0 ? 100 : Math.round(10_000.0 * executed / executable) / 100.0;
    }

    /** As coverage.py has it: a range goes on over lines that can't be executed. */
    private static String ranges(BitSet missed, BitSet executable) {
        StringBuilder text = new StringBuilder();
        for (int first = missed.nextSetBit(0); first >= 0; ) {
            int last = first;
            int next = executable.nextSetBit(first + 1);
            while (next >= 0 && missed.get(next)) {
                last = next;
                next = executable.nextSetBit(next + 1);
            }
            text.append(text.isEmpty() ? "" : ", ").append(first == last ? "" + first : first + "-" + last);
            if (text.length() > MISSED) {
                return text + ", ...";
            }
            first = missed.nextSetBit(last + 1);
        }
        return text.toString();
    }

    private static void set(BitSet bits, @Nullable List<@Nullable Integer> lines) {
        for (Integer line : Objects.requireNonNullElse(lines, List.<Integer>of())) {
            if (line != null && line > 0 && line <= MAX_LINE) {
                bits.set(line);
            }
        }
    }
}
