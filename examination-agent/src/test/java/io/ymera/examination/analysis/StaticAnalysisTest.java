package io.ymera.examination.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.contracts.Json;
import io.ymera.examination.report.Finding;
import io.ymera.examination.report.Finding.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class StaticAnalysisTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Reading code;

    @BeforeEach
    void open() throws Exception {
        code = new Reading(folder);
    }

    @AfterEach
    void close() {
        code.close();
    }

    @Test
    void joins_what_all_analysers_say_in_one_order() throws Exception {
        // Given
        Analyser first = says(finding("b.py", 2, Level.NOTE), finding("a.py", 1, Level.ERROR));
        Analyser second = says(finding("a.py", 1, Level.ERROR), finding("a.py", 3, Level.WARNING));

        // When
        StaticAnalysisReport report =
                new StaticAnalysis(List.of(first, second)).examine(code.project(), code.bench(), false);

        // Then
        assertThat(report.findings())
                .extracting(finding -> finding.path() + ":" + finding.line())
                .containsExactly("a.py:1", "a.py:3", "b.py:2");
        assertThat(report.counts().total()).isEqualTo(3);
        assertThat(report.counts().levels()).isEqualTo(Map.of("error", 1, "warning", 1, "note", 1));
        assertThat(report.counts().rules()).isEqualTo(Map.of("tool/R1", 3));
        assertThat(report.sarif()).isNull();
        assertThat(report.engine()).isEqualTo("builtin");
    }

    @Test
    void an_analyser_that_breaks_is_missing_not_silent() throws Exception {
        // Given
        Analyser broken = (project, bench) -> {
            throw TaskFailedException.permanent("broken", "it met something odd");
        };

        // When
        StaticAnalysisReport report = new StaticAnalysis(List.of(broken)).examine(code.project(), code.bench(), true);

        // Then
        assertThat(report.missing())
                .singleElement()
                .extracting(MissingTool::howToGet)
                .asString()
                .contains("something odd");
        assertThat(Json.mapper().writeValueAsString(report.sarif())).contains("\"executionSuccessful\":false");
    }

    @Test
    void a_sandbox_that_is_out_of_reach_fails_the_attempt_so_that_there_is_another() {
        // Given
        Analyser unlucky = (project, bench) -> {
            throw TaskFailedException.retryable("sandbox_unavailable", "not now");
        };

        // When
        assertThatThrownBy(() -> new StaticAnalysis(List.of(unlucky)).examine(code.project(), code.bench(), false))

                // Then
                .isInstanceOf(TaskFailedException.class);
    }

    @Test
    void a_report_stays_small_and_keeps_the_worst() throws Exception {
        // Given
        Analyser loud = says(IntStream.range(0, 50_000)
                .mapToObj(i -> finding("a.py", i + 1, i % 100 == 99 ? Level.ERROR : Level.NOTE))
                .toArray(Finding[]::new));

        // When
        StaticAnalysisReport report = new StaticAnalysis(List.of(loud)).examine(code.project(), code.bench(), true);

        // Then
        assertThat(report.counts().total()).isEqualTo(50_000);
        assertThat(report.counts().levels()).containsEntry("error", 500).containsEntry("note", 49_500);
        assertThat(report.findings())
                .filteredOn(finding -> finding.level() == Level.ERROR)
                .hasSize(500);
        assertThat(report.findings().size() + report.findingsLeftOut()).isEqualTo(50_000);
        assertThat(Json.mapper().writeValueAsBytes(report).length).isLessThan(7 << 20);
    }

    @Test
    void says_the_same_each_time() throws Exception {
        // Given
        for (int i = 0; i < 10; i++) {
            code.with("p%d/C%d.java".formatted(i, i), """
                    package p%d;
                    import java.util.*;
                    class C%d {
                        int f(String s, int[] a) {
                            if (s == "x") {}
                            for (int j = 0; j < 3; j++) { j++; }
                            try { return a[0]; } catch (Exception e) {}
                            return 0;
                        }
                    }
                    """.formatted(i, i));
        }
        StaticAnalysis analysis = new StaticAnalysis(
                List.of(new Pmd(Reading.tools(), Reading.config()), new Checkstyle(Reading.tools(), Reading.config())));

        // When
        String first = Json.mapper().writeValueAsString(analysis.examine(code.project(), code.bench(), true));
        String second = Json.mapper().writeValueAsString(analysis.examine(code.project(), code.bench(), true));

        // Then
        assertThat(first).isEqualTo(second).contains("UseEqualsToCompareStrings", "AvoidStarImport");
    }

    @Test
    void complexity_is_counted_over_all_functions() throws Exception {
        // Given
        FactsReader reader = (project, bench) -> new Facts(
                List.of(),
                List.of(unit("a", 1), unit("b", 5), unit("c", 6), unit("d", 11), unit("e", 40)),
                List.of(),
                List.of());

        // When
        ComplexityReport report =
                new ComplexityAnalysis(new CodeFacts(List.of(reader))).examine(code.project(), code.bench());

        // Then
        assertThat(report.functions()).isEqualTo(5);
        assertThat(report.maximum()).isEqualTo(40);
        assertThat(report.mean()).isEqualTo(12.6);
        assertThat(report.distribution())
                .extracting(ComplexityReport.Range::functions)
                .containsExactly(2, 1, 1, 1);
        assertThat(report.findings())
                .extracting(finding -> finding.message().charAt(0) + " " + finding.level())
                .containsExactly("d warning", "e error");
        assertThat(report.values()).extracting(ComplexityReport.Value::name).containsExactly("e", "d", "c", "b", "a");
    }

    @Test
    void documentation_is_asked_of_what_is_exported() throws Exception {
        // Given
        FactsReader reader = (project, bench) -> new Facts(
                List.of(),
                List.of(
                        new CodeUnit("m.py", "m", CodeUnit.Kind.MODULE, 1, 9, null, true, true),
                        new CodeUnit("m.py", "f", CodeUnit.Kind.FUNCTION, 2, 3, 1, true, false),
                        new CodeUnit("m.py", "g", CodeUnit.Kind.FUNCTION, 4, 5, 1, true, true),
                        new CodeUnit("m.py", "_h", CodeUnit.Kind.FUNCTION, 6, 7, 1, false, false)),
                List.of(),
                List.of());

        // When
        DocumentationReport report =
                new DocumentationCoverage(new CodeFacts(List.of(reader))).examine(code.project(), code.bench());

        // Then
        assertThat(report.total()).isEqualTo(3);
        assertThat(report.documented()).isEqualTo(2);
        assertThat(report.percent()).isEqualTo(66.67);
        assertThat(report.undocumented())
                .containsExactly(new DocumentationReport.Undocumented(CodeUnit.Kind.FUNCTION, "f", "m.py", 2));
        assertThat(report.kinds())
                .extracting(
                        share -> share.kind() + " " + share.documented() + "/" + share.total() + " " + share.percent())
                .containsExactly("module 1/1 100.0", "type 0/0 null", "function 1/2 50.0");
    }

    @Test
    void without_anything_to_measure_there_is_no_number() throws Exception {
        // Given
        CodeFacts nothing = new CodeFacts(List.of());

        // When
        ComplexityReport complexity = new ComplexityAnalysis(nothing).examine(code.project(), code.bench());
        DocumentationReport documentation = new DocumentationCoverage(nothing).examine(code.project(), code.bench());

        // Then
        assertThat(complexity.mean()).isNull();
        assertThat(complexity.maximum()).isNull();
        assertThat(documentation.percent()).isNull();
    }

    private static Analyser says(Finding... findings) {
        return (project, bench) -> new Analysis(List.of(), List.of(findings), List.of(), List.of());
    }

    private static Finding finding(String path, int line, Level level) {
        return new Finding("tool", "R1", level, "bug", "wrong", path, line, null, null, null);
    }

    private static CodeUnit unit(String name, int complexity) {
        return new CodeUnit("m.py", name, CodeUnit.Kind.FUNCTION, 1, 2, complexity, true, true);
    }
}
