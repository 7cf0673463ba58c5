package io.ymera.scanner.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdiomsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "p.then(f) | f(p);",
                "p.then(x => x.y) | %lambda:1(x) { return x.y; }(p);",
                "p.catch(f) | (unknown[] ? p : f(<%error>()));",
                "Promise.all([a, b]) | [a, b];",
                "Promise.resolve(a) | a;",
                "new Promise((resolve) => f(resolve)) | var %t1; (%lambda:1(resolve) { return f(resolve); }(static resolve(%value) { %t1 = %value; }, static reject(%value) {}) , %t1);",
                "require('util').promisify(f) | f;",
                "f.bind(this) | f;",
                "f.call(this, a) | f(a);",
                "f.apply(this, a) | f(...a);",
                "Array.prototype.slice.call(a, 1) | a.slice(1);",
                "a.indexOf(b) === 0 | a.startsWith(b);",
                "a.indexOf(b) !== -1 | a.includes(b);",
                "a.indexOf(b) < 0 | ! a.includes(b);",
                "f(a) === false | ! f(a);",
                "a.match(b) === null | ! a.match(b);",
                "a.some((b) => b == c) | %lambda:1(b) { return (b == c); }(a[unknown[]]).%of-any();",
                "a.replace('b', c) | a.replaceFirst('b', c);",
                "a.replace(/b/g, c) | a.replace(new <RegExp>('b', 'g'), c);",
                "Object.hasOwn(a, b) | a.hasOwnProperty(b);",
                "Object.keys(a) | a.%keys();",
                "Object.assign(a, b, c) | a.%assign(b).%assign(c);",
            })
    void isWrittenPlainly(String source, String expected) {
        assertThat(Lowered.body(source)).isEqualTo(expected);
    }
}
