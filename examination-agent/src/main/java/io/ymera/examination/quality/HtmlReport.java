package io.ymera.examination.quality;

import io.ymera.codebase.SourceLines;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.Resources;
import io.ymera.examination.report.Html;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Writes an examination as one HTML page that needs nothing else: no script, nothing from elsewhere, and a policy in the page itself
 * under which a browser runs and loads nothing even if something had slipped through. All text goes through {@link Html}.
 */
final class HtmlReport {

    private static final String STYLE = Resources.text(HtmlReport.class, "report.css");
    private static final int SHOWN_EVIDENCE = 3;

    private final Examination examination;
    private final Details details;
    private final Html html = new Html();

    private HtmlReport(Examination examination, SourceLines lines) {
        this.examination = examination;
        this.details = new Details(examination, lines, html);
    }

    /** The page. */
    static String of(Examination examination, SourceLines lines) {
        HtmlReport report = new HtmlReport(examination, lines);
        report.page();
        return report.html.toString();
    }

    private void page() {
        html.raw("<!DOCTYPE html>\n")
                .open("html", "lang", "en")
                .open("head")
                .open("meta", "charset", "utf-8")
                .open("meta", "http-equiv", "Content-Security-Policy", "content", policy())
                .open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .open("meta", "name", "referrer", "content", "no-referrer")
                .element("title", examination.title() + ": quality report")
                .open("style")
                .raw(STYLE)
                .close()
                .closeLine()
                .open("body");
        head();
        html.open("main");
        scores();
        gates();
        trends();
        details.write();
        missing();
        about();
        html.close();
        html.element(
                        "footer",
                        "Written by YMERA's examination agent from what tools found and tests did; no model was asked. What a score"
                                + " lost is listed with it; how points are counted is in docs/examination.md.")
                .close()
                .closeLine();
    }

