package io.ymera.examination.quality;

import io.ymera.examination.report.Html;
import io.ymera.examination.testing.CoverageReport;
import io.ymera.examination.testing.CoverageReport.FileCoverage;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The part of the page that shows which lines tests execute. */
final class CoverageDetails {

    private final Examination examination;
    private final Html html;

    CoverageDetails(Examination examination, Html html) {
        this.examination = examination;
        this.html = html;
    }

    void write(CoverageReport coverage) {
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
        for (FileCoverage file : worst.subList(0, Math.min(Bounded.MOST, worst.size()))) {
            html.open("tr").element("td", file.path()).open("td");
            Drawing.bar(html, file.percent(), Colour.of(file.percent(), examination.coverageMin()));
            html.close()
                    .element("td", Drawing.number(file.percent()), "class", "num")
                    .element("td", file.missed(), "class", "small soft")
                    .closeLine();
        }
        html.close().close().close();
        Bounded.leftOut(html, worst.size() - Bounded.MOST, "files, better covered");
        html.closeLine();
    }
}
