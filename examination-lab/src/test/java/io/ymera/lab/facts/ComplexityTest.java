package io.ymera.lab.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplexityTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | return;
            1 | int x = 1 & 2 | 4; boolean b = !(true ^ false);
            2 | if (x > 0) { y(); }
            2 | if (x > 0) { y(); } else { z(); }
            3 | if (x > 0) { y(); } else if (x < 0) { z(); }
            4 | if (x > 0 && x < 9 || x == 20) { y(); }
            2 | for (int i = 0; i < 3; i++) { y(); }
            2 | for (String s : all) { y(); }
            2 | while (x > 0) { x--; }
            2 | do { x--; } while (x > 0);
            3 | int y = x > 0 ? 1 : x < 0 ? 2 : 3;
            3 | try { y(); } catch (RuntimeException e) { z(); } catch (Error e) { z(); } finally { z(); }
            1 | try (var r = r()) { y(); } finally { z(); }
            3 | switch (x) { case 1: y(); break; case 2: z(); break; default: break; }
            3 | int y = switch (x) { case 1 -> 1; case 2, 3 -> 2; default -> 3; };
            4 | switch (o) { case String s when s.isEmpty() -> y(); case Integer i -> z(); default -> z(); }
            2 | switch (x) { case 1 -> y(); case null, default -> z(); }
            2 | Runnable r = () -> { if (x > 0) { y(); } };
            1 | new Object() { void q() { if (x > 0) { y(); } } };
            1 | class Local { void q() { if (x > 0) { y(); } } }
            1 | throw new Error(); // if (x) {} && ||
            1 | String s = "if (x) && ||"; assert x > 0;
            2 | outer: while (true) { continue outer; }
            """)
    void counts_each_way_through_a_method(int expected, String body) {
        assertThat(complexity("class A { void m(int x) { " + body + " } }", "A.m"))
                .isEqualTo(expected);
    }

    @Test
    void what_is_in_a_class_in_a_method_belongs_to_its_own_methods() {
        // Given
        String code = "class A { void m() { new Object() { void q(int x) { if (x > 0) {} } }; } }";

        // When
        int inner = complexity(code, "A.m.anonymous:1.q");

        // Then
        assertThat(inner).isEqualTo(2);
    }

    @Test
    void what_has_no_body_has_one_way() {
        assertThat(complexity("interface A { void m(int x); }", "A.m")).isEqualTo(1);
    }

    private static int complexity(String code, String name) {
        return units(code).stream()
                .filter(unit -> name.equals(unit.get("name")))
                .map(unit -> (Integer) Objects.requireNonNull(unit.get("complexity")))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, @Nullable Object>> units(String code) {
        JavaFileObject source = new SimpleJavaFileObject(URI.create("string:///A.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }
        };
        List<Map<String, @Nullable Object>> units = new ArrayList<>();
        try {
            JavacTask task = (JavacTask)
                    ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of(), null, List.of(source));
            for (CompilationUnitTree file : task.parse()) {
                new Units("A.java", file, DocTrees.instance(task), units::add).scan(file, Units.Scope.FILE);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return units;
    }
}
