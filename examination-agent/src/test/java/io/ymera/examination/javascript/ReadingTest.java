package io.ymera.examination.javascript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.ymera.codebase.lab.MissingTool;
import io.ymera.examination.analysis.Analysis;
import io.ymera.examination.analysis.CodeUnit;
import io.ymera.examination.analysis.Facts;
import io.ymera.examination.report.Finding;
import java.nio.file.Path;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What ESLint and the reader of facts say of {@code js_lint}. */
@TestInstance(PER_CLASS)
class ReadingTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Lab lab;

    @BeforeAll
    void open() {
        lab = new Lab(folder);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    void eslint_finds_what_is_wrong_and_is_not_told_to_look_away() throws Exception {
        // Given
        Lab.assumePackages();

        // When
        Analysis analysis = new EsLintAnalyser(lab.node()).analyse(lab.project("/projects/js_lint"), lab.bench());

        // Then
        assertThat(analysis.findings())
                .extracting(Finding::path, Finding::line, Finding::rule, Finding::level, Finding::category)
                .contains(
                        Tuple.tuple("src/a.js", 9, "no-eval", Finding.Level.ERROR, "security"),
                        Tuple.tuple("src/a.js", 15, "no-undef", Finding.Level.ERROR, "bug"),
                        Tuple.tuple("src/a.js", 14, "no-var", Finding.Level.WARNING, "style"),
                        // Below a comment that turns all rules off
                        Tuple.tuple("src/a.js", 17, "no-debugger", Finding.Level.ERROR, "bug"),
                        Tuple.tuple("src/bad.js", 1, "parse-error", Finding.Level.ERROR, "bug"));
        assertThat(analysis.findings()).isSorted();
        assertThat(analysis.missing()).isEmpty();
        assertThat(analysis.plan()).singleElement().matches(step -> step.tool().equals("eslint"));
    }

    @Test
    void functions_are_read_with_complexity_and_documentation() throws Exception {
        // Given
        Lab.assumePackages();

        // When
        Facts facts = new JavaScriptFacts(lab.node()).read(lab.project("/projects/js_lint"), lab.bench());

        // Then
        assertThat(facts.units())
                .extracting(
                        CodeUnit::path,
                        CodeUnit::name,
                        CodeUnit::kind,
                        CodeUnit::complexity,
                        CodeUnit::exported,
                        CodeUnit::documented)
                .contains(
                        Tuple.tuple("src/a.js", "add", CodeUnit.Kind.FUNCTION, 7, true, true),
                        Tuple.tuple("src/a.js", "arrow", CodeUnit.Kind.FUNCTION, 1, true, false),
                        Tuple.tuple("src/a.js", "Shape", CodeUnit.Kind.TYPE, null, true, true),
                        Tuple.tuple("src/a.js", "Shape.area", CodeUnit.Kind.FUNCTION, 3, true, true),
                        Tuple.tuple("src/a.js", "Shape.#hidden", CodeUnit.Kind.FUNCTION, 2, false, false),
                        Tuple.tuple("src/b.cjs", "x", CodeUnit.Kind.FUNCTION, 1, true, true),
                        Tuple.tuple("src/t.ts", "over", CodeUnit.Kind.FUNCTION, 2, true, true),
                        Tuple.tuple("src/t.ts", "C.p", CodeUnit.Kind.FUNCTION, 1, false, false));
        assertThat(facts.notes()).anyMatch(note -> note.startsWith("src/bad.js can't be parsed"));
    }

    @Test
    void without_eslint_it_is_named() throws Exception {
        // When
        Analysis analysis =
                new EsLintAnalyser(lab.nodeWithoutPackages()).analyse(lab.project("/projects/js_lint"), lab.bench());

        // Then
        assertThat(analysis.findings()).isEmpty();
        assertThat(analysis.missing()).extracting(MissingTool::tool).containsExactly("eslint");
        assertThat(analysis.missing().getFirst().howToGet()).contains("TEST_NODE_MODULES");
    }
}
