package io.ymera.examination.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.codebase.CodeBases;
import io.ymera.codebase.SourceFile;
import io.ymera.codebase.sarif.SarifSchema;
import io.ymera.contracts.Json;
import io.ymera.examination.analysis.CodeUnit.Kind;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a request to the JSON of its result. */
@Timeout(120)
class HandlersTest {

    private static final List<SourceFile> FILES =
            List.of(new SourceFile("A.java", "class A { boolean f(String s) { return s == \"a\"; } }\n", "utf-8"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Reading code;

    private final CodeBases codeBases = new CodeBases(List.of());

    @BeforeEach
    void open() throws Exception {
        code = new Reading(folder);
    }

    @AfterEach
    void close() {
        code.close();
    }

    @Test
    void static_analysis_answers_with_a_valid_sarif_log_if_it_is_asked_for() throws Exception {
        // Given
        StaticAnalysis analysis = new StaticAnalysis(List.of(new Pmd(Reading.tools(), Reading.config())));
        AnalyseCode handler = new AnalyseCode(codeBases, analysis, code.sandbox(), Clock.systemUTC());

        // When
        JsonNode report = json(handler.handle(
                new StaticAnalysisRequest(FILES, null, true), code.bench().context()));

        // Then
        assertThat(report.at("/counts/rules/pmd~1UseEqualsToCompareStrings").asInt())
                .isEqualTo(1);
        assertThat(report.at("/findings/0/end_line").asInt()).isEqualTo(1);
        assertThat(report.at("/findings_left_out").asInt(-1)).isZero();
        assertThat(SarifSchema.problems(report.path("sarif"))).isEmpty();
        assertThat(report.at("/sarif/runs/0/results/0/level").asText()).isEqualTo("error");
    }

    @Test
    void complexity_and_documentation_answer_from_facts() throws Exception {
        // Given
        CodeFacts facts = new CodeFacts(List.of((project, bench) -> new Facts(
                List.of(),
                List.of(new CodeUnit(project.paths().getFirst(), "A.f", Kind.FUNCTION, 1, 1, 12, true, false)),
                List.of(),
                List.of())));
        MeasureComplexity complexity =
                new MeasureComplexity(codeBases, new ComplexityAnalysis(facts), code.sandbox(), Clock.systemUTC());
        MeasureDocumentation documentation = new MeasureDocumentation(
                codeBases, new DocumentationCoverage(facts), code.sandbox(), Clock.systemUTC());
        CodeRequest request = new CodeRequest(FILES, null);

        // When
        JsonNode complex = json(complexity.handle(request, code.bench().context()));
        JsonNode documented = json(documentation.handle(request, code.bench().context()));

        // Then
        assertThat(complex.at("/findings/0/rule").asText()).isEqualTo("cyclomatic-complexity");
        assertThat(complex.at("/distribution/2").toString()).isEqualTo("{\"from\":11,\"to\":20,\"functions\":1}");
        assertThat(documented.at("/percent").asDouble(-1)).isZero();
        assertThat(documented.at("/undocumented/0/path").asText()).isEqualTo("A.java");
    }

    @Test
    void duplication_uses_the_usual_length_unless_it_is_told_another() throws Exception {
        // Given
        FindDuplication handler = new FindDuplication(
                codeBases,
                new DuplicationAnalysis(Reading.tools(), Reading.config()),
                code.sandbox(),
                Clock.systemUTC());

        // When
        JsonNode report = json(handler.handle(
                Json.mapper()
                        .readValue(
                                "{\"files\":[{\"path\":\"A.java\",\"content\":\"class A { }\"}]}",
                                DuplicationRequest.class),
                code.bench().context()));

        // Then
        assertThat(report.at("/minimum_tokens").asInt()).isEqualTo(100);
        assertThat(report.at("/percent").asDouble(-1)).isZero();
    }

    private static JsonNode json(Object report) throws Exception {
        return Json.mapper().readTree(Json.mapper().writeValueAsBytes(report));
    }
}
