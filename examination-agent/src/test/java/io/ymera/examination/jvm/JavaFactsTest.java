package io.ymera.examination.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.codebase.lab.LookedFor;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.examination.analysis.CodeUnit;
import io.ymera.examination.analysis.Facts;
import io.ymera.examination.analysis.Reading;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class JavaFactsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Reading reading;

    @BeforeEach
    void open() throws Exception {
        reading = new Reading(folder);
    }

    @AfterEach
    void close() {
        reading.close();
    }

    @Test
    void tells_of_types_and_functions_where_they_are_and_who_sees_them() throws Exception {
        // Given
        reading.with("Shop.java", """
                package acme;

                /** Sells. */
                public class Shop {

                    /** Opens. */
                    public Shop() {}

                    public int price(int count) {
                        return count > 10 ? 9 : 10;
                    }

                    @Override
                    public String toString() {
                        return "shop";
                    }

                    private void count() {
                        Runnable later = new Runnable() {
                            public void run() {
                                if (price(1) > 0 && price(2) > 0) {}
                            }
                        };
                    }

                    interface Hidden {
                        void any();
                    }
                }

                /** Has a sum. */
                record Line(int sum) {
                    Line {
                        if (sum < 0) {
                            throw new IllegalArgumentException();
                        }
                    }
                }
                """);

        // When
        Facts facts = read();

        // Then
        assertThat(described(facts))
                .containsExactly(
                        Map.entry("Shop", "type 4-29 exported documented"),
                        Map.entry("Shop.Shop", "function 7-7 of 1 exported documented"),
                        Map.entry("Shop.price", "function 9-11 of 2 exported"),
                        Map.entry("Shop.toString", "function 14-16 of 1 exported documented"),
                        Map.entry("Shop.count", "function 18-24 of 1"),
                        Map.entry("Shop.count.anonymous:19.run", "function 20-22 of 3"),
                        Map.entry("Shop.Hidden", "type 26-28"),
                        Map.entry("Shop.Hidden.any", "function 27-27 of 1"),
                        Map.entry("Line", "type 32-38 documented"),
                        Map.entry("Line.Line", "function 33-37 of 2 documented"));
        assertThat(facts.notes()).isEmpty();
        assertThat(facts.missing()).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_parsed_is_named_and_the_others_are_read() throws Exception {
        // Given
        reading.with("A.java", "class A { void a() {} }")
                .with("Broken.java", "class Broken { void b( }")
                .with("Bytes.java", new byte[] {(byte) 0xff, 0, (byte) 0xfe, 'c'})
                .with("Empty.java", "")
                .with("Deep.java", "class Deep { int x = " + "(".repeat(200_000) + "1" + ")".repeat(200_000) + "; }")
                .with("Nested.java", "class N {".repeat(20_000) + "}".repeat(20_000))
                .with("Sum.java", "class Sum { String s = \"\"" + " + \"a\"".repeat(50_000) + "; void s() {} }")
                .with("Z.java", "class Z { void z() {} }");

        // When
        Facts facts = read();

        // Then
        assertThat(described(facts)).containsKeys("A.a", "Z.z").doesNotContainKey("Broken.b");
        assertThat(facts.notes())
                .anySatisfy(note -> assertThat(note).startsWith("Broken.java can't be parsed: line 1"));
        assertThat(facts.notes()).anySatisfy(note -> assertThat(note).startsWith("Bytes.java can't be "));
    }

    @Test
    void names_and_escapes_that_look_like_the_readers_own_are_read_as_they_are() throws Exception {
        // Given
        reading.with("A.java", "\\u005c\\u0022 class A { void a() { int \\ud83d = 1; } }")
                .with("B.java", "class B { /** {@code */ void b() {} }")
                .with("{\"files\": 1}.java", "class C {}");

        // When
        Facts facts = read();

        // Then
        assertThat(described(facts)).containsKeys("B.b", "C");
        assertThat(facts.notes()).hasSize(1);
    }

    @Test
    void without_its_program_nothing_is_read_and_that_is_said() throws Exception {
        // Given
        reading.with("A.java", "class A {}");
        LookedFor nothing = new LookedFor(
                Optional.of(folder),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        // When
        Facts facts = new JavaFacts(nothing).read(reading.project(), reading.bench());

        // Then
        assertThat(facts.units()).isEmpty();
        assertThat(facts.missing()).extracting(MissingTool::tool).containsExactly("lab");
    }

    private Facts read() throws Exception {
        return new JavaFacts(new LookedFor()).read(reading.project(), reading.bench());
    }

    private static Map<String, String> described(Facts facts) {
        Map<String, String> units = new LinkedHashMap<>();
        for (CodeUnit unit : facts.units()) {
            units.put(
                    unit.name(),
                    unit.kind() + " " + unit.line() + "-" + unit.endLine()
                            + (unit.complexity() == null ? "" : " of " + unit.complexity())
                            + (unit.exported() ? " exported" : "")
                            + (unit.documented() ? " documented" : ""));
        }
        return units;
    }
}
