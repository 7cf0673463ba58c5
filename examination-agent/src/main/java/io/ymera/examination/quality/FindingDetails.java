package io.ymera.examination.quality;

import io.ymera.examination.report.Finding;
import io.ymera.examination.report.Finding.Level;
import io.ymera.examination.report.Html;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The part of the page that shows findings, by file and with the lines at fault. */
final class FindingDetails {

    private static final int MOST_FINDINGS = 400;
    private static final int OPEN_FILES = 8;

    private final Examination examination;
    private final Html html;
    private final CodeDetails code;

    FindingDetails(Examination examination, Html html, CodeDetails code) {
        this.examination = examination;
        this.html = html;
        this.code = code;
    }

    void write() {
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
        Bounded.leftOut(html, examination.findings().size() - MOST_FINDINGS, "findings");
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
                : Math.clamp(finding.endLine(), finding.line(), finding.line() + CodeDetails.LONGEST_BLOCK);
        code.write(finding.path(), finding.line(), end, finding.level() == Level.ERROR ? "at bad" : "at");
        html.closeLine();
    }
}
