package io.ymera.scanner.finding;

import java.util.List;

/**
 * What one scan says.
 *
 * @param findings in no order
 * @param notes what was not, or not wholly, looked at
 */
public record Findings(List<Finding> findings, List<Note> notes) {

    /** Copies the lists. */
    public Findings {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }
}
