package io.ymera.scanner.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a === b | (a == b);",
                "a !== b | (a != b);",
                "a + b + c | (a + b + c);",
                "a?.b?.[c]?.(d) | a.b[c](d);",
                "a['b'] | a.b;",
                "await f() | f();",
                "x as string | x;",
                "x! | x;",
                "a ??= b | a = (a ?? b);",
                "a += b | a = (a + b);",
                "i++ | i = (i + 1);",
                "f(i++) | f((i = (i + 1) - 1));",
                "f(--i) | f(i = (i - 1));",
                "void 0 | (0 , null);",
                "typeof a | typeof a;",
                "delete a.b | a.b = null;",
                "delete a[b] | unknown[a[b]];",
                "undefined | null;",
                "10n | 10;",
                "1_000 | 1000;",
                "0x1F | 31;",
                "1.5 | 1.5;",
                "'\\x41\\u{42}\\u0043' | 'ABC';",
                "/a\\/b/gi | new <RegExp>('a\\/b', 'gi');",
                "`a` | 'a';",
                "`a${b}c` | `'a' b 'c'`;",
                "tag`a${b}c` | tag(['a', 'c'], b);",
                "new A(b, ...c) | new A(b, ...c);",
                "new A | new A();",
                "({a, 'b': 1, [c]: 2, ...d}) | {'a': a, 'b': 1, c: 2, ...d};",
                "({get a() { return 1; }}) | {'a': a() { return 1; }()};",
                "[a, , ...b] | [a, null, ...b];",
                "(a, b) | (a , b);",
                "x => x.y | %lambda:1(x) { return x.y; };",
                "({a: b.c, d = 1} = o) | (b.c = o.a , d = (o.d ?? 1) , o);",
                "[a, b] = [b, a] | var %t1 = [b, a]; (a = %t1[0] , b = %t1[1] , %t1);",
            })
    void hasAFormForEach(String source, String expected) {
        assertThat(Lowered.body(source)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "const {a, b: {c = 1}} = o | var a = o.a; var c = (o.b.c ?? 1);",
                "const {a} = f() | var %t1 = f(); var a = %t1.a;",
                "const [a, , b = 2] = o | var a = o[0]; var b = (o[2] ?? 2);",
                "const {a, ...b} = o | var a = o.a; var %_; var %t1; {'a': %_, ...%t1} = o; var b = %t1;",
                "const [a, ...b] = o | var a = o[0]; var %_; var %t1; [%_, ...%t1] = o; var b = %t1;",
                "const {[k]: v} = o | var v = o[k];",
                "function f({a}, [b] = []) {} | var f = f(%t1, %t2 = []) { var a = %t1.a; var b = %t2[0]; };",
                "for (const [k, v] of o) f(k, v) | { var %t1; for (%t1 of o) { var k = %t1[0]; var v = %t1[1]; { f(k, v); } } }",
            })
    void takesPatternsApart(String source, String expected) {
        assertThat(Lowered.body(source)).isEqualTo(expected);
    }

    @Test
    void saysOfWhatIsReadAgainThatItStandsWhereItWasReadFirst() {
        // When
        List<Statement> body = Lowered.unit("a.js", "f(req.query.x);\ng(req.query.x);\nreq.query = 1;")
                .body();

        // Then
        assertThat(body).extracting(ExpressionsTest::lineOfMember).containsExactly(1, 1, 3);
    }

    private static int lineOfMember(Statement statement) {
        return switch (((Statement.Evaluate) statement).expression()) {
            case Expression.Call call ->
                call.arguments().getFirst().value().span().line();
            case Expression.Assignment assignment -> assignment.target().span().line();
            default -> 0;
        };
    }

    @Test
    void readsALongSumWithoutGoingDeep() {
        // Given
        String sum = "x" + "\n + 'y'".repeat(5_000);

        // Then
        assertThat(Lowered.unit("a.js", sum).incomplete()).isFalse();
    }
}
