package io.ymera.examination.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.examination.analysis.DuplicateBlock.Place;
import io.ymera.examination.source.Language;
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
                .extracting(block -> block.places().getFirst().path())
                .contains("a.py", "control.py");
    }
}
