package io.ymera.security.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Findings that tests make. */
public final class Made {

    private Made() {}

    /** One of a tool. */
    public static Finding finding(String tool, String rule, Severity severity, String path, int line, Integer... cwe) {
        return new Finding(
                tool.equals("gitleaks") ? Scans.SECRET : Scans.SECURITY,
                rule,
                severity,
                List.of(cwe),
                rule + " at " + path,
                "Do not.",
                Place.line(path, line),
                List.of(),
                List.of(new Source(tool, rule)),
                tool + ":" + rule + ":" + path + ":" + line,
                BaselineState.NEW,
                null,
                Map.of());
    }

    /** One of ours. */
    public static Finding ours(String rule, Severity severity, String path, int line, Integer... cwe) {
        return finding(Source.BUILTIN, rule, severity, path, line, cwe);
    }

    /** The same, suppressed. */
    public static Finding suppressed(Finding finding, @Nullable String expires) {
        return new Finding(
                finding.scan(),
                finding.rule(),
                finding.severity(),
                finding.cwe(),
                finding.message(),
                finding.fix(),
                finding.place(),
                finding.flow(),
                finding.sources(),
                finding.fingerprint(),
                finding.baselineState(),
                new Suppression("inline", "only in tests", expires),
                finding.properties());
    }

    /** The same, with a way of data. */
    public static Finding flowing(Finding finding, Step... steps) {
        return new Finding(
                finding.scan(),
                finding.rule(),
                finding.severity(),
                finding.cwe(),
                finding.message(),
                finding.fix(),
                finding.place(),
                List.of(steps),
                finding.sources(),
                finding.fingerprint(),
                finding.baselineState(),
                finding.suppression(),
                finding.properties());
    }

    /** The same, about a dependency. */
    public static Finding about(Finding finding, Map<String, String> properties) {
        return new Finding(
                Scans.DEPENDENCY,
                finding.rule(),
                finding.severity(),
                finding.cwe(),
                finding.message(),
                finding.fix(),
                finding.place(),
                finding.flow(),
                finding.sources(),
                finding.fingerprint(),
                finding.baselineState(),
                finding.suppression(),
                properties);
    }
}
