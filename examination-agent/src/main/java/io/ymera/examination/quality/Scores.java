package io.ymera.examination.quality;

import io.ymera.examination.quality.Measures.ComplexUnit;
import io.ymera.examination.quality.Measures.Coverage;
import io.ymera.examination.quality.Measures.Documentation;
import io.ymera.examination.quality.Measures.Duplication;
import io.ymera.examination.quality.Measures.Performance;
import io.ymera.examination.quality.Measures.Slower;
import io.ymera.examination.quality.Measures.Tests;
import io.ymera.examination.report.Finding;
import io.ymera.examination.report.Finding.Level;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns measures into scores. Pure: the same measures give the same scores, and no duration is among them, except where a baseline
 * was given. The table is in docs/examination.md.
 *
 * <p>A finding counts in the score that its category names ({@code security}, {@code performance}, {@code documentation}) if that
 * score was examined, and in code quality otherwise, so that it is never lost and never counts twice.
 *
 * @param overall of those that were examined, by their weights, rounded down to one digit; null if none was
 * @param scores the four
 */
record Scores(@Nullable Double overall, List<Score> scores) {

    private static final double DUPLICATION_ALLOWED = 3;

    /**
     * Scores a code base.
     *
     * @param partly what of a score could not be examined, if not all was
     */
    static Scores of(Measures measures, QualityConfig config, Map<ScoreName, String> partly) {
        Map<ScoreName, Points> points = new EnumMap<>(ScoreName.class);
        if (measures.tests() != null || measures.findings() != null) {
            points.put(ScoreName.CODE, code(measures, config));
        }
        if (measures.security() != null) {
            points.put(ScoreName.SECURITY, security(measures.security(), measures));
        }
        if (measures.performance() != null) {
            points.put(ScoreName.PERFORMANCE, performance(measures.performance(), measures));
        }
        if (measures.documentation() != null) {
            points.put(ScoreName.DOCUMENTATION, documentation(measures.documentation(), measures));
        }
        double counted = points.keySet().stream().mapToDouble(config::weight).sum();
        List<Score> scores = new ArrayList<>();
        double sum = 0;
        for (ScoreName name : ScoreName.values()) {
            Points of = points.get(name);
            double part = of == null || counted == 0 ? 0 : config.weight(name) / counted;
            sum += of == null ? 0 : part * of.value();
            scores.add(new Score(
                    name,
                    of == null ? null : of.value(),
                    config.weight(name),
                    Math.round(part * 10_000) / 10_000.0,
                    of == null ? List.of() : of.deductions(),
                    partly.getOrDefault(name, of == null ? "nothing of it was examined" : null)));
        }
        // Down, so that what is shown as 85.0 is not less than 85; the small number makes up for binary fractions
        return new Scores(counted == 0 ? null : Math.floor(sum * 10 + 1e-6) / 10, scores);
    }

    private static Points code(Measures measures, QualityConfig config) {
        Points points = new Points(ScoreName.CODE, measures.lines());
        if (measures.tests() != null) {
            tests(points, measures.tests());
        }
        if (measures.coverage() != null) {
            coverage(points, measures.coverage(), config.coverageMin());
        }
        points.loseFor(findings(measures, ScoreName.CODE), "");
        if (measures.complexity() != null) {
            complexity(points, measures.complexity());
        }
        if (measures.duplication() != null) {
            duplication(points, measures.duplication());
        }
        return points;
    }

    private static void tests(Points points, Tests tests) {
        if (tests.broken() != null) {
            points.lose(40, 40, tests.broken(), List.of());
        } else if (tests.run() == 0) {
            points.lose(40, 40, "There are no tests", List.of());
        } else if (tests.badCount() > 0) {
            double share = Math.min(1, (double) tests.badCount() / tests.run());
            points.lose(
                    Math.max(5, 40 * share),
                    40,
                    Points.count(tests.badCount(), "test") + " of " + tests.run()
                            + " did not pass: 40 points for all of them, at least 5",
                    Points.evidence("test", tests.bad()));
        }
        points.lose(
                2 * tests.flaky().size(),
                10,
                Points.count(tests.flaky().size(), "test") + " passed only when run again, 2 for each, at most 10",
                Points.evidence("test", tests.flaky()));
    }

    private static void coverage(Points points, Coverage coverage, double minimum) {
        points.lose(
                0.5 * (minimum - coverage.percent()),
                25,
                String.format(
                        Locale.ROOT,
                        "The tests execute %.1f %% of the lines instead of %.0f %%, 0.5 for each percent, at most 25",
                        coverage.percent(),
                        minimum),
                Points.evidence("file", coverage.worst()));
    }

