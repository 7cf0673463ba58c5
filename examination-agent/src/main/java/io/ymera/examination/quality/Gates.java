package io.ymera.examination.quality;

import io.ymera.examination.lab.Incident;
import io.ymera.examination.quality.Gate.Status;
import io.ymera.examination.quality.Measures.Coverage;
import io.ymera.examination.quality.Measures.Tests;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decides, from what is known, whether each condition is met. Pure. */
final class Gates {

    static final String NO_TAMPERING = "no_tampering";

    private final QualityConfig config;
    private final List<Gate> gates = new ArrayList<>();

    private Gates(QualityConfig config) {
        this.config = config;
    }

    /**
     * All of them, in the order of their weight.
     *
     * @param builds why it does not build; null if it does
     * @param incidents what was seen while tests ran
     * @param untested why some tests could not be run; null if all could
     * @param uncovered why coverage could not be measured; null if it could
     */
    static List<Gate> of(
            Measures measures,
            Scores scores,
            QualityConfig config,
            @Nullable String builds,
            List<Incident> incidents,
            @Nullable String untested,
            @Nullable String uncovered) {
        Gates gates = new Gates(config);
        gates.tampering(incidents);
        gates.add(
                "builds",
                builds == null ? Status.PASSED : Status.FAILED,
                builds == null ? "Everything that has to be built was built" : builds,
                List.of());
        gates.tests(measures.tests(), untested);
        gates.coverage(measures.coverage(), uncovered);
        gates.examined(scores);
        gates.threshold(scores);
        return List.copyOf(gates.gates);
    }

    private void tampering(List<Incident> incidents) {
        List<Incident> tampering = incidents.stream()
                .filter(incident -> incident.kind().tampering())
                .toList();
        add(
                NO_TAMPERING,
                tampering.isEmpty() ? Status.PASSED : Status.FAILED,
                tampering.isEmpty()
                        ? "Nothing interfered with the examination"
                        : "The code interfered with its examination: "
                                + tampering.getFirst().detail()
                                + (tampering.size() > 1 ? " (and " + (tampering.size() - 1) + " more)" : ""),
                tampering.stream()
                        .map(incident -> "incident:" + incident.kind())
                        .toList());
    }

    private void tests(@Nullable Tests tests, @Nullable String untested) {
        if (tests != null && tests.broken() != null) {
            add("tests", Status.FAILED, tests.broken(), List.of());
        } else if (tests != null && tests.badCount() > 0) {
            add(
                    "tests",
                    Status.FAILED,
                    Points.count(tests.badCount(), "test") + " of " + tests.run() + " did not pass",
                    Points.evidence("test", tests.bad()));
        } else if (untested != null || tests == null) {
            add("tests", Status.UNKNOWN, untested == null ? "The tests were not run" : untested, List.of());
        } else if (tests.run() == 0) {
            add("tests", Status.FAILED, "There are no tests that say anything", List.of());
        } else {
            add("tests", Status.PASSED, "All tests that were run passed, of " + tests.run(), List.of());
        }
    }

    private void coverage(@Nullable Coverage coverage, @Nullable String uncovered) {
        if (config.coverageMin() == 0) {
            add("coverage", Status.PASSED, "No coverage is asked for", List.of());
        } else if (coverage != null && coverage.percent() < config.coverageMin()) {
            add("coverage", Status.FAILED, covered(coverage), Points.evidence("file", coverage.worst()));
        } else if (coverage == null || uncovered != null) {
            add("coverage", Status.UNKNOWN, uncovered == null ? "The coverage was not measured" : uncovered, List.of());
        } else {
            add("coverage", Status.PASSED, covered(coverage), List.of());
        }
    }

    private String covered(Coverage coverage) {
        return String.format(
                Locale.ROOT,
                "The tests execute %.1f %% of the lines; %.0f %% are asked for",
                coverage.percent(),
                config.coverageMin());
    }

    private void examined(Scores scores) {
        List<String> missing = scores.scores().stream()
                .filter(score -> score.notExamined() != null && !config.isOptional(score.name()))
                .map(score -> score.name().title() + ": " + score.notExamined())
                .toList();
        add(
                "examined",
                missing.isEmpty() ? Status.PASSED : Status.UNKNOWN,
                missing.isEmpty() ? "All that is not optional was examined" : String.join("; ", missing),
                List.of());
    }

    private void threshold(Scores scores) {
        Double overall = scores.overall();
        if (overall == null) {
            add("threshold", Status.UNKNOWN, "There is no overall score", List.of());
            return;
        }
        add(
                "threshold",
                overall >= config.threshold() ? Status.PASSED : Status.FAILED,
                String.format(
                        Locale.ROOT,
                        "The overall score is %.1f; %s is asked for",
                        overall,
                        Points.number(config.threshold())),
                List.of());
    }

    private void add(String name, Status status, String reason, List<String> evidence) {
        gates.add(new Gate(name, status, reason, evidence));
    }
}
