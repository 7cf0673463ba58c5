package io.ymera.lab.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.ymera.lab.source.JavaParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredTestsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void methods_with_annotations_of_jupiter_are_tests_however_these_are_imported() throws Exception {
        assertEquals(List.of("p.A#imported", "p.A#qualified", "p.A#all"), tests("""
                        package p;
                        import org.junit.jupiter.api.Test;
                        import org.junit.jupiter.api.*;
                        class A {
                            @Test void imported() {}
                            @org.junit.jupiter.params.ParameterizedTest void qualified(int one) {}
                            @RepeatedTest(2) void all() {}
                            @Test static void of_the_class() {}
                            @Test private void hidden() {}
                            @Test int answers() { return 1; }
                            void none() {}
                        }
                        """));
    }

    @Test
    void annotations_of_the_projects_own_count_if_they_are_marked() throws Exception {
        assertEquals(List.of("p.A#fast"), tests("""
                        package p;
                        import org.junit.jupiter.api.Test;
                        @Test @interface Fast {}
                        @interface Slow {}
                        class A {
                            @Fast void fast() {}
                            @Slow void slow() {}
                        }
                        """));
    }

    @Test
    void classes_inherit_and_override() throws Exception {
        assertEquals(List.of("p.A#own", "p.A#inherited", "p.A#of_the_interface"), tests("""
                        package p;
                        import org.junit.jupiter.api.Test;
                        interface Contract { @Test default void of_the_interface() {} }
                        abstract class Base<T> {
                            @Test void inherited() {}
                            @Test void overridden() {}
                        }
                        class A extends Base<String> implements Contract {
                            @Test void own() {}
                            @Override void overridden() {}
                        }
                        """));
    }

    @Test
    void of_classes_in_classes_those_that_stand_alone_or_are_nested_are_run() throws Exception {
        assertEquals(List.of("p.A$Alone#one", "p.A$Inside#two", "p.A$Inside$Deep#three"), tests("""
                        package p;
                        import org.junit.jupiter.api.*;
                        class A {
                            static class Alone { @Test void one() {} }
                            @Nested class Inside { @Test void two() {} @Nested class Deep { @Test void three() {} } }
                            class Other { @Test void never() {} }
                        }
                        """));
    }

    @Test
    void older_junit_has_its_own_rules() throws Exception {
        assertEquals(List.of("p.Four#four", "p.Three#testThree"), tests("""
                        package p;
                        import org.junit.Test;
                        public class Four {
                            @Test public void four() {}
                            @Test void not_public() {}
                        }
                        class Three extends junit.framework.TestCase {
                            public void testThree() {}
                            public void helps() {}
                            @Test public void marked() {}
                        }
                        """));
    }

    private List<String> tests(String source) throws Exception {
        Path file = Files.writeString(folder.resolve("A.java"), source);
        ProjectTypes types = new ProjectTypes();
        TypeReader.read("A.java", new JavaParser().parse(file), types::add);
        DeclaredTests declared = new DeclaredTests(types);
        return types.all().stream()
                .flatMap(type -> declared.of(type).stream())
                .map(DeclaredTests.Declared::id)
                .toList();
    }
}
