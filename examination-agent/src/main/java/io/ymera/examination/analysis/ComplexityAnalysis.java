package io.ymera.examination.analysis;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.Bounded;
import io.ymera.codebase.lab.Workbench;
import io.ymera.examination.analysis.ComplexityReport.Range;
import io.ymera.examination.analysis.ComplexityReport.Value;
import io.ymera.examination.report.Finding;
import io.ymera.examination.report.Finding.Level;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How complex functions are, from what {@link CodeFacts} reads. */
@Singleton
public class ComplexityAnalysis {

    /** Above it, McCabe asks for a function to be divided. */
    public static final int COMPLEX = 10;
    /** Above it, hardly anybody can test all ways through a function. */
    public static final int VERY_COMPLEX = 20;

    private static final int MOST = 10_000;
    private static final int MOST_FINDINGS = 2_000;
    private static final int MOST_BYTES = 2 << 20;
    private static final int MOST_NOTES = 50;

    private final CodeFacts facts;

    /** On these. */
    public ComplexityAnalysis(CodeFacts facts) {
        this.facts = facts;
    }

    /** Reads the code and reports. */
    public ComplexityReport examine(Project project, Workbench bench) throws TaskFailedException, InterruptedException {
        return report(facts.read(project, bench));
    }

    /** From facts that were read already. */
    public ComplexityReport report(Facts read) {
        List<Value> values = read.units().stream()
                .filter(unit -> unit.complexity() != null)
                .map(ComplexityAnalysis::value)
                .sorted(Comparator.comparingInt(Value::complexity)
                        .reversed()
                        .thenComparing(Value::path)
                        .thenComparingInt(Value::line)
                        .thenComparing(Value::name))
                .toList();
        List<Finding> findings = values.stream()
                .filter(value -> value.complexity() > COMPLEX)
                .map(ComplexityAnalysis::finding)
                .toList();
        List<Value> listed = Bounded.list(values, MOST, MOST_BYTES);
        List<Finding> listedFindings = Bounded.list(findings, MOST_FINDINGS, MOST_BYTES);
        return new ComplexityReport(
                StaticAnalysisReport.BUILTIN,
                values.size(),
                values.isEmpty() ? null : values.getFirst().complexity(),
                values.isEmpty() ? null : mean(values),
                List.of(
                        range(1, 5, values),
                        range(6, COMPLEX, values),
                        range(COMPLEX + 1, VERY_COMPLEX, values),
                        range(VERY_COMPLEX + 1, null, values)),
                listedFindings.stream().sorted().toList(),
                findings.size() - listedFindings.size(),
                listed,
                values.size() - listed.size(),
                read.plan(),
                read.missing(),
                Bounded.notes(read.notes(), MOST_NOTES));
    }

    private static Value value(CodeUnit unit) {
        int complexity = unit.complexity() == null ? 1 : unit.complexity();
        return new Value(unit.path(), unit.name(), unit.line(), unit.endLine(), complexity);
    }

    private static double mean(List<Value> values) {
        double sum = values.stream().mapToLong(Value::complexity).sum();
        return Math.round(100 * sum / values.size()) / 100.0;
    }

    private static Range range(int from, @Nullable Integer to, List<Value> values) {
        long count = values.stream()
                .filter(value -> value.complexity() >= from && (to == null || value.complexity() <= to))
                .count();
        return new Range(from, to, Math.toIntExact(count));
    }

    private static Finding finding(Value value) {
        boolean very = value.complexity() > VERY_COMPLEX;
        return new Finding(
                "complexity",
                "cyclomatic-complexity",
                very ? Level.ERROR : Level.WARNING,
                "maintainability",
                "%s has a cyclomatic complexity of %d; above %d, divide it"
                        .formatted(value.name(), value.complexity(), COMPLEX),
                value.path(),
                value.line(),
                null,
                value.endLine(),
                null);
    }
}
