package io.ymera.scanner.incremental;

import io.ymera.scanner.finding.Location;
import io.ymera.scanner.finding.Step;
import java.util.List;

/**
 * Data from outside that was put into a field.
 *
 * @param origin where it came in
 * @param exposure who can send it
 * @param what it is
 * @param path what has happened to it since
 * @param cleared kinds of rules for which it is harmless, sorted
 * @param steps on its way
 */
public record Flow(Location origin, String exposure, String what, String path, List<String> cleared, List<Step> steps) {

    /** Copies the lists. */
    public Flow {
        cleared = List.copyOf(cleared);
        steps = List.copyOf(steps);
    }
}
