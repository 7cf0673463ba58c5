package io.ymera.scanner.taint;

import com.google.re2j.Pattern;
import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Location;
import io.ymera.scanner.finding.Severity;
import io.ymera.scanner.finding.Step;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Unit;
import io.ymera.scanner.rule.Model;
import io.ymera.scanner.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects what is found; of several ways to the same place the shortest is kept. */
final class Reports {

    static final String SCAN = "security_scan";

    private static final Pattern TESTS = Pattern.compile(
            "(?i)(.*/)?(src/test|tests?|__tests__|testing|specs?)/.*|(.*/)?(test_[^/]*|[^/]*_tests?|conftest)\\.py|.*\\.(test|spec)\\.[cm]?[jt]sx?");

    private boolean inTest;

    private final Map<String, Finding> findings = new TreeMap<>();
    private final Map<String, Finding> latest = new TreeMap<>();

    /** Data that does harm. */
    void flow(Rule.Sink sink, Taint taint, String called, Frame frame, Span span) {
        if (!sink.saying().anything() && !said(sink.saying(), frame)) {
            return;
        }
        Location location = span.in(frame.unit.path());
        List<Step> steps = new ArrayList<>(taint.trace().steps());
        steps.add(new Step(location, called.isEmpty() ? "Here it does harm" : "Here it gets to " + called));
        // Who starts a program or writes into its database is not just anybody
        boolean harder =
                switch (taint.origin().exposure()) {
                    case LOCAL, STORED -> true;
                    default -> false;
                };
        Severity severity = harder ? sink.severity().lowered() : sink.severity();
        String source = "Data from " + taint.origin().what();
        String message = sink.message()
                .replace("{source}", source)
                .replace("{sink}", called)
                .replace("{value}", "");
        add(finding(
                sink.rule(),
                severity,
                message,
                sink.fix(),
                frame,
                location,
                steps,
                exposure(taint.origin().exposure())));
    }

    private static boolean said(Rule.Saying saying, Frame frame) {
        return saying.fits(frame.text(), () -> String.join("\n", frame.unit.lines()));
    }

    /** What the program has made itself, nobody has sent: it is looked for from wherever attacks are thought of. */
    private static Map<String, String> exposure(Model.Exposure exposure) {
        return exposure == Model.Exposure.GENERATED || exposure == Model.Exposure.INTERNAL
                ? Map.of()
                : Map.of("exposure", exposure.name().toLowerCase(Locale.ROOT));
    }

    /** Something that is wrong whatever the data. */
    void check(Rule.Check check, String called, @Nullable String value, Frame frame, Span span) {
        if (!check.saying().anything() && !said(check.saying(), frame)) {
            return;
        }
        Location location = span.in(frame.unit.path());
        String message = check.message()
                .replace("{sink}", called)
                .replace("{value}", value == null ? "this value" : value)
                .replace("{source}", "Data");
        add(finding(check.rule(), check.severity(), message, check.fix(), frame, location, List.of(), Map.of()));
    }

    private static Finding finding(
            Rule rule,
            Severity severity,
            String message,
            String fix,
            Frame frame,
            Location location,
            List<Step> steps,
            Map<String, String> properties) {
        return new Finding(
                SCAN,
                rule.id(),
                rule.cwe(),
                severity,
                message,
                fix,
                location,
                steps,
                // What has no name is called by where it stands, which moves with the lines above
                frame.name().replaceAll("[%:@]\\d+", "") + "\n" + line(frame.unit, location.line()),
                properties);
    }

    private static String line(Unit unit, int line) {
        return line >= 1 && line <= unit.lines().size()
                ? unit.lines().get(line - 1).strip()
                : "";
    }

    /** What was found since this was asked last. */
    List<Finding> latest() {
        List<Finding> found = List.copyOf(latest.values());
        latest.clear();
        return found;
    }

    /**
     * Tells where all that is found from now on begins. What a test gives to what it tests is made up, so nothing is known of that by it.
     *
     * @param path of the file
     */
    void from(String path) {
        inTest = TESTS.matches(path);
    }

    private void add(Finding finding) {
        if (inTest && !TESTS.matches(finding.location().path())) {
            return;
        }
        add(finding, latest);
        add(finding, findings);
    }

    /** Takes over what was found before. */
    void take(List<Finding> found) {
        found.forEach(finding -> add(finding, findings));
    }

    private static void add(Finding finding, Map<String, Finding> findings) {
        Location at = finding.location();
        String key = "%s\n%08d\n%08d\n%s".formatted(at.path(), at.line(), at.column(), finding.rule());
        findings.merge(key, finding, (old, now) -> better(now, old) ? now : old);
    }

    private static boolean better(Finding now, Finding old) {
        int severities = now.severity().compareTo(old.severity());
        return severities != 0 ? severities < 0 : now.flow().size() < old.flow().size();
    }

    /** All of them, by path and line. */
    List<Finding> all() {
        return List.copyOf(findings.values());
    }
}
