package io.ymera.examination.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ymera.codebase.lab.JavaTools;
import io.ymera.codebase.lab.LookedFor;
import io.ymera.examination.report.Finding;
import io.ymera.examination.report.Finding.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** PMD and Checkstyle, as the build provides them. */
@Timeout(180)
class JavaAnalysersTest {

    private static final String FAULTY = """
            package shop;

            import java.util.ArrayList;
            import java.util.List;

            class Cart {
                private int Total;

                boolean isBook(String kind) {
                    return kind == "book";
                }

                int price(int size) {
                    switch (size) {
                        case 1: return 2;
                    }
                    try {
                        return size / Total;
                    } catch (ArithmeticException e) {
                    }
                    List<String> spare = List.of();
                    return 0;
                }
            }
            """;

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
    void pmd_finds_known_mistakes_where_they_are() throws Exception {
        // Given
        code.with("src/main/java/shop/Cart.java", FAULTY);

        // When
        Analysis analysis = pmd().analyse(code.project(), code.bench());

        // Then
        assertThat(analysis.findings())
                .extracting(Finding::rule, Finding::path, Finding::line, Finding::level, Finding::category)
                .contains(
                        tuple("UseEqualsToCompareStrings", "src/main/java/shop/Cart.java", 10, Level.ERROR, "bug"),
                        tuple("EmptyCatchBlock", "src/main/java/shop/Cart.java", 19, Level.WARNING, "bug"),
                        tuple(
                                "UnusedLocalVariable",
                                "src/main/java/shop/Cart.java",
                                21,
                                Level.WARNING,
                                "maintainability"));
        assertThat(analysis.findings())
                .allSatisfy(finding -> assertThat(finding.help()).startsWith("https://"));
        assertThat(analysis.plan()).singleElement().satisfies(step -> {
            assertThat(step.tool()).isEqualTo("pmd");
            assertThat(step.version()).matches("\\d+\\.\\d+\\.\\d+");
            assertThat(step.why()).isEqualTo("1 Java file");
        });
        assertThat(analysis.missing()).isEmpty();
        assertThat(analysis.notes()).isEmpty();
    }

    @Test
    void checkstyle_finds_what_it_is_trusted_with() throws Exception {
        // Given
        code.with("src/main/java/shop/Cart.java", FAULTY);

        // When
        Analysis analysis = checkstyle().analyse(code.project(), code.bench());

        // Then
        assertThat(analysis.findings())
                .extracting(Finding::rule, Finding::line, Finding::level)
                .containsExactly(
                        tuple("UnusedImports", 3, Level.NOTE),
                        tuple("MemberName", 7, Level.NOTE),
                        tuple("MissingSwitchDefault", 14, Level.WARNING));
        assertThat(analysis.missing()).isEmpty();
    }

    @Test
    void good_code_has_no_findings() throws Exception {
        // Given
        code.with("Point.java", """
                package shapes;

                /** A point in the plane. */
                public record Point(double x, double y) {

                    /** How far it is from another one. */
                    public double distance(Point other) {
                        return Math.hypot(x - other.x, y - other.y);
                    }
                }
                """);

        // When
        List<Finding> findings = pmd().analyse(code.project(), code.bench()).findings();
        List<Finding> style = checkstyle().analyse(code.project(), code.bench()).findings();

        // Then
        assertThat(findings).isEmpty();
        assertThat(style).isEmpty();
    }

    @Test
    void hostile_files_are_named_and_keep_nothing_from_being_found() throws Exception {
        // Given
        code.with("Deep.java", "class Deep { int x = " + "(".repeat(10_000) + "1" + ")".repeat(10_000) + "; }");
        code.with("Large.java", "class Large { String s = \"" + "x".repeat(10_000_000) + "\"; }");
        code.with("Bytes.java", new byte[] {'c', 'l', 'a', 's', 's', ' ', (byte) 0xff, (byte) 0xfe, 0, '{', '}'});
        code.with("Wrong.java", "class Wrong { void f( { }");
        code.with("a , b/--help.java", "class Help { boolean f(String s) { return s == \"x\"; } }");
        code.with("Cart.java", FAULTY);

        // When
        Analysis analysis = pmd().analyse(code.project(), code.bench());
        Analysis style = checkstyle().analyse(code.project(), code.bench());

        // Then
        assertThat(analysis.findings())
                .extracting(Finding::path, Finding::rule)
                .contains(
                        tuple("Wrong.java", "ParseException"),
                        tuple("Bytes.java", "ParseException"),
                        tuple("a , b/--help.java", "UseEqualsToCompareStrings"),
                        tuple("Cart.java", "UseEqualsToCompareStrings"));
        assertThat(analysis.notes())
                .anySatisfy(note -> assertThat(note).contains("Deep.java", "nested too deeply"))
                .anySatisfy(note -> assertThat(note).contains("Large.java", "too large"));
        assertThat(style.findings()).extracting(Finding::path).contains("Cart.java");
        assertThat(style.notes())
                .anySatisfy(note -> assertThat(note).contains("Wrong.java", "can't be parsed"))
                .anySatisfy(note -> assertThat(note).contains("Large.java", "too large"));
    }

    @Test
    void a_tool_without_time_is_missing_not_silent() throws Exception {
        // Given
        code.with("Cart.java", FAULTY);
        AnalysisConfig hasty = new Reading.Config(Duration.ofMillis(20), Duration.ofSeconds(1), 1024, 32, 1024);

        // When
        Analysis analysis = new Pmd(Reading.tools(), hasty).analyse(code.project(), code.bench());

        // Then
        assertThat(analysis.findings()).isEmpty();
        assertThat(analysis.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.tool()).isEqualTo("pmd");
            assertThat(missing.neededFor()).contains("1 of 1 file: Cart.java");
        });
    }

    @Test
    void without_the_tool_it_says_how_to_get_it() throws Exception {
        // Given
        code.with("Cart.java", FAULTY);
        JavaTools none = new JavaTools(new LookedFor(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));

        // When
        Analysis analysis = new Checkstyle(none, Reading.config()).analyse(code.project(), code.bench());

        // Then
        assertThat(analysis.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.tool()).isEqualTo("checkstyle");
            assertThat(missing.howToGet()).contains("TOOLS_HOME");
        });
    }

    @Test
    void code_of_other_languages_is_passed_over() throws Exception {
        // Given
        code.with("a.py", "x = 1\n");

        // When
        Analysis analysis = pmd().analyse(code.project(), code.bench());

        // Then
        assertThat(analysis).isEqualTo(Analysis.NOTHING);
    }

    private static Pmd pmd() {
        return new Pmd(Reading.tools(), Reading.config());
    }

    private static Checkstyle checkstyle() {
        return new Checkstyle(Reading.tools(), Reading.config());
    }
}
