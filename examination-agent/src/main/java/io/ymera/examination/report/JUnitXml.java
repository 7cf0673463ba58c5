package io.ymera.examination.report;

import io.ymera.examination.testing.TestReport;
import io.ymera.examination.testing.TestRun;
import io.ymera.examination.testing.Totals;
import java.util.Locale;

/**
 * Writes a test report as JUnit XML, the format that Ant's JUnit task began and Surefire, pytest and CI servers (Jenkins, GitLab)
 * share: {@code testsuites / testsuite / testcase / failure | error | skipped}. An expected failure is a skipped test, as pytest
 * writes it.
 */
public final class JUnitXml {

    private JUnitXml() {}

    /** The document. */
    public static String of(TestReport report) {
        Totals totals = report.totals();
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
        counts(xml, totals);
        xml.append(">\n  <testsuite");
        attribute(xml, "name", report.framework());
        counts(xml, totals);
        xml.append(" skipped=\"").append(totals.skipped() + totals.xfailed()).append("\">\n    <properties>\n");
        property(xml, "verdict", report.verdict().toString());
        report.incidents().forEach(incident -> property(xml, "incident." + incident.kind(), incident.detail()));
        xml.append("    </properties>\n");
        report.tests().forEach(test -> testCase(xml, test));
        return xml.append("  </testsuite>\n</testsuites>\n").toString();
    }

    private static void counts(StringBuilder xml, Totals totals) {
        xml.append(" tests=\"").append(totals.tests());
        xml.append("\" failures=\"").append(totals.failed());
        xml.append("\" errors=\"").append(totals.errors());
        xml.append("\" time=\"").append(seconds(totals.durationSeconds())).append('"');
    }

    private static void property(StringBuilder xml, String name, String value) {
        xml.append("      <property");
        attribute(xml, "name", name);
        attribute(xml, "value", value);
        xml.append("/>\n");
    }

    private static void testCase(StringBuilder xml, TestRun test) {
        int cut = Math.max(test.id().lastIndexOf("::"), test.id().lastIndexOf('.'));
        boolean pytest = test.id().contains("::");
        int from = pytest ? test.id().indexOf("::") : cut;
        String className = from <= 0 ? "" : test.id().substring(0, from);
        String name = from <= 0 ? test.id() : test.id().substring(from + (pytest ? 2 : 1));
        xml.append("    <testcase");
        attribute(xml, "classname", className);
        attribute(xml, "name", name);
        xml.append(" time=\"").append(seconds(test.durationSeconds())).append('"');
        String element =
                switch (test.outcome()) {
                    case PASSED, XPASSED -> "";
                    case FAILED -> "failure";
                    case ERROR, TIMED_OUT, CRASHED -> "error";
                    case SKIPPED, XFAILED -> "skipped";
                };
        if (element.isEmpty()) {
            xml.append("/>\n");
            return;
        }
        String text = test.failure() == null ? "" : test.failure();
        xml.append(">\n      <").append(element);
        attribute(xml, "type", test.outcome().toString());
        attribute(xml, "message", text.lines().filter(line -> !line.isBlank()).reduce("", (first, last) -> last));
        xml.append('>')
                .append(escaped(text, false))
                .append("</")
                .append(element)
                .append(">\n    </testcase>\n");
    }

    private static void attribute(StringBuilder xml, String name, String value) {
        xml.append(' ').append(name).append("=\"").append(escaped(value, true)).append('"');
    }

    /** Also without the characters that XML 1.0 can't have. */
    private static String escaped(String text, boolean attribute) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\t', '\n', '\r' -> {
                    if (attribute || c == '\r') {
                        escaped.append("&#").append(c).append(';');
                    } else {
                        escaped.appendCodePoint(c);
                    }
                }
                default -> {
                    boolean legal = (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
                    escaped.appendCodePoint(legal ? c : 0xFFFD);
                }
            }
        });
        return escaped.toString();
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }
}
