package io.ymera.examination.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.SourceLines;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.examination.analysis.CodeUnit;
import io.ymera.examination.analysis.ComplexityReport;
import io.ymera.examination.analysis.DocumentationReport.Undocumented;
import io.ymera.examination.analysis.DuplicateBlock;
import io.ymera.examination.benchmark.BenchmarkReport;
import io.ymera.examination.benchmark.BenchmarkRun;
import io.ymera.examination.benchmark.Comparison;
import io.ymera.examination.benchmark.Machine;
import io.ymera.examination.lab.Incident;
import io.ymera.examination.report.Finding;
import io.ymera.examination.report.Finding.Level;
import io.ymera.examination.testing.Build;
import io.ymera.examination.testing.CoverageReport;
import io.ymera.examination.testing.CoverageReport.FileCoverage;
import io.ymera.examination.testing.FlakyTest;
import io.ymera.examination.testing.NotRun;
import io.ymera.examination.testing.Outcome;
import io.ymera.examination.testing.TestReport;
import io.ymera.examination.testing.TestRun;
import io.ymera.examination.testing.TestSuite;
import io.ymera.examination.testing.Totals;
import io.ymera.examination.testing.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {

    private static final Pattern ELEMENT = Pattern.compile("<(/?[a-zA-Z!][^\\s>]*)([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)=\"[^\"<>]*\"");
    private static final Set<String> ATTRIBUTES = Set.of(
            "lang",
            "charset",
            "http-equiv",
            "content",
            "name",
            "class",
            "id",
            "href",
            "viewBox",
            "role",
            "aria-label",
            "aria-hidden",
            "width",
            "height",
            "cx",
            "cy",
            "r",
            "transform",
            "stroke-dasharray",
            "x",
            "y",
            "points",
            "preserveAspectRatio",
            "open");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    static Stream<String> hostile() {
        try (var stream = Objects.requireNonNull(HtmlReportTest.class.getResourceAsStream("/hostile/xss.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothing_that_code_under_test_says_becomes_part_of_the_page(String hostile) throws IOException {
        // Given
        String harmless = page("harmless");

        // When
        String page = page(hostile);

        // Then: the same elements, with the same attributes, in the same order
        assertThat(skeleton(page)).isEqualTo(skeleton(harmless));
    }

    @Test
    void the_page_needs_nothing_from_elsewhere_and_runs_nothing() throws IOException {
        // When
        String page = page("harmless");

        // Then
        assertThat(page).contains("default-src 'none'; style-src 'sha256-".replace("'", "&#39;"));
        assertThat(page)
                .doesNotContain("<script", "<link", "<img", "<iframe", "@import", "url(", "http://", "https://");
        Set<String> attributes = new TreeSet<>();
        ELEMENT.matcher(page)
                .results()
                .flatMap(element -> ATTRIBUTE.matcher(element.group(2)).results())
                .forEach(attribute -> attributes.add(attribute.group(1)));
        assertThat(ATTRIBUTES).containsAll(attributes);
        assertThat(ELEMENT.matcher(page).results().filter(element -> element.group(2)
                        .contains("href=")))
                .isNotEmpty()
                .allSatisfy(element -> assertThat(element.group(2)).contains("href=\"#"));
    }

    @Test
    void shows_the_lines_at_fault_with_some_around_them() throws IOException {
        // When
        String page = page("harmless");

        // Then
        assertThat(page)
                .contains("<div class=\"\"><span class=\"n\">2</span><span class=\"c\">line 2</span></div>"
                        + "<div class=\"\"><span class=\"n\">3</span><span class=\"c\">line 3</span></div>"
                        + "<div class=\"at bad\"><span class=\"n\">4</span><span class=\"c\">harmless</span></div>");
    }

    @Test
    void the_same_examination_makes_the_same_page() throws IOException {
        assertThat(page("x")).isEqualTo(page("x"));
    }

    @Test
    void a_very_long_examination_makes_a_page_that_can_still_be_sent() throws IOException {
        // Given
        String text = "x".repeat(16_000);

        // When
        String page = HtmlReport.of(examination("x", text, 5000), lines("x"));

        // Then
        assertThat(page.length()).isLessThan(4_000_000);
        assertThat(page).contains("and 4,900 more tests that did not pass");
    }

    private static List<String> skeleton(String page) {
        return ELEMENT.matcher(page)
                .results()
                .map(element -> element.group(1)
                        + ATTRIBUTE
                                .matcher(element.group(2))
                                .results()
                                .map((MatchResult attribute) -> attribute.group(1))
                                .collect(Collectors.joining(",", "[", "]")))
                .toList();
    }

    private String page(String said) throws IOException {
        return HtmlReport.of(examination(said, said, 1), lines(said));
    }

    private SourceLines lines(String said) throws IOException {
        Files.writeString(folder.resolve("a.py"), "line 1\nline 2\nline 3\n" + said + "\nline 5\nline 6\n");
        return new SourceLines(new Project(folder, List.of("a.py")));
    }

    /** One in which everything is there, and says the same thing. */
    static Examination examination(String said, String failure, int failures) {
        Totals totals = new Totals(failures, 0, failures, 0, 0, 0, 0, 1.5);
        TestReport tests = new TestReport(
                "builtin",
                Verdict.FAILED,
                said,
                List.of(),
                List.of(new TestSuite(Language.PYTHON, said, said, new Build(false, said), Verdict.FAILED, totals)),
                totals,
                Collections.nCopies(failures, new TestRun(said, Outcome.FAILED, 1.5, failure)),
                List.of(new NotRun(said, said, 3, said)),
                List.of(new FlakyTest(said, Outcome.ERROR, 2)),
                List.of(),
                List.of(),
                List.of(),
                null);
        CoverageReport coverage =
                new CoverageReport("builtin", 10, 5, 50, List.of(new FileCoverage(said, 10, 5, 50, said)), List.of());
        BenchmarkReport benchmarks = new BenchmarkReport(
                "builtin",
                new Machine(2, said, List.of(said)),
                List.of(),
                List.of(new BenchmarkRun(said, null, said, Comparison.UNKNOWN, 1.0, 0.5)),
                List.of(),
                0.1,
                List.of(),
                List.of());
        Score score = new Score(
                ScoreName.CODE,
                50.0,
                0.5,
                0.5,
                List.of(new Deduction(ScoreName.CODE, 5, said, List.of("test:" + said))),
                said);
        return new Examination(
                said,
                Map.of(Language.PYTHON, 3),
                1000,
                QualityVerdict.FAILED,
                new Scores(50.0, List.of(score)),
                List.of(new Gate("tests", Gate.Status.FAILED, said, List.of(said))),
                List.of(new Trend("overall", List.of(40.0, 50.0), 10.0)),
                85,
                80,
                tests,
                coverage,
                List.of(
                        new Finding(said, said, Level.ERROR, said, said, "a.py", 4, 1, 4, said),
                        new Finding(said, said, Level.NOTE, said, said, "z" + said, 4, null, null, said)),
                List.of(new ComplexityReport.Value(said, said, 1, 5, 30)),
                List.of(new DuplicateBlock(
                        Language.PYTHON,
                        100,
                        2,
                        List.of(new DuplicateBlock.Place("a.py", 1, 2), new DuplicateBlock.Place(said, 5, 6)),
                        0)),
                List.of(new Undocumented(CodeUnit.Kind.FUNCTION, said, said, 1)),
                benchmarks,
                List.of(new MissingTool(said, said, said)),
                List.of(new Incident(Incident.Kind.FORGED_REPORT, said, said)),
                List.of(new PlanStep(said, said, said, said)),
                List.of(said));
    }
}
