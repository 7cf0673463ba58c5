package io.ymera.examination.quality;

import io.ymera.examination.quality.Measures.ComplexUnit;
import io.ymera.examination.quality.Measures.Coverage;
import io.ymera.examination.quality.Measures.Documentation;
import io.ymera.examination.quality.Measures.Duplication;
import io.ymera.examination.quality.Measures.Performance;
import io.ymera.examination.quality.Measures.Tests;
import io.ymera.examination.report.Finding;
import io.ymera.examination.report.Finding.Level;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Measures of code without a flaw, and of such with one. */
final class Measured {

    static final Tests GOOD_TESTS = new Tests(10, List.of(), 0, List.of(), null);
    static final Documentation ALL_DOCUMENTED = new Documentation(20, List.of(), 0, true);

    private Measured() {}

    static Measures flawless() {
        return with(2000, GOOD_TESTS, List.of());
    }

    static Measures with(int lines, @Nullable Tests tests, @Nullable List<Finding> findings) {
        return new Measures(
                lines,
                tests,
                new Coverage(95, List.of()),
                findings,
                List.of(),
                new Duplication(0, List.of()),
                ALL_DOCUMENTED,
                null,
                null);
    }

    static Measures with(Coverage coverage) {
        Measures m = flawless();
        return new Measures(
                m.lines(),
                m.tests(),
                coverage,
                m.findings(),
                m.complexity(),
                m.duplication(),
                m.documentation(),
                m.security(),
                m.performance());
    }

    static Measures with(List<ComplexUnit> complexity, Duplication duplication) {
        Measures m = flawless();
        return new Measures(
                m.lines(),
                m.tests(),
                m.coverage(),
                m.findings(),
                complexity,
                duplication,
                m.documentation(),
                m.security(),
                m.performance());
    }

    static Measures with(
            List<Finding> findings,
            @Nullable Documentation documentation,
            @Nullable List<Finding> security,
            @Nullable Performance performance) {
        Measures m = flawless();
        return new Measures(
                m.lines(),
                m.tests(),
                m.coverage(),
                findings,
                m.complexity(),
                m.duplication(),
                documentation,
                security,
                performance);
    }

    static List<Finding> findings(int count, Level level, String category) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(
                        line -> new Finding("tool", "rule", level, category, "no good", "a.py", line, null, null, null))
                .toList();
    }
}