    private static void complexity(Points points, List<ComplexUnit> units) {
        List<ComplexUnit> very =
                units.stream().filter(unit -> unit.complexity() > 20).toList();
        List<ComplexUnit> rather = units.stream()
                .filter(unit -> unit.complexity() > 10 && unit.complexity() <= 20)
                .toList();
        points.losePerThousandLines(
                3,
                very.size(),
                15,
                Points.count(very.size(), "function")
                        + " with a complexity of more than 20, 3 for each in 1000 lines, at most 15",
                Points.evidence("unit", very.stream().map(ComplexUnit::id).toList()));
        points.losePerThousandLines(
                1,
                rather.size(),
                10,
                Points.count(rather.size(), "function")
                        + " with a complexity of 11 to 20, 1 for each in 1000 lines, at most 10",
                Points.evidence("unit", rather.stream().map(ComplexUnit::id).toList()));
    }

    private static void duplication(Points points, Duplication duplication) {
        points.lose(
                duplication.percent() - DUPLICATION_ALLOWED,
                15,
                String.format(
                        Locale.ROOT,
                        "%.1f %% of the lines are there twice, 1 for each percent above %.0f, at most 15",
                        duplication.percent(),
                        DUPLICATION_ALLOWED),
                Points.evidence("duplicate", duplication.places()));
    }

    private static Points security(List<Finding> scanned, Measures measures) {
        Points points = new Points(ScoreName.SECURITY, measures.lines());
        List<Finding> all = Stream.concat(scanned.stream(), findings(measures, ScoreName.SECURITY).stream())
                .sorted()
                .distinct()
                .toList();
        security(points, all, Level.ERROR, 25, 100);
        security(points, all, Level.WARNING, 8, 48);
        security(points, all, Level.NOTE, 2, 20);
        return points;
    }

    private static void security(Points points, List<Finding> all, Level level, double each, double cap) {
        List<Finding> some =
                all.stream().filter(finding -> finding.level() == level).toList();
        points.lose(
                each * some.size(),
                cap,
                Points.count(some.size(), "security finding") + " of level " + level + ", " + Points.number(each)
                        + " for each, at most " + Points.number(cap),
                Points.evidence(some));
    }

    private static Points performance(Performance performance, Measures measures) {
        Points points = new Points(ScoreName.PERFORMANCE, measures.lines());
        for (Slower slower : performance.slower()) {
            double beyond = (slower.change() - performance.tolerance()) * 100;
            points.lose(
                    10 + 0.5 * Math.max(0, beyond),
                    40,
                    String.format(
                            Locale.ROOT,
                            "%s is %.0f %% slower than its baseline: 10, and 0.5 for each percent above %.0f, at most 40",
                            slower.id(),
                            slower.change() * 100,
                            performance.tolerance() * 100),
                    List.of("benchmark:" + slower.id()));
        }
        points.lose(
                20 * performance.failed().size(),
                60,
                Points.count(performance.failed().size(), "benchmark")
                        + " could not be measured, 20 for each, at most 60",
                Points.evidence("benchmark", performance.failed()));
        points.loseFor(findings(measures, ScoreName.PERFORMANCE), " about performance");
        return points;
    }

    private static Points documentation(Documentation documentation, Measures measures) {
        Points points = new Points(ScoreName.DOCUMENTATION, measures.lines());
        if (documentation.exported() > 0) {
            double percent = 100.0 * documentation.undocumentedCount() / documentation.exported();
            points.lose(
                    percent,
                    90,
                    String.format(
                            Locale.ROOT,
                            "%d of %d parts that others can use are not documented, 1 for each percent, at most 90",
                            documentation.undocumentedCount(),
                            documentation.exported()),
                    Points.evidence("unit", documentation.undocumented()));
        }
        if (!documentation.readme()) {
            points.lose(10, 10, "There is no README", List.of());
        }
        points.loseFor(findings(measures, ScoreName.DOCUMENTATION), " about documentation");
        return points;
    }

    /** Those that count in this score. */
    private static List<Finding> findings(Measures measures, ScoreName score) {
        return measures.findings() == null
                ? List.of()
                : measures.findings().stream()
                        .filter(finding -> home(finding, measures) == score)
                        .toList();
    }

    private static ScoreName home(Finding finding, Measures measures) {
        return switch (finding.category()) {
            case "security" -> measures.security() == null ? ScoreName.CODE : ScoreName.SECURITY;
            case "performance" -> measures.performance() == null ? ScoreName.CODE : ScoreName.PERFORMANCE;
            case "documentation" -> measures.documentation() == null ? ScoreName.CODE : ScoreName.DOCUMENTATION;
            default -> ScoreName.CODE;
        };
    }
}
