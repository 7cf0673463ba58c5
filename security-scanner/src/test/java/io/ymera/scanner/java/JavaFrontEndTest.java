package io.ymera.scanner.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Names;
import io.ymera.scanner.ir.Unit;
import io.ymera.scanner.source.SourceFile;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaFrontEndTest {

    private static final Names NOTHING = names(Set.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x = a + "b" + 'c' + 1;                 | x = (a + 'b' + 'c' + 1);
            x = "a\\n\\u0041\\101\\"";             | `x = 'a\nAA"';`
            x += 0xFFFFFFFF;                       | x = (x + -1);
            x = (String) a;                        | x = a;
            x++;                                   | x = (x + 1);
            a = x++;                               | a = (x = (x + 1) - 1);
            x = a ? 1L : 2.5f;                     | x = (a ? 1 : 2.5);
            x = new int[] {1, 2};                  | x = [1, 2];
            a[1] = x;                              | a[1] = x;
            x = String.class;                      | x = <java.lang.String>.class;
            x = Level.INFO;                        | x = <Level>.INFO;
            x = java.util.List.of(a);              | x = <java.util.List>.of(a);
            x = Map.Entry.comparingByKey();        | x = <java.util.Map.Entry>.comparingByKey();
            x = a.b.c;                             | x = a.b.c;
            x = a.length;                          | x = a.length();
            x = new String[2];                     | x = [null, null];
            x = new Foo.Bar<String>(a);            | x = new <Foo.Bar>(a);
            assert x;                              | ?(x);
            throw new IllegalStateException();     | throw new <java.lang.IllegalStateException>();
            x = s -> s;                            | x = %lambda:5(s) return s;;
            x = (int s, var t) -> { f(); };        | x = %lambda:5(int s, t) {this.f();};
            x = this::f;                           | x = %lambda:5(REST %rest) return this.f(*%rest);;
            x = String::trim;                      | x = %lambda:5(java.lang.String %it, REST %rest) return %it.trim(*%rest);;
            x = Integer::parseInt;                 | x = %lambda:5(REST %rest) return <java.lang.Integer>.parseInt(*%rest);;
            x = D::g;                              | x = %lambda:5(REST %rest) return <p.D>.g(*%rest);;
            x = ArrayList<String>::new;            | x = %lambda:5(REST %rest) return new <java.util.ArrayList>(*%rest);;
            var y = a; y.f();                      | var y = a; y.f();
            List<String>[] y[] = a;                | java.util.List[][] y = a;
            synchronized (a) { f(); }              | a; {this.f();}
            """)
    void bringsSimpleStatementsIntoTheCommonForm(String java, String expected) {
        // When
        String printed = statements(java);
        // Then
        assertThat(printed).isEqualTo("{" + expected + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            if (a) f(); else if (x) h();           | if (a) this.f(); else if (x) this.h();
            for (;;) { break; }                    | while (; {}) {break;}
            for (int i = 0, j = 1; i < j; i++) f();| int i = 0; int j = 1; while ((i < j); {i = (i + 1);}) this.f();
            while (true) f();                      | while (; {}) this.f();
            do f(); while (a);                     | dowhile (a; {}) this.f();
            for (var e : a) f(e);                  | var e; for (e : a) this.f(e);
            l: for (String e : a) continue l;      | java.lang.String e; l: for (e : a) {java.lang.String e = e; continue l;}
            l: while (a) break l;                  | l: while (a; {}) break l;
            `try { f(); } catch (A | B e) { h(e); } finally { h(); }` | `try {this.f();} catch (A|B e) {this.h(e);} finally {this.h();}`
            try (var r = f()) { h(r); }            | try {var r = this.f(); {this.h(r);}}
            """)
    void keepsTheStructureOfControlFlow(String java, String expected) {
        // When
        String printed = statements(java);
        // Then
        assertThat(printed).isEqualTo("{" + expected + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            switch (a) { case 1: case 2, 3: f(); break; default: h(); } | switch (a) {case 1: {} case 2, 3: {this.f(); break;} default: {this.h();}}
            switch (a) { case "k" -> f(); default -> { } }              | switch (a) {case 'k' -> this.f(); default -> {}}
            String y = switch (a) { case 1 -> "b"; default -> throw x; }; | java.lang.String y; %switch:5:12: switch (a) {case 1 -> y = 'b'; default -> throw x;}
            return switch (a) { case 1: yield x; default: yield a; };   | switch (a) {case 1: {return x;} default: {return a;}}
            x = switch (a) { case 1 -> { yield f(); } default -> 2; };  | %switch:5:5: switch (a) {case 1 -> {x = this.f(); break %switch:5:5;} default -> x = 2;}
            f(switch (a) { case 1 -> 2; default -> 3; });               | this.f(%lambda:5() switch (a) {case 1 -> return 2; default -> return 3;}());
            switch (a) { case String s when s.isEmpty() -> f(s); case null, default -> { } } | switch (a) {case ?() -> {java.lang.String s = a; if (s.isEmpty()) this.f(s);} default -> {}}
            switch (a) { case R(var y, int z) -> f(y); }                | switch (a) {case ?() -> {var y = a.one; int z = a.two; this.f(y);}}
            switch (a) { case D.R(var y, _) -> f(y); }                  | switch (a) {case ?() -> {var y = a.one; this.f(y);}}
            if (!(a instanceof String s)) return; f(s);                 | java.lang.String s; if (!(s = a, (s instanceof <java.lang.String>))) return; this.f(s);
            if (a instanceof Integer) f();                              | if ((a instanceof <java.lang.Integer>)) this.f();
            """)
    void bringsSwitchesAndPatternsIntoWhatTheCommonFormHas(String java, String expected) {
        // When
        String printed = statements(java);
        // Then
        assertThat(printed).isEqualTo("{" + expected + "}");
    }

    @Test
    void resolvesTypesByImportsThePackageAndWhatIsKnown() {
        // Given
        String java = """
                package p;
                import java.util.*;
                import org.lib.Thing;
                import org.web.*;
                import static org.lib.Tool.make;
                class C {
                  Thing thing; Request request; List<Thing> list; Other other; Elsewhere elsewhere; Nested nested; String text;
                  class Nested {}
                  void f() { make(thing); }
                }
                """;
        // When
        ClassDeclaration made = one(lower(java, names(Set.of("org.web.Request", "p.Other"))), "p.C");
        // Then
        assertThat(made.fields())
                .extracting(ClassDeclaration.Field::type)
                .containsExactly(
                        "org.lib.Thing",
                        "org.web.Request",
                        "java.util.List",
                        "p.Other",
                        "Elsewhere",
                        "p.C.Nested",
                        "java.lang.String");
        assertThat(IrPrinter.print(made)).contains("<org.lib.Tool>.make(this.thing);");
    }

    @Test
    void findsTheNamesOfAFilesTypesWithoutATree() {
        // Given
        String java = """
                // class Not {
                package p.q;
                /* enum Not { */
                public final class A<T extends B> extends C { String s = "class Not {"; char c = '{';
                  record R(int x) implements I { void f() { class Local {} } }
                  @interface N { String value() default \"""
                class Not {\"""; }
                }
                sealed interface I permits A.R {} enum E { X { } }
                """;
        // When
        Set<String> types = new JavaFrontEnd().types(new SourceFile("A.java", java, ""));
        // Then
        assertThat(types).containsExactly("p.q.A", "p.q.A.R", "p.q.A.N", "p.q.I", "p.q.E");
    }

    @Test
    void erasesGenericsToWhatTheyExtend() {
        // When
        String printed = print(
                "class C<T extends Number, U> { <V extends CharSequence> V f(T t, U u, V[] v) { return null; } }");
        // Then
        assertThat(printed)
                .contains("java.lang.CharSequence f(java.lang.Number t, u, java.lang.CharSequence[] v) {return null;}");
    }

    @Test
    void tellsFieldsFromVariablesAndOwnFromOthers() {
        // Given
        String java = """
                class C extends Base {
                  String own; static int shared;
                  void f(String own) { own = this.own; shared = inherited; helper(); stat(); g(); }
                  static void stat() {}
                  void g() { new Thread() { public void run() { use(own); g(); } }; }
                  static class N { void h() { stat(); shared++; } }
                }
                """;
        // When
        String printed = print(java);
        // Then
        assertThat(printed)
                .contains("{own = this.own; <C>.shared = this.inherited; this.helper(); <C>.stat(); this.g();}")
                .contains("void run() {%this:C.use(%this:C.own); %this:C.g();}")
                .contains("void g() {C %this:C = this; {new <java.lang.Thread>() C%5;}}")
                .contains("void h() {<C>.stat(); <C>.shared = (<C>.shared + 1);}");
    }

    @Test
    void givesRecordsTheirAccessorsAndConstructor() {
        // When
        String printed =
                print("record R(@A int x, String... y) { R { if (x < 0) throw null; } public int x() { return 7; } }");
        // Then
        assertThat(printed)
                .contains("class R [java.lang.Record]")
                .contains(
                        "%new(@A() int x, REST java.lang.String[] y) {if ((x < 0)) throw null; this.x = x; this.y = y;}")
                .contains("int x() {return 7;}")
                .contains("java.lang.String[] y() return this.y;")
                .doesNotContain("return this.x;");
    }

    @Test
    void makesStaticFieldsOfTheConstantsOfAnEnum() {
        // When
        String printed = print("enum E implements I { A(1) { void f() { g(); } }, B(2); E(int x) { } void g() { } }");
        // Then
        assertThat(printed)
                .contains("class E [java.lang.Enum, I]")
                .contains("static E A = new <E>(1) E%1")
                .contains("static E B = new <E>(2)")
                .contains("class E%1 [E]")
                .contains("void f() {this.g();}");
    }

    @Test
    void keepsAnnotationsWithTheirArguments() {
        // When
        String printed = print("@Path(\"a\") class C { @Get(value = \"x\", n = {1, 2}) void f(@Q String a) {} }");
        // Then
        assertThat(printed)
                .contains("@Path('a') class C")
                .contains("@Get('x', n=[1, 2]) @%empty.f(java.lang.String)() void f(@Q() java.lang.String a)");
    }

    @Test
    void keepsInitialisersAndConstructorCalls() {
        // When
        String printed =
                print("class C extends B { static { a(); } { b(); } C() { this(1); } C(int i) { super(i); } }");
        // Then
        assertThat(printed)
                .contains("static %static() {{this.a();}}")
                .contains("%init() {{this.b();}}")
                .contains("%new() {this.%new(1);}")
                .contains("%new(int i) {super.%new(i);}");
    }

    @Test
    void stripsTheIndentOfTextBlocks() {
        // When
        String printed = statements("x = \"\"\"\n      a\n        b \\\n      c\n      \"\"\";");
        // Then
        assertThat(printed).isEqualTo("{x = 'a\n  b c\n';}");
    }

    @Test
    void knowsTheTypeOfAnObjectThatIsCast() {
        // When
        String printed = statements("((java.util.List) a).size();");
        // Then
        assertThat(printed).isEqualTo("{java.util.List %cast:5:2; (%cast:5:2 = a, %cast:5:2).size();}");
    }

    @Test
    void givesTheMethodsOfAFileWithoutAClassToOneOfItsName() {
        // When
        Unit unit = lower("import module java.base;\nvoid main() { List<String> x = f(); }\nclass Other {}", NOTHING);
        // Then
        assertThat(unit.classes()).extracting(ClassDeclaration::name).containsExactly("Other", "C");
        assertThat(IrPrinter.print(unit)).contains("java.util.List x = this.f();");
    }

    @Test
    void looksAtWhatIsWholeInABrokenFile() {
        // When
        Unit unit = lower("class C { void f() { g(; } void h() { k(1); } int x = ; }", NOTHING);
        // Then
        assertThat(unit.incomplete()).isTrue();
        assertThat(one(unit, "C").methods())
                .extracting(FunctionDeclaration::name)
                .contains("f", "h");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            (      | 1 | )
            f(     | 1 | )
            {      | ; | }
            `if (a) ` |  ; | ``
            new A() { void f() { | ; | } };
            !      | a | ``
            `if (a) ; else ` | ; | ``
            class A { | `` | }
            a ? b : | c | ``
            () ->   | c | ``
            switch (a) { default -> { | ; | } }
            """)
    void leavesOutWhatIsNestedTooDeeply(String open, String middle, String close) {
        // Given
        String text = open.repeat(10_000) + middle + close.repeat(10_000);
        // When
        Unit unit = lower("class C { void f() { x = 1; " + text + "; } }", NOTHING);
        // Then
        assertThat(unit.incomplete()).isTrue();
    }

    @Test
    void followsLongChainsOfOneOperator() {
        // When
        Unit unit = lower("class C { String s = a" + " + b".repeat(20_000) + "; }", NOTHING);
        // Then
        assertThat(unit.incomplete()).isFalse();
    }

    @Test
    void neverFailsWhereverAFileIsCut() {
        // Given
        String java = """
                package p; import a.*; @A(x = {1}) sealed class C<T extends D> extends B implements I permits E {
                int x[] = {1}, y; static { f(); } C(int... a) { super(a); } <U> U f(U u) throws X { return switch (u) {
                case R(var b, _) when b > 1 -> { yield "c"; } case String s -> s; default -> throw null; }; }
                void g() { l: for (int i = 0; ; i++) try (var r = f(A::new)) { if (o instanceof Q q && !q.r) continue l; }
                catch (E | F e) { new G() { int h; }.i((j, k) -> j); } finally { a[1] = (B) x ? \"\"\"
                  t\"\"\" : 'c'; } } enum H { V(1) { }, W; } record R(int a, int b) { R { } } }
                """;
        for (int end = 0; end < java.length(); end++) {
            // When
            Unit unit = lower(java.substring(0, end), NOTHING);
            // Then
            assertThat(unit.language()).isEqualTo("java");
        }
    }

    /** Statements of a method with the variables {@code a} and {@code x}, in a file that starts four lines above them. */
    private static String statements(String java) {
        String file = """
                package p;
                import java.util.*;
                class D { record R(Object one, int two) {} static void g() {} void h() {} void f() {}
                void test(Object a, Object x) {
                %s
                } }
                """.formatted(java);
        return one(lower(file, NOTHING), "p.D").methods().stream()
                .filter(method -> method.name().equals("test"))
                .map(method -> IrPrinter.print(method.body()))
                .findFirst()
                .orElseThrow();
    }

    private static String print(String java) {
        return IrPrinter.print(lower(java, NOTHING));
    }

    private static Unit lower(String java, Names names) {
        return new JavaFrontEnd().lower(new SourceFile("src/C.java", java, ""), names);
    }

    private static ClassDeclaration one(Unit unit, String name) {
        return unit.classes().stream()
                .filter(made -> made.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Names names(Set<String> types) {
        return new Names() {
            @Override
            public boolean isType(String name) {
                return types.contains(name);
            }

            @Override
            public boolean isFile(String path) {
                return false;
            }
        };
    }
}
