package io.ymera.scanner.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.ir.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaScriptFrontEndTest {

    @Test
    void saysWhereThingsStand() {
        // When
        Unit unit = Lowered.unit("a.js", "// ä\n  const x = 'é';\r\n");

        // Then
        assertThat(unit.lines()).containsExactly("// ä", "  const x = 'é';", "");
        assertThat(unit.body()).singleElement().isInstanceOfSatisfying(Statement.Declare.class, declare -> {
            assertThat(declare.span().line()).isEqualTo(2);
            assertThat(declare.span().column()).isEqualTo(9);
        });
    }

    @Test
    void readsOnBehindAnError() {
        // When
        Unit unit = Lowered.unit("a.js", "const a = 1;\nif ( {{ ;\nconst b = 2;\n");

        // Then
        assertThat(unit.incomplete()).isTrue();
        assertThat(Shown.all(unit.body())).contains("var a = 1;");
    }

    @Test
    void readsTypesInAJavaScriptFile() {
        // When
        Unit unit = Lowered.unit("a.js", "function f(a: string): number { return g(a); }");

        // Then
        assertThat(unit.incomplete()).isFalse();
        assertThat(Shown.all(unit.body())).isEqualTo("var f = f(a:String) { return g(a); };");
    }

    @Test
    void leavesOutWhatAToolHasMade() {
        // When
        Unit unit = Lowered.unit("a.js", "f(1);".repeat(2_000));

        // Then
        assertThat(unit.incomplete()).isTrue();
        assertThat(unit.body()).isEmpty();
    }

    @Test
    void survivesALineOfTenMegabytes() {
        assertThat(Lowered.unit("a.js", "x+".repeat(5_000_000) + "1").body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "{a:",
                "f(",
                "!",
                "x=>",
                "if(a){",
                "a?b:",
                "`${",
                "<a>",
                "function f(){",
                "class A{m(){",
                "a.b("
            })
    void survivesWhatIsNestedTenThousandTimes(String part) {
        // Given: short lines, so that it is looked at
        String text = (part + "\n").repeat(10_000);

        // Then
        assertThat(Lowered.unit("a.jsx", text + ";;)").incomplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\uFFFD\uFFFD",
                "\uFEFFconst a = 1;",
                "#!/usr/bin/env node\nf();",
                "import",
                "export",
                "export {",
                "class",
                "class {",
                "const {",
                "for (",
                "switch (a) { case",
                "`${",
                "'abc",
                "/abc",
                "<a b=",
                "x = y =>",
                "require(",
                "a.",
                "new",
                "@",
                "enum {",
                "function (",
                "({get",
                "0x",
                "1e999999999",
                "'\\u{110000}'",
                "'\\x'",
                "async",
                "label:",
                "import(",
                "export default"
            })
    void survivesWhatIsCutOff(String text) {
        assertThat(Lowered.unit("a.js", text)).isNotNull();
        assertThat(Lowered.unit("a.tsx", text)).isNotNull();
    }

    @Test
    void bringsTheSameTextIntoTheSameForm() {
        // Given
        String text =
                "function B() { this.x = 1; } B.prototype.b = function () {}; B.prototype.a = function () {}; var z, y; if (q) { var w; }";

        // Then
        assertThat(Lowered.body(text)).isEqualTo(Lowered.body(text));
    }
}
