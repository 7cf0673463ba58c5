package io.ymera.security.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.Bounded;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.codebase.lab.Texts;
import io.ymera.security.report.BaselineState;
import io.ymera.security.report.Finding;
import io.ymera.security.report.Place;
import io.ymera.security.report.Severity;
import io.ymera.security.report.Source;
import io.ymera.security.report.Step;
import io.ymera.security.report.Suppression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes of what the scanner wrote what is reported. Believed is only what can be true: scans that were asked for, files of the code base,
 * names that look as its rules' do, numbers in their ranges, texts cut to a length. What can't be is left out and counted in a note.
 */
final class ResultReader {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_./-]{0,119}", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRINT = Pattern.compile("[A-Za-z0-9:._-]{8,100}");
    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final int MOST_FINDINGS = 50_000;
    private static final int MOST_LINES = 50_000_000;
    private static final int MOST_STEPS = 60;
    private static final int MOST_WEAKNESSES = 10;
    private static final int LARGEST_WEAKNESS = 5000;
    private static final int MOST_PROPERTIES = 20;
    private static final int MOST_NOTES = 100;
    private static final int TEXT = 1000;
    private static final int SHORT_TEXT = 300;
    private static final int LONGEST_PATH = 4000;

    private final Set<String> scans;
    private final Project project;
    private final List<String> notes = new ArrayList<>();
    private final Set<String> prints = new HashSet<>();
    private int unbelieved;

    ResultReader(Project project, List<String> scans) {
        this.project = project;
        this.scans = new TreeSet<>(scans);
    }

    Scanned read(ScannerLine.Result result, List<PlanStep> plan) {
        Set<String> notScanned = new TreeSet<>(scans);
        for (ScannerLine.Done done : result.scans()) {
            if (done != null && done.whole()) {
                notScanned.remove(done.name());
            }
        }
        List<Finding> findings = new ArrayList<>();
        read(result.findings(), findings);
        read(result.suppressed(), findings);
        for (ScannerLine.Note note : result.notes()) {
            if (note != null) {
                notes.add(note(note));
            }
        }
        if (result.findingsLeftOut() > 0) {
            notes.add("%,d findings are left out: they are too many".formatted(result.findingsLeftOut()));
        }
        if (unbelieved > 0) {
            notes.add(
                    "%,d findings of the scanner were not believed: they name no file of the code base, or are malformed"
                            .formatted(unbelieved));
        }
        return new Scanned(
                findings,
                notScanned,
                plan,
                List.of(),
                Bounded.notes(notes, MOST_NOTES),
                object(result.sbom()),
                object(result.freshness()),
                result.licences() == null || !result.licences().isContainerNode() ? null : result.licences());
    }

    private void read(List<ScannerLine.@Nullable Found> all, List<Finding> findings) {
        for (ScannerLine.Found found : all) {
            Finding finding = found == null || findings.size() >= MOST_FINDINGS ? null : finding(found);
            if (finding == null) {
                unbelieved++;
            } else {
                findings.add(finding);
            }
        }
    }

    private @Nullable Finding finding(ScannerLine.Found found) {
        Severity severity = severity(found.severity());
        Map<String, String> properties = properties(found.properties());
        Place place = found.location() == null ? null : place(found.location(), properties.containsKey("commit"));
        boolean named = found.scan() != null
                && scans.contains(found.scan())
                && matches(NAME, found.rule())
                && matches(PRINT, found.fingerprint());
        if (severity == null || place == null || !named || !prints.add(found.fingerprint())) {
            return null;
        }
        List<Source> sources = new ArrayList<>(List.of(new Source(Source.BUILTIN, found.rule())));
        for (ScannerLine.Also also : orEmpty(found.also())) {
            if (also != null && matches(NAME, also.rule()) && sources.size() < MOST_WEAKNESSES) {
                sources.add(new Source(Source.BUILTIN, also.rule()));
            }
        }
        return new Finding(
                found.scan(),
                found.rule(),
                severity,
                weaknesses(found.cwe()),
                text(found.message(), found.rule(), TEXT),
                text(found.fix(), "", TEXT),
                place,
                flow(found.flow()),
                sources,
                found.fingerprint(),
                BaselineState.NEW,
                suppression(found.suppression()),
                properties);
    }

    /** Of what only the history has there is no file any more; its path still has to be one. */
    private @Nullable Place place(ScannerLine.Location location, boolean history) {
        String path = location.path();
        if (path == null || path.length() > LONGEST_PATH || !(project.has(path) || (history && isPath(path)))) {
            return null;
        }
        if (location.line() < 1 || location.line() > MOST_LINES) {
            return null;
        }
        Integer column = location.column() < 1 ? null : location.column();
        boolean ends = location.endLine() >= location.line()
                && location.endLine() <= MOST_LINES
                && location.endColumn() >= 1
                && (location.endLine() > location.line() || column == null || location.endColumn() >= column);
        return new Place(
                path,
                location.line(),
                column,
                ends ? location.endLine() : null,
                ends && column != null ? location.endColumn() : null);
    }

    private static boolean isPath(String path) {
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return path.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == '\\');
    }

    private List<Step> flow(@Nullable List<ScannerLine.@Nullable FlowStep> steps) {
        List<Step> flow = new ArrayList<>();
        for (ScannerLine.FlowStep step : orEmpty(steps)) {
            Place place = step == null || step.location() == null ? null : place(step.location(), false);
            if (place != null && step != null && flow.size() < MOST_STEPS) {
                flow.add(new Step(place, text(step.note(), "", SHORT_TEXT)));
            }
        }
        return flow;
    }

    private static List<Integer> weaknesses(@Nullable List<@Nullable Integer> numbers) {
        Set<Integer> weaknesses = new LinkedHashSet<>();
        for (Integer number : orEmpty(numbers)) {
            if (number != null && number > 0 && number <= LARGEST_WEAKNESS && weaknesses.size() < MOST_WEAKNESSES) {
                weaknesses.add(number);
            }
        }
        return List.copyOf(weaknesses);
    }

    private static <T extends @Nullable Object> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static Map<String, String> properties(@Nullable Map<String, String> said) {
        Map<String, String> properties = new TreeMap<>();
        Objects.requireNonNullElse(said, Map.<String, String>of()).forEach((name, value) -> {
            if (value != null && properties.size() < MOST_PROPERTIES && matches(PROPERTY, name)) {
                properties.put(name, text(value, "", SHORT_TEXT));
            }
        });
        return properties;
    }

    private static @Nullable Suppression suppression(ScannerLine.@Nullable Suppressed said) {
        if (said == null) {
            return null;
        }
        String kind = "inline".equals(said.kind()) ? "inline" : "file";
        return new Suppression(
                kind, text(said.reason(), "", TEXT), matches(DATE, said.expires()) ? said.expires() : null);
    }

    private static @Nullable Severity severity(@Nullable String name) {
        for (Severity severity : Severity.values()) {
            if (severity.toString().equals(name)) {
                return severity;
            }
        }
        return null;
    }

    private String note(ScannerLine.Note note) {
        String scan = note.scan() != null && scans.contains(note.scan()) ? note.scan() + ": " : "";
        String path = note.path() == null ? "" : text(note.path(), "", SHORT_TEXT) + ": ";
        return scan + path + text(note.text(), "", TEXT);
    }

    private static @Nullable JsonNode object(@Nullable JsonNode node) {
        return node != null && node.isObject() ? node : null;
    }

    private static String text(@Nullable String text, String otherwise, int most) {
        return text == null || text.isBlank() ? otherwise : Texts.bounded(text, most);
    }

    private static boolean matches(Pattern pattern, @Nullable String text) {
        return text != null && pattern.matcher(text).matches();
    }
}
