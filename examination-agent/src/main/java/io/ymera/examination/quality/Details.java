package io.ymera.examination.quality;

import io.ymera.codebase.SourceLines;
import io.ymera.examination.report.Html;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of the page that show what was found: tests, coverage, findings with their code, and the rest. Bounded, and says so. */
final class Details {

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
            new TestDetails(html).write(examination.tests());
        }
        if (examination.coverage() != null) {
            new CoverageDetails(examination, html).write(examination.coverage());
        }
        CodeDetails code = new CodeDetails(lines, html);
        if (!examination.findings().isEmpty()) {
            new FindingDetails(examination, html, code).write();
        }
        MeasureDetails measures = new MeasureDetails(examination, html, code);
        if (!examination.complex().isEmpty()) {
            measures.complexity();
        }
        if (!examination.duplicates().isEmpty()) {
            measures.duplication();
        }
        if (!examination.undocumented().isEmpty()) {
            measures.documentation();
        }
        if (examination.benchmarks() != null) {
            new BenchmarkDetails(html).write(examination.benchmarks());
        }
    }

    private void incidents() {
        html.element("h2", "What the code under test tried", "id", "incidents").open("div", "class", "box");
        html.open("ul", "class", "plain");
        examination.incidents().stream().limit(Bounded.MOST).forEach(incident -> {
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
        Bounded.leftOut(html, examination.incidents().size() - Bounded.MOST, "incidents");
    }
}
