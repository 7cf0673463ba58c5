package io.ymera.examination.testing;

import io.ymera.codebase.python.Interpreter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a project's tests as a person would, and says what the frameworks' summaries would be for a report. */
final class ByHand {

    private ByHand() {}

    static String run(Interpreter interpreter, Path project, String module) throws IOException, InterruptedException {
        List<String> argv = new ArrayList<>(List.of(interpreter.executable().toString(), "-B", "-u", "-m", module));
        if (module.equals("pytest")) {
            argv.addAll(List.of("-p", "no:cacheprovider", "--color=no"));
        }
        Process process = new ProcessBuilder(argv)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** {@code Ran N tests / FAILED (failures=…)}, without the time. */
    static String lastLines(String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        return lines.get(lines.size() - 2).replaceFirst(" in [0-9.]+s$", "") + "\n" + lines.getLast();
    }

    /** {@code N failed, M passed}, without the decoration and the time. */
    static String lastLine(String output) {
        return output.strip().lines().toList().getLast().replaceAll("^=+ | in [0-9.]+s =+$", "");
    }

    static String unittestSummary(TestReport report) {
        Totals totals = report.totals();
        List<String> counts = new ArrayList<>();
        add(counts, "failures=", totals.failed());
        add(counts, "errors=", totals.errors());
        add(counts, "skipped=", totals.skipped());
        add(counts, "expected failures=", totals.xfailed());
        add(counts, "unexpected successes=", totals.xpassed());
        return "Ran " + totals.tests() + " tests\nFAILED (" + String.join(", ", counts) + ")";
    }

    static String pytestSummary(TestReport report) {
        Totals totals = report.totals();
        List<String> counts = new ArrayList<>();
        suffixed(counts, totals.failed(), " failed");
        suffixed(counts, totals.passed(), " passed");
        suffixed(counts, totals.skipped(), " skipped");
        suffixed(counts, totals.xfailed(), " xfailed");
        suffixed(counts, totals.xpassed(), " xpassed");
        suffixed(counts, totals.errors(), totals.errors() == 1 ? " error" : " errors");
        return String.join(", ", counts);
    }

    private static void add(List<String> counts, String name, int count) {
        if (count > 0) {
            counts.add(name + count);
        }
    }

    private static void suffixed(List<String> counts, int count, String name) {
        if (count > 0) {
            counts.add(count + name);
        }
    }
}
