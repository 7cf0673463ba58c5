package io.ymera.scanner.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScopesTest {

    @Test
    void renamesABlocksVariableThatHidesAnother() {
        assertThat(Lowered.body("let x = 1; { let x = 2; f(x); } f(x);"))
                .isEqualTo("var x = 1; { var x%2 = 2; f(x%2); } f(x);");
    }

    @Test
    void renamesAnExceptionThatHidesAVariable() {
        assertThat(Lowered.body("const e = 1; try { f(); } catch (e) { g(e); } h(e);"))
                .isEqualTo("var e = 1; try { f(); } catch (e%2) { { g(e%2); } } finally {} h(e);");
    }

    @Test
    void leavesAFunctionsOwnVariablesTheirNames() {
        assertThat(Lowered.body("const x = 1; function f(x) { return x; }"))
                .isEqualTo("var f = f(x) { return x; }; var x = 1;");
    }

    @Test
    void knowsAVariableOfABlockBeforeItsDeclaration() {
        assertThat(Lowered.body("let x = 1; { const f = () => x; let x = 2; }"))
                .isEqualTo("var x = 1; { var f = f() { return x%2; }; var x%2 = 2; }");
    }

    @Test
    void declaresVariablesOfTheFunctionAtItsBegin() {
        assertThat(Lowered.body("function f() { if (a) { var x = 1; } return x; }"))
                .isEqualTo("var f = f() { var x; if (a) { x = 1; } else {} return x; };");
    }

    @Test
    void declaresFunctionsFirst() {
        assertThat(Lowered.body("f(); function f() {}")).isEqualTo("var f = f() {}; f();");
    }

    @Test
    void givesAFunctionAllItsArguments() {
        assertThat(Lowered.body("function f(a, ...b) { g(arguments[0]); }"))
                .isEqualTo("var f = f(a, ...b) { var arguments:Array = [a, ...b]; g(arguments[0]); };");
    }
}