    private static String policy() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'sha256-"
                    + Base64.getEncoder().encodeToString(hash) + "'; base-uri 'none'; form-action 'none'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private void head() {
        QualityVerdict verdict = examination.verdict();
        html.open("header").open("div").open("div", "class", "hero");
        Drawing.ring(html, examination.scores().overall(), Colour.of(verdict));
        html.open("div")
                .element("p", "Quality report", "class", "eyebrow")
                .element("h1", examination.title())
                .element("span", title(verdict), "class", "badge " + Colour.of(verdict))
                .element("p", because(), "class", "soft")
                .element("p", extent(), "class", "soft small")
                .close()
                .close();
        html.open("nav", "aria-label", "Sections");
        details.sections().forEach((id, name) -> html.element("a", name, "href", "#" + id));
        html.close().close().closeLine();
    }

    private static String title(QualityVerdict verdict) {
        return switch (verdict) {
            case PASSED -> "Passed";
            case FAILED -> "Failed";
            case INCOMPLETE -> "Incomplete";
            case TAMPERED -> "Tampered with";
        };
    }

    private String because() {
        List<Gate> open = examination.gates().stream()
                .filter(gate -> gate.status()
                        == (examination.verdict() == QualityVerdict.INCOMPLETE
                                ? Gate.Status.UNKNOWN
                                : Gate.Status.FAILED))
                .toList();
        if (open.isEmpty()) {
            return "Every condition is met; " + Points.number(examination.threshold()) + " points are asked for.";
        }
        return open.getFirst().reason() + (open.size() > 1 ? ", and " + (open.size() - 1) + " more." : ".");
    }

    private String extent() {
        StringBuilder extent =
                new StringBuilder(String.format(Locale.ROOT, "%,d lines of product code", examination.lines()));
        examination.languages().forEach((language, files) -> extent.append(" · ")
                .append(language.title())
                .append(": ")
                .append(files)
                .append(files == 1 ? " file" : " files"));
        return extent.toString();
    }

    private void scores() {
        html.element("h2", "Scores", "id", "scores").open("div", "class", "cards");
        List<Score> scores = examination.scores().scores();
        scores.stream().filter(score -> score.value() != null).forEach(this::score);
        scores.stream().filter(score -> score.value() == null).forEach(this::score);
        html.closeLine();
    }

    private void score(Score score) {
        Double value = score.value();
        html.open("section", "class", "card").open("div", "class", "head");
        html.element("h3", score.name().title());
        html.element(
                "span",
                value == null ? "–" : Drawing.number(value),
                "class",
                "value " + (value == null ? "soft" : Colour.of(value, examination.threshold())));
        html.close();
        if (value != null) {
            Drawing.bar(html, value, Colour.of(value, examination.threshold()));
            html.element(
                    "p",
                    String.format(Locale.ROOT, "Counts for %.0f %% of the overall score", score.counted() * 100),
                    "class",
                    "soft small");
        }
        if (score.notExamined() != null) {
            html.element(
                    "p",
                    (value == null ? "Not examined: " : "Not all was examined: ") + score.notExamined(),
                    "class",
                    "fair small");
        }
        html.open("ul", "class", "plain");
        for (Deduction deduction : score.deductions()) {
            html.open("li", "class", "lost")
                    .element("b", "−" + Drawing.number(deduction.points()))
                    .element("span", deduction.reason());
            evidence(deduction.evidence());
            html.close();
        }
        html.close();
        if (value != null && score.deductions().isEmpty()) {
            html.element("p", "Nothing was deducted.", "class", "good small");
        }
        html.closeLine();
    }

    private void evidence(List<String> evidence) {
        if (!evidence.isEmpty()) {
            String shown = String.join(", ", evidence.subList(0, Math.min(SHOWN_EVIDENCE, evidence.size())));
            html.element("span", shown + (evidence.size() > SHOWN_EVIDENCE ? ", …" : ""), "class", "evidence");
        }
    }

    private void gates() {
        html.element("h2", "Conditions", "id", "conditions")
                .open("div", "class", "box scroll")
                .open("table")
                .open("tbody");
        for (Gate gate : examination.gates()) {
            html.open("tr").open("td", "class", "tight");
            html.element("span", gate.status().toString(), "class", "tag " + Colour.of(gate.status()));
            html.close()
                    .element("td", gate.name().replace('_', ' '))
                    .element("td", gate.reason())
                    .closeLine();
        }
        html.close().close().closeLine();
    }

    private void trends() {
        if (examination.trends().isEmpty()) {
            return;
        }
        html.element("h2", "Trends", "id", "trends")
                .open("div", "class", "box scroll")
                .open("table")
                .open("tbody");
        for (Trend trend : examination.trends()) {
            html.open("tr").element("td", trend.score()).open("td");
            Drawing.spark(html, trend.values());
            html.close();
            html.element("td", Drawing.number(trend.values().getLast()), "class", "num");
            Double change = trend.change();
            String colour = change == null || change == 0 ? "soft" : change > 0 ? Colour.GOOD : Colour.BAD;
            html.element(
                            "td",
                            change == null ? "" : String.format(Locale.ROOT, "%+.1f since the last time", change),
                            "class",
                            colour)
                    .closeLine();
        }
        html.close().close().closeLine();
    }

    private void missing() {
        if (examination.missing().isEmpty()) {
            return;
        }
        html.element("h2", "Not examined for want of a tool", "id", "missing")
                .open("div", "class", "box scroll")
                .open("table");
        header("tool", "needed for", "how to get it");
        html.open("tbody");
        for (MissingTool tool : examination.missing()) {
            html.open("tr")
                    .element("td", tool.tool())
                    .element("td", tool.neededFor())
                    .element("td", tool.howToGet())
                    .closeLine();
        }
        html.close().close().closeLine();
    }

    private void about() {
        html.element("h2", "What was done", "id", "plan")
                .open("div", "class", "box scroll")
                .open("table");
        header("step", "tool", "why");
        html.open("tbody");
        examination.plan().forEach(step -> html.open("tr")
                .element("td", step.does())
                .element("td", (step.tool() + " " + step.version()).strip(), "class", "tight")
                .element("td", step.why())
                .closeLine());
        html.close().close().closeLine();
        if (!examination.notes().isEmpty()) {
            html.open("div", "class", "box").open("ul", "class", "plain small");
            examination.notes().forEach(note -> html.element("li", note));
            html.close().closeLine();
        }
    }

    private void header(String... names) {
        html.open("thead").open("tr");
        for (String name : names) {
            html.element("th", name);
        }
        html.close().close();
    }
}
