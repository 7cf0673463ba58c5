package io.ymera.examination.quality;

import io.ymera.examination.report.Html;
import io.ymera.examination.testing.FlakyTest;
import io.ymera.examination.testing.NotRun;
import io.ymera.examination.testing.TestReport;
import io.ymera.examination.testing.TestRun;
import io.ymera.examination.testing.Totals;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The part of the page that shows tests: how many, those that did not pass, and what else is to be known of them. */
final class TestDetails {

    private final Html html;

    TestDetails(Html html) {
        this.html = html;
    }

    void write(TestReport report) {
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
        bad.stream().limit(Bounded.MOST).forEach(this::failure);
        Bounded.leftOut(html, bad.size() - Bounded.MOST, "tests that did not pass");
        if (!report.flaky().isEmpty() || !report.notRun().isEmpty()) {
            html.open("div", "class", "box").open("ul", "class", "plain small");
            report.notRun().stream().limit(Bounded.MOST).forEach(this::notRun);
            report.flaky().stream().limit(Bounded.MOST).forEach(this::flaky);
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
        if (test.failure() != null && Bounded.fits(html)) {
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
}
