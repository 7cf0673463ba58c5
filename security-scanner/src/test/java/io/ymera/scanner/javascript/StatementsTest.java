package io.ymera.scanner.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "if (a) b(); else if (c) d(); | if (a) { b(); } else { if (c) { d(); } else {} }",
                "for (let i = 0; i < 3; i++) f(i) | { var i = 0; while ((i < 3)) { f(i); } then { i = (i + 1); } }",
                "for (;;) {} | while () {} then {}",
                "while (a) b() | while (a) { b(); } then {}",
                "do { a() } while (b) | do (b) { a(); } then {}",
                "for (const k in o) f(k) | { var k; for (k in o) { f(k); } }",
                "for await (const x of xs) f(x) | { var x; for (x of xs) { f(x); } }",
                "for (x of xs) f(x) | for (x of xs) { f(x); }",
                "l: for (let i = 0;;) { continue l } | { var i = 0; l: while () { continue l; } then {} }",
                "switch (a) { case 1: case 2: f(); break; default: g() } | switch (a) { [1, 2]: { f(); break; } []: { g(); } }",
                "switch (a) { case 1: default: g() } | switch (a) { [1]: {} []: { g(); } }",
                "try { f() } catch { g() } finally { h() } | try { f(); } catch (null) { { g(); } } finally { h(); }",
                "try {} catch ({message}) {} | try {} catch (%t1) { var message = %t1.message; {} } finally {}",
                "throw new E('x') | throw new E('x');",
                "enum E { A, B = 5, C, D = 'd' } | var E = {'A': 0, 'B': 5, 'C': 6, 'D': 'd'};",
                "declare const x: string; interface I {} type T = string; | \"\"",
            })
    void hasAFormForEach(String source, String expected) {
        assertThat(Lowered.body(source)).isEqualTo(expected);
    }
}
