package io.ymera.examination.quality;

import io.ymera.examination.benchmark.BenchmarkReport;
import io.ymera.examination.benchmark.BenchmarkRun;
import io.ymera.examination.report.Html;
import java.util.Locale;

/** The part of the page that shows how fast the code is. */
final class BenchmarkDetails {

    private final Html html;

    BenchmarkDetails(Html html) {
        this.html = html;
    }

    void write(BenchmarkReport report) {
        html.element("h2", "Benchmarks", "id", "benchmarks")
                .open("div", "class", "box scroll")
                .open("table");
        html.open("thead").open("tr").element("th", "").element("th", "benchmark");
        html.element("th", "median", "class", "num").element("th", "spread", "class", "num");
        html.element("th", "baseline", "class", "num").element("th", "change", "class", "num");
        html.close().close().open("tbody");
        report.benchmarks().stream().limit(Bounded.MOST).forEach(this::benchmark);
        html.close().close();
        if (report.machine() != null) {
            html.element(
                    "p",
                    "On " + report.machine().processors() + " × "
                            + report.machine().model() + ", "
                            + String.join(", ", report.machine().runtimes()),
                    "class",
                    "soft small");
        }
        html.closeLine();
    }

    private void benchmark(BenchmarkRun run) {
        String colour =
                switch (run.comparison()) {
                    case SLOWER, UNKNOWN -> Colour.BAD;
                    case FASTER, SAME -> Colour.GOOD;
                    case NO_BASELINE -> Colour.INFO;
                };
        html.open("tr")
                .open("td", "class", "tight")
                .element("span", run.comparison().toString().replace('_', ' '), "class", "tag " + colour)
                .close()
                .element("td", run.failure() == null ? run.id() : run.id() + ": " + run.failure());
        BenchmarkRun.Measured measured = run.measured();
        html.element("td", measured == null ? "" : seconds(measured.medianSeconds()), "class", "num");
        html.element("td", measured == null ? "" : seconds(measured.spreadSeconds()), "class", "num");
        html.element("td", run.baselineSeconds() == null ? "" : seconds(run.baselineSeconds()), "class", "num");
        html.element(
                        "td",
                        run.change() == null ? "" : String.format(Locale.ROOT, "%+.0f %%", run.change() * 100),
                        "class",
                        "num")
                .closeLine();
    }

    private static String seconds(double seconds) {
        return seconds >= 1
                ? String.format(Locale.ROOT, "%.2f s", seconds)
                : seconds >= 1e-3
                        ? String.format(Locale.ROOT, "%.2f ms", seconds * 1e3)
                        : String.format(Locale.ROOT, "%.2f µs", seconds * 1e6);
    }
}
