package io.ymera.examination.quality;

import io.ymera.codebase.SourceLines;
import io.ymera.examination.analysis.ComplexityReport;
import io.ymera.examination.analysis.DocumentationReport;
import io.ymera.examination.analysis.DuplicateBlock;
import io.ymera.examination.benchmark.BenchmarkReport;
import io.ymera.examination.benchmark.BenchmarkRun;
import io.ymera.examination.report.Finding;
import io.ymera.examination.report.Finding.Level;
import io.ymera.examination.report.Html;
import io.ymera.examination.testing.CoverageReport;
import io.ymera.examination.testing.CoverageReport.FileCoverage;
import io.ymera.examination.testing.FlakyTest;
import io.ymera.examination.testing.NotRun;
import io.ymera.examination.testing.TestReport;
import io.ymera.examination.testing.TestRun;
import io.ymera.examination.testing.Totals;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The parts of the page that show what was found: tests, coverage, findings with their code, and the rest. Bounded, and says so. */
final class Details {

    /** Of the page; beyond it, code and texts are left out. */
    private static final int ENOUGH = 1_500_000;

    private static final int MOST = 100;
    private static final int MOST_FINDINGS = 400;
    private static final int AROUND = 2;
    private static final int LONGEST_BLOCK = 12;
    private static final int OPEN_FILES = 8;

    private final Examination examination;
    private final SourceLines lines;
    private final Html html;

    Details(Examination examination, SourceLines lines, Html html) {
        this.examination = examination;
        this.lines = lines;
        this.html = html;
    }

