package io.ymera.bench.gateway;

import io.ymera.bench.measure.JvmMemory;
import io.ymera.bench.measure.Machine;
import io.ymera.bench.measure.Spread;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a person sees meanwhile and afterwards. */
final class Console {

    private static final double MICROS_PER_MILLI = 1000;
    private static final double BYTES_PER_MIB = 1024.0 * 1024;

    void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    void start(String commit, Machine machine, GatewayResult.SettingsUsed settings, boolean isComparison) {
        line("commit         %s", commit);
        line(
                "machine        %s, %d cores, %d MiB, %s, load before %.2f",
                machine.cpu(), machine.cores(), machine.memoryMiB(), machine.fileSystem(), machine.loadBefore());
        line("software       Linux %s, %s", machine.kernel(), machine.jdk());
        settings.software().forEach((name, version) -> line("               %s %s", name, version));
        line("gateways       %s", String.join(" ", settings.jvm()));
        if (isComparison) {
            line(
                    "client         wrk with %d connections and %d threads, as %d users; all on the same cores",
                    settings.connections(), settings.threads(), settings.users());
        }
        line("");
    }

    void warmUp(Candidate candidate, int seconds, Wrk.Answers answers) {
        line("warm-up        %-28s %3d s, %7.0f a second", candidate.title(), seconds, answers.perSecond());
    }

    void round(int round, Candidate candidate, Wrk.Answers answers) {
        line(
                "round %-2d       %-28s %7.0f a second   p50 %6.2f   p99 %6.2f   max %7.2f ms%s",
                round,
                candidate.title(),
                answers.perSecond(),
                answers.p50Micros() / MICROS_PER_MILLI,
                answers.p99Micros() / MICROS_PER_MILLI,
                answers.maxMicros() / MICROS_PER_MILLI,
                answers.errors() == 0 ? "" : "   %d ERRORS".formatted(answers.errors()));
    }

    void comparison(Map<Candidate, Measured> measured, List<Aim> aims) {
        line("");
        line(
                "%-28s %28s %20s %20s %22s %7s %7s",
                "medians (and range)", "requests/s", "p50 ms", "p99 ms", "CPU µs per request", "errors", "MiB");
        measured.forEach((candidate, of) -> line(
                "%-28s %28s %20s %20s %22s %7d %7d",
                candidate.title(),
                of.perSecond(),
                millis(of.p50Micros()),
                millis(of.p99Micros()),
                of.cpuMicros(),
                of.errors(),
                of.residentMiB()));
        line("%nCPU µs per request of the other processes");
        measured.forEach((candidate, of) -> line("  %-28s %s", candidate.title(), of.otherCpuMicros()));
        Measured ours = measured.get(Candidate.GATEWAY);
        if (ours != null) {
            line(
                    "%n%s: rate limit %s, access log %s",
                    Candidate.GATEWAY.title(),
                    ours.rateLimit() ? "on" : "ABSENT, no answer names one",
                    ours.logBytesEach() > 0 ? "%d bytes per request".formatted(ours.logBytesEach()) : "ABSENT");
        }
        line("");
        aims.forEach(aim -> line("%s", aim));
    }

    static String memory(JvmMemory memory) {
        return String.format(
                Locale.ROOT,
                "%.1f MiB of heap (%.1f with garbage), %.1f MiB resident",
                memory.live() / BYTES_PER_MIB,
                memory.used() / BYTES_PER_MIB,
                memory.resident() / BYTES_PER_MIB);
    }

    private static String millis(Spread micros) {
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f)",
                micros.median() / MICROS_PER_MILLI,
                micros.min() / MICROS_PER_MILLI,
                micros.max() / MICROS_PER_MILLI);
    }
}
