package io.ymera.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * CPU time used so far, in seconds: of each process with its children, and of the whole machine.
 *
 * @param byProcess of each process, by name
 * @param busy of all cores, whoever used it
 * @param stolen what the hypervisor gave to others
 */
public record CpuTime(Map<String, Double> byProcess, double busy, double stolen) {

    private static final double TICKS_PER_SECOND = 100;

    /** After the command, which is in brackets and may contain anything: user, system, and both of children waited for. */
    private static final int FIRST = 11;

    private static final int LAST = 14;

    public static CpuTime now(Map<String, ProcessHandle> processes) throws IOException {
        Map<String, Double> byProcess = new LinkedHashMap<>();
        processes.forEach((name, process) -> byProcess.put(name, ofTree(process)));
        byProcess.put("client", of(ProcessHandle.current()));
        String[] fields =
                Files.readAllLines(Path.of("/proc/stat")).getFirst().trim().split("\\s+");
        // cpu user nice system idle iowait irq softirq steal
        double busy =
                seconds(fields[1]) + seconds(fields[2]) + seconds(fields[3]) + seconds(fields[6]) + seconds(fields[7]);
        return new CpuTime(byProcess, busy, seconds(fields[8]));
    }

    /** What was used since {@code before}; {@code others} has what none of our processes used. */
    public CpuTime since(CpuTime before) {
        Map<String, Double> used = new LinkedHashMap<>();
        byProcess.forEach((name, seconds) -> used.put(name, round(seconds - before.byProcess.getOrDefault(name, 0.0))));
        double all = busy - before.busy;
        double ours = used.values().stream().mapToDouble(Double::doubleValue).sum();
        used.put("others", round(Math.max(0, all - ours)));
        return new CpuTime(used, round(all), round(stolen - before.stolen));
    }

    private static double ofTree(ProcessHandle root) {
        return of(root) + root.descendants().mapToDouble(CpuTime::of).sum();
    }

    private static double of(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            double sum = 0;
            for (int i = FIRST; i <= LAST; i++) {
                sum += seconds(fields[i]);
            }
            return sum;
        } catch (IOException e) {
            return 0; // it ended meanwhile
        }
    }

    private static double seconds(String ticks) {
        return Long.parseLong(ticks) / TICKS_PER_SECOND;
    }

    private static double round(double seconds) {
        return Math.round(seconds * 100) / 100.0;
    }
}