    /** What there is to jump to: ids and names. */
    Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("scores", "Scores");
        sections.put("conditions", "Conditions");
        section(sections, "trends", "Trends", !examination.trends().isEmpty());
        section(sections, "incidents", "Incidents", !examination.incidents().isEmpty());
        section(sections, "tests", "Tests", examination.tests() != null);
        section(sections, "coverage", "Coverage", examination.coverage() != null);
        section(sections, "findings", "Findings", !examination.findings().isEmpty());
        section(sections, "complexity", "Complexity", !examination.complex().isEmpty());
        section(
                sections,
                "duplication",
                "Duplication",
                !examination.duplicates().isEmpty());
        section(
                sections,
                "documentation",
                "Documentation",
                !examination.undocumented().isEmpty());
        section(sections, "benchmarks", "Benchmarks", examination.benchmarks() != null);
        section(sections, "missing", "Missing tools", !examination.missing().isEmpty());
        sections.put("plan", "What was done");
        return sections;
    }

    private static void section(Map<String, String> sections, String id, String name, boolean there) {
        if (there) {
            sections.put(id, name);
        }
    }

    void write() {
        if (!examination.incidents().isEmpty()) {
            incidents();
        }
        if (examination.tests() != null) {
            tests(examination.tests());
        }
        if (examination.coverage() != null) {
            coverage(examination.coverage());
        }
        if (!examination.findings().isEmpty()) {
            findings();
        }
        if (!examination.complex().isEmpty()) {
            complexity();
        }
        if (!examination.duplicates().isEmpty()) {
            duplication();
        }
        if (!examination.undocumented().isEmpty()) {
            documentation();
        }
        if (examination.benchmarks() != null) {
            benchmarks(examination.benchmarks());
        }
    }

    private void incidents() {
        html.element("h2", "What the code under test tried", "id", "incidents").open("div", "class", "box");
        html.open("ul", "class", "plain");
        examination.incidents().stream().limit(MOST).forEach(incident -> {
            html.open("li")
                    .element(
                            "span",
                            incident.kind().toString().replace('_', ' '),
                            "class",
                            "tag " + (incident.kind().tampering() ? Colour.BAD : Colour.FAIR))
                    .text(incident.detail());
            if (incident.test() != null) {
                html.element("p", "while this ran: " + incident.test(), "class", "soft small");
            }
            html.close();
        });
        html.close().closeLine();
        leftOut(examination.incidents().size() - MOST, "incidents");
    }

    private void tests(TestReport report) {
        Totals totals = report.totals();
        html.element("h2", "Tests", "id", "tests").open("div", "class", "tiles");
        tile(totals.tests(), "tests", "");
        tile(totals.passed(), "passed", totals.passed() > 0 ? Colour.GOOD : "");
        tile(totals.failed(), "failed", totals.failed() > 0 ? Colour.BAD : "");
        tile(totals.errors(), "errors", totals.errors() > 0 ? Colour.BAD : "");
        tile(totals.skipped(), "skipped", "");
        tile(report.flaky().size(), "flaky", report.flaky().isEmpty() ? "" : Colour.FAIR);
        html.closeLine();
        report.suites().stream().filter(suite -> !suite.build().succeeded()).forEach(suite -> html.open(
                        "details", "open", "")
                .element("summary", "The " + suite.language().title() + " code does not build", "class", Colour.BAD)
                .open("div")
                .element("pre", suite.build().log())
                .close()
                .closeLine());
        List<TestRun> bad =
                report.tests().stream().filter(test -> test.outcome().bad()).toList();
        bad.stream().limit(MOST).forEach(this::failure);
        leftOut(bad.size() - MOST, "tests that did not pass");
        if (!report.flaky().isEmpty() || !report.notRun().isEmpty()) {
            html.open("div", "class", "box").open("ul", "class", "plain small");
            report.notRun().stream().limit(MOST).forEach(this::notRun);
            report.flaky().stream().limit(MOST).forEach(this::flaky);
            html.close().closeLine();
        }
        slowest(report);
    }

    private void tile(int count, String name, String colour) {
        html.open("div", "class", "tile")
                .element("b", String.format(Locale.ROOT, "%,d", count), "class", colour)
                .element("span", name)
                .close();
    }

    private void failure(TestRun test) {
        html.open("details", "open", "").open("summary");
        html.element("span", test.outcome().toString().replace('_', ' '), "class", "tag " + Colour.BAD)
                .text(test.id());
        html.close().open("div");
        if (test.failure() != null && html.length() < ENOUGH) {
            html.element("pre", test.failure());
        }
        html.close().closeLine();
    }

    private void notRun(NotRun test) {
        String why = test.why() == null ? "nothing says why" : test.why();
        html.open("li")
                .element("span", "not run", "class", "tag " + (test.why() == null ? Colour.BAD : Colour.FAIR))
                .text(test.test() + " (" + test.path() + ":" + test.line() + "): " + why)
                .close();
    }

    private void flaky(FlakyTest test) {
        html.open("li")
                .element("span", "flaky", "class", "tag " + Colour.FAIR)
                .text(test.id() + ": " + test.first() + " at first, passed when run again (run " + test.passedInRun()
                        + ")")
                .close();
    }

    /** For information: how long tests take costs no points, since it is another time each time. */
    private void slowest(TestReport report) {
        List<TestRun> slowest = report.tests().stream()
                .filter(test -> test.durationSeconds() >= 0.1)
                .sorted(Comparator.comparingDouble(TestRun::durationSeconds)
                        .reversed()
                        .thenComparing(TestRun::id))
                .limit(10)
                .toList();
        if (!slowest.isEmpty()) {
            html.open("details")
                    .element("summary", "The slowest tests")
                    .open("div", "class", "scroll")
                    .open("table");
            html.open("tbody");
            slowest.forEach(test -> html.open("tr")
                    .element("td", String.format(Locale.ROOT, "%.2f s", test.durationSeconds()), "class", "num")
                    .element("td", test.id())
                    .closeLine());
            html.close().close().close().closeLine();
        }
    }

    private void coverage(CoverageReport coverage) {
        html.element("h2", "Coverage", "id", "coverage").open("div", "class", "box");
        html.element(
                "p",
                String.format(
                        Locale.ROOT,
                        "Tests execute %,d of %,d lines, %.1f %%; %.0f %% are asked for.",
                        coverage.executed(),
                        coverage.executable(),
                        coverage.percent(),
                        examination.coverageMin()));
        Drawing.bar(html, coverage.percent(), Colour.of(coverage.percent(), examination.coverageMin()));
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        html.element("th", "file")
                .element("th", "")
                .element("th", "%", "class", "num")
                .element("th", "lines not executed");
        html.close().close().open("tbody");
        List<FileCoverage> worst = coverage.files().stream()
                .sorted(Comparator.comparingDouble(FileCoverage::percent).thenComparing(FileCoverage::path))
                .toList();
        for (FileCoverage file : worst.subList(0, Math.min(MOST, worst.size()))) {
            html.open("tr").element("td", file.path()).open("td");
            Drawing.bar(html, file.percent(), Colour.of(file.percent(), examination.coverageMin()));
            html.close()
                    .element("td", Drawing.number(file.percent()), "class", "num")
                    .element("td", file.missed(), "class", "small soft")
                    .closeLine();
        }
        html.close().close().close();
        leftOut(worst.size() - MOST, "files, better covered");
        html.closeLine();
    }

    private void findings() {
        html.element("h2", "Findings", "id", "findings");
        Map<String, List<Finding>> byFile = examination.findings().stream()
                .limit(MOST_FINDINGS)
                .collect(Collectors.groupingBy(Finding::path, TreeMap::new, Collectors.toList()));
        int file = 0;
        for (Map.Entry<String, List<Finding>> each : byFile.entrySet()) {
            if (file++ < OPEN_FILES) {
                html.open("details", "open", "");
            } else {
                html.open("details");
            }
            html.open("summary").text(each.getKey() + " ");
            for (Level level : Level.values()) {
                long count = each.getValue().stream()
                        .filter(finding -> finding.level() == level)
                        .count();
                if (count > 0) {
                    html.element("span", count + " " + level, "class", "tag " + Colour.of(level));
                }
            }
            html.close().open("div");
            each.getValue().forEach(this::finding);
            html.close().closeLine();
        }
        leftOut(examination.findings().size() - MOST_FINDINGS, "findings");
    }

    private void finding(Finding finding) {
        html.open("div", "class", "finding")
                .element("span", finding.level().toString(), "class", "tag " + Colour.of(finding.level()))
                .text(finding.message())
                .element(
                        "p",
                        finding.tool() + " · " + finding.rule() + " · " + finding.category() + " · line "
                                + finding.line(),
                        "class",
                        "soft small");
        int end = finding.endLine() == null
                ? finding.line()
                : Math.clamp(finding.endLine(), finding.line(), finding.line() + LONGEST_BLOCK);
        code(finding.path(), finding.line(), end, finding.level() == Level.ERROR ? "at bad" : "at");
        html.closeLine();
    }

    /** The lines at fault, with some around them; nothing where there are none. */
    private void code(String path, int from, int to, String marked) {
        int last = lines.count(path);
        if (from > last || html.length() > ENOUGH) {
            return;
        }
        html.open("div", "class", "code");
        for (int number = Math.max(1, from - AROUND); number <= Math.min(last, to + AROUND); number++) {
            html.open("div", "class", number >= from && number <= to ? marked : "")
                    .element("span", Integer.toString(number), "class", "n")
                    .element("span", lines.shown(path, number), "class", "c")
                    .close();
        }
        html.close();
    }

    private void complexity() {
        html.element("h2", "The most complex functions", "id", "complexity")
                .open("div", "class", "box scroll")
                .open("table");
        html.open("tbody");
        for (ComplexityReport.Value unit : first(examination.complex())) {
            int complexity = unit.complexity();
            html.open("tr")
                    .open("td", "class", "num")
                    .element(
                            "span",
                            Integer.toString(complexity),
                            "class",
                            "tag " + (complexity > 20 ? Colour.BAD : Colour.FAIR))
                    .close()
                    .element("td", unit.name())
                    .element("td", unit.path() + ":" + unit.line(), "class", "soft")
                    .closeLine();
        }
        html.close().close();
        leftOut(examination.complex().size() - MOST, "functions");
        html.closeLine();
    }

    private void duplication() {
        html.element("h2", "Code that is there more than once", "id", "duplication");
        for (DuplicateBlock block : first(examination.duplicates())) {
            DuplicateBlock.Place place = block.places().getFirst();
            html.open("details")
                    .element(
                            "summary",
                            block.lines() + " lines: "
                                    + block.places().stream()
                                            .map(each -> each.path() + ":" + each.line())
                                            .limit(4)
                                            .collect(Collectors.joining(" and ")))
                    .open("div");
            code(place.path(), place.line(), Math.min(place.endLine(), place.line() + LONGEST_BLOCK), "at");
            html.close().closeLine();
        }
        leftOut(examination.duplicates().size() - MOST, "blocks");
    }

    private void documentation() {
        html.element("h2", "Not documented", "id", "documentation")
                .open("div", "class", "box scroll")
                .open("table");
        html.open("tbody");
        for (DocumentationReport.Undocumented unit : first(examination.undocumented())) {
            html.open("tr")
                    .element("td", unit.kind().toString(), "class", "soft tight")
                    .element("td", unit.name())
                    .element("td", unit.path() + ":" + unit.line(), "class", "soft")
                    .closeLine();
        }
        html.close().close();
        leftOut(examination.undocumented().size() - MOST, "parts");
        html.closeLine();
    }

    private void benchmarks(BenchmarkReport report) {
        html.element("h2", "Benchmarks", "id", "benchmarks")
                .open("div", "class", "box scroll")
                .open("table");
        html.open("thead").open("tr").element("th", "").element("th", "benchmark");
        html.element("th", "median", "class", "num").element("th", "spread", "class", "num");
        html.element("th", "baseline", "class", "num").element("th", "change", "class", "num");
        html.close().close().open("tbody");
        report.benchmarks().stream().limit(MOST).forEach(this::benchmark);
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

    private void leftOut(int count, String what) {
        if (count > 0) {
            html.element("p", String.format(Locale.ROOT, "… and %,d more %s", count, what), "class", "soft small");
        }
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(MOST, all.size()));
    }
}
