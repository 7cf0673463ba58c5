package io.ymera.scanner.taint;

import io.ymera.scanner.finding.Location;
import io.ymera.scanner.finding.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of data until now, as a list that shares its beginning with others. */
record Trace(@Nullable Trace before, Step step, int length) {

    /** More steps than this nobody reads. */
    private static final int LONGEST = 24;

    static Trace from(Location location, String note) {
        return new Trace(null, new Step(location, note), 1);
    }

    /** With one more step, unless the last was on the same line. */
    Trace then(Location location, String note) {
        Location last = step.location();
        boolean same = last.line() == location.line() && last.path().equals(location.path());
        return same || length >= LONGEST ? this : new Trace(this, new Step(location, note), length + 1);
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>(length);
        for (Trace trace = this; trace != null; trace = trace.before()) {
            steps.add(trace.step());
        }
        Collections.reverse(steps);
        return steps;
    }
}
