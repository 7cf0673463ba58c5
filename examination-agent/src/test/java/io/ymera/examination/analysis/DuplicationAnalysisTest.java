package io.ymera.examination.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.codebase.Language;
import io.ymera.contracts.Json;
import io.ymera.examination.analysis.DuplicateBlock.Place;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class DuplicationAnalysisTest {

    /** Ten lines, each of them another, about ten tokens long. */
    private static final String BODY = IntStream.range(0, 10)
            .mapToObj(i -> "    v%d = compute(v%d, first, %d);\n".formatted(i + 1, i, i * 7))
            .collect(Collectors.joining());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Reading code;

    private final DuplicationAnalysis analysis = new DuplicationAnalysis(Reading.tools(), Reading.config());

    @BeforeEach
    void open() throws Exception {
        code = new Reading(folder);
    }

    @AfterEach
    void close() {
        code.close();
    }

    @Test
    void finds_copies_in_each_language_and_counts_their_lines_once() throws Exception {
        // Given: in Java three times, so that lines belong to several pairs
        code.with("A.java", "class A { void f() {\n" + BODY + "} }\n");
        code.with("B.java", "class B { int other; void g() {\n" + BODY + "} }\n");
        code.with("C.java", "class C { String other; void h(int x) {\n" + BODY + "} }\n");
        code.with("a.js", "function a() {\n" + BODY + "}\n");
        code.with("b.mjs", "export function b(x) {\n" + BODY + "}\n");
        code.with("a.ts", "function a(x: number) {\n" + BODY + "}\n");
        code.with("b.tsx", "export function b(s: string) {\n" + BODY + "}\n");
        code.with("a.py", "def a():\n" + BODY.replace(";", ""));
        code.with("b.py", "def b(x, y):\n" + BODY.replace(";", ""));

        // When
        DuplicationReport report = analysis.examine(code.project(), code.bench(), 60);

        // Then
        assertThat(report.missing()).isEmpty();
        assertThat(report.notes()).isEmpty();
        assertThat(report.blocks())
                .filteredOn(block -> block.language() == Language.JAVA)
                .flatExtracting(DuplicateBlock::places)
                .extracting(Place::path)
                .contains("A.java", "B.java", "C.java");
        assertThat(report.blocks())
                .extracting(block ->
                        block.places().stream().map(Place::path).toList().toString())
                .contains("[a.js, b.mjs]", "[a.ts, b.tsx]", "[a.py, b.py]");
        assertThat(report.languages())
                .extracting(DuplicationReport.Share::language)
                .containsExactly(Language.PYTHON, Language.JAVA, Language.JAVASCRIPT);
        DuplicationReport.Share java = report.languages().get(1);
        assertThat(java.files()).isEqualTo(3);
        assertThat(java.lines()).isEqualTo(36);
        assertThat(java.duplicatedLines()).isBetween(30, 36);
        assertThat(java.percent()).isBetween(83.0, 100.0);
        assertThat(report.percent()).isBetween(80.0, 100.0);
    }

    @Test
    void code_that_is_there_once_is_no_duplicate() throws Exception {
        // Given
        code.with("A.java", "class A { void f() {\n" + BODY + "} }\n");
        code.with("ATest.java", "class ATest { void f() {\n" + BODY + "} }\n");

        // When
        DuplicationReport report = analysis.examine(code.project(), code.bench(), 60);

        // Then
        assertThat(report.blocks()).isEmpty();
        assertThat(report.percent()).isZero();
    }

    @Test
    void says_the_same_each_time() throws Exception {
        // Given
        for (int i = 0; i < 8; i++) {
            code.with("p%d/m%d.py".formatted(i, i), "def f%d():\n".formatted(i) + BODY.replace(";", ""));
        }

        // When
        String first = Json.mapper().writeValueAsString(analysis.examine(code.project(), code.bench(), 50));
        String second = Json.mapper().writeValueAsString(analysis.examine(code.project(), code.bench(), 50));

        // Then
        assertThat(first).isEqualTo(second);
    }

    @Test
    void hostile_files_are_named_and_keep_nothing_from_being_compared() throws Exception {
        // Given
        String control = BODY.replace(";", "").replace("first", "'\u0001\u000b]]>'");
        code.with("table.py", "x = [" + "1, ".repeat(100_000) + "]\n");
        code.with("large.py", "x = '" + "y".repeat(2_000_000) + "'\n");
        code.with("bytes.py", new byte[] {'"', (byte) 0xff, 0, 1, 2, '\n'});
        code.with("control.py", "def c():\n" + control);
        code.with("control2.py", "def d(x):\n" + control);
        code.with("a.py", "def a():\n" + BODY.replace(";", ""));
        code.with("b.py", "def b(x, y):\n" + BODY.replace(";", ""));

        // When
        DuplicationReport report = analysis.examine(code.project(), code.bench(), 60);

        // Then
        assertThat(report.missing()).isEmpty();
        assertThat(report.notes())
                .anySatisfy(note -> assertThat(note).contains("table.py", "over and over"))
                .anySatisfy(note -> assertThat(note).contains("large.py", "too large"));
        assertThat(report.blocks())
                .extracting(block -> block.places().getFirst().path())
                .contains("a.py", "control.py");
    }
}
