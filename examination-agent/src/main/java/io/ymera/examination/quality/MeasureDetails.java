package io.ymera.examination.quality;

import io.ymera.examination.analysis.ComplexityReport;
import io.ymera.examination.analysis.DocumentationReport;
import io.ymera.examination.analysis.DuplicateBlock;
import io.ymera.examination.report.Html;
import java.util.stream.Collectors;

/** The parts of the page that show what is complex, there twice or not documented. */
final class MeasureDetails {

    private final Examination examination;
    private final Html html;
    private final CodeDetails code;

    MeasureDetails(Examination examination, Html html, CodeDetails code) {
        this.examination = examination;
        this.html = html;
        this.code = code;
    }

    void complexity() {
        html.element("h2", "The most complex functions", "id", "complexity")
                .open("div", "class", "box scroll")
                .open("table");
        html.open("tbody");
        for (ComplexityReport.Value unit : Bounded.first(examination.complex())) {
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
        Bounded.leftOut(html, examination.complex().size() - Bounded.MOST, "functions");
        html.closeLine();
    }

    void duplication() {
        html.element("h2", "Code that is there more than once", "id", "duplication");
        for (DuplicateBlock block : Bounded.first(examination.duplicates())) {
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
            code.write(
                    place.path(),
                    place.line(),
                    Math.min(place.endLine(), place.line() + CodeDetails.LONGEST_BLOCK),
                    "at");
            html.close().closeLine();
        }
        Bounded.leftOut(html, examination.duplicates().size() - Bounded.MOST, "blocks");
    }

    void documentation() {
        html.element("h2", "Not documented", "id", "documentation")
                .open("div", "class", "box scroll")
                .open("table");
        html.open("tbody");
        for (DocumentationReport.Undocumented unit : Bounded.first(examination.undocumented())) {
            html.open("tr")
                    .element("td", unit.kind().toString(), "class", "soft tight")
                    .element("td", unit.name())
                    .element("td", unit.path() + ":" + unit.line(), "class", "soft")
                    .closeLine();
        }
        html.close().close();
        Bounded.leftOut(html, examination.undocumented().size() - Bounded.MOST, "parts");
        html.closeLine();
    }
}
