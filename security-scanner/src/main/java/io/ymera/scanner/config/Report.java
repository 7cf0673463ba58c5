package io.ymera.scanner.config;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Location;
import io.ymera.scanner.finding.Note;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes what the checks say. Not thread-safe. */
final class Report {

    private static final String SCAN = "config_scan";
    private static final int MOST = 10_000;

    private final Map<String, Rule> rules = Rules.load();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, Integer> anchors = new HashMap<>();

    /**
     * Says that something is insecure.
     *
     * @param rule its id
     * @param object what it is about, as in {@code Deployment web, container app}; with rule and path it stays when lines move
     * @param message one sentence that names object and value
     */
    void add(String rule, Location location, String object, String message) {
        Rule known = rules.get(rule);
        if (known == null) {
            throw new IllegalStateException("No rule is called " + rule);
        }
        if (findings.size() >= MOST) {
            return;
        }
        String anchor = rule + " " + object;
        int same = anchors.merge(location.path() + "\0" + anchor, 1, Integer::sum);
        findings.add(new Finding(
                SCAN,
                rule,
                List.of(known.cwe()),
                known.severity(),
                message,
                known.fix(),
                location,
                List.of(),
                same == 1 ? anchor : anchor + " " + same,
                Map.of("object", object, "reference", known.reference())));
    }

    void note(String path, String text) {
        notes.add(new Note(path, text));
    }

    List<Finding> findings() {
        return findings;
    }

    List<Note> notes() {
        return notes;
    }
}
