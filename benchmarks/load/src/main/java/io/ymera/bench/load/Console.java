package io.ymera.bench.load;

import io.ymera.bench.measure.Machine;
import io.ymera.bench.measure.Spread;
import java.util.Locale;
import java.util.Map;

/** Says on standard output what is measured on what, and what came out. */
final class Console {

    void start(String commit, Machine machine, Result.SettingsUsed settings) {
        line("commit         %s", commit);
        line(
                "machine        %s, %d cores, %d MiB, %s, load before %.2f",
                machine.cpu(), machine.cores(), machine.memoryMiB(), machine.fileSystem(), machine.loadBefore());
        line("software       Linux %s, %s", machine.kernel(), machine.jdk());
        line("services       %s", String.join(" ", settings.serviceJvm()));
        line("broker         %s", String.join(" ", settings.brokerJvm()));
        line("PostgreSQL     %s", settings.postgres());
        line("durability     %s", settings.durability());
        line(
                "agents         %d with %d slots each%s",
                settings.agents(), settings.slots(), settings.throughGateway() ? "; through the gateway" : "");
        if (!settings.managerEnvironment().isEmpty()
                || !settings.agentEnvironment().isEmpty()) {
            line("environment    manager %s, agents %s", settings.managerEnvironment(), settings.agentEnvironment());
        }
        line("");
    }

    void warmUp(int tasks, Throughput.Run run) {
        line("warm-up        %d tasks at %.0f/s", tasks, run.tasksPerSecond());
    }

    void run(int tasks, Throughput.Run run) {
        line(
                "throughput     %.0f tasks/s (%d in %.1f s, accepted at %.0f/s)   answer %s%s",
                run.tasksPerSecond(),
                tasks,
                run.seconds(),
                run.submittedPerSecond(),
                run.submit(),
                repeated(run.repeated()));
    }

    void throughput(Throughput.Result result) {
        Spread spread = result.tasksPerSecond();
        line("  median       %.0f tasks/s, from %.0f to %.0f", spread.median(), spread.min(), spread.max());
        line("  CPU per task %s", cpu(Throughput.cpuPerTask(result), "ms"));
        line(
                "  cores busy   %.2f of %d, stolen %.2f",
                result.runs().stream()
                        .mapToDouble(Throughput.Run::busy)
                        .average()
                        .orElse(0),
                Runtime.getRuntime().availableProcessors(),
                result.runs().stream()
                        .mapToDouble(Throughput.Run::stolen)
                        .average()
                        .orElse(0));
    }

    void latency(Latency.Result latency) {
        line("latency        at %d tasks/s for %d s, since the request was sent", latency.rate(), latency.seconds());
        line("  answered     %s", latency.answered());
        line("  started      %s   (the handler began)", latency.started());
        line("  start stored %s", latency.startStored());
        line("  completed    %s", latency.completed());
        line("  CPU          %s%s", cpu(latency.cpu(), "s"), repeated(latency.repeated()));
    }

    void growth(Growth.Result growth) {
        line("growth         %d stored and %d waiting tasks", growth.stored(), growth.waiting());
        line(
                "  over HTTP    %s tasks/s empty, %s full: %+.1f %%",
                growth.empty(), growth.full(), growth.changePercent());
        line(
                "  draining     %s tasks/s empty, %s full: %+.1f %%",
                growth.drainEmpty(), growth.drainFull(), growth.drainChangePercent());
    }

    void fairness(Fairness.Result fairness) {
        line("fairness       beside a user with %d waiting tasks, %d slots", fairness.waiting(), fairness.slots());
        line("  begun before %s   (from sending another user's single task to its beginning)", fairness.begunBefore());
        line("  started      %s", fairness.millis());
    }

    void progress(String text) {
        line("               %s", text);
    }

    void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    private static String repeated(long tasks) {
        return tasks > 0 ? "   repeated: " + tasks : "";
    }

    private static String cpu(Map<String, Double> byProcess, String unit) {
        StringBuilder text = new StringBuilder();
        byProcess.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(entry ->
                        text.append(String.format(Locale.ROOT, "%s %.2f, ", entry.getKey(), entry.getValue())));
        double sum =
                byProcess.values().stream().mapToDouble(Double::doubleValue).sum();
        return text.append(String.format(Locale.ROOT, "together %.2f %s", sum, unit))
                .toString();
    }
}
