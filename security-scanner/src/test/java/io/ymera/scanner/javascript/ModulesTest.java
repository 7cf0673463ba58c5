package io.ymera.scanner.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModulesTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "import d from 'pkg',var d = <pkg>;",
                "import d from './y',var d = <./app/y>.default;",
                "import {a as b} from 'pkg',var b = <pkg>.a;",
                "import {default as b} from 'pkg',var b = <pkg>;",
                "import * as n from 'node:fs',var n = <fs>;",
                "import z = require('z'),var z = <z>;",
                "const c = require('node:child_process').exec,var c = <child_process>.exec;",
                "const {exec: e} = require('child_process'),var e = <child_process>.exec;",
                "const m = require('lodash/merge'),var m = <lodash.merge>;",
                "const x = await import('./y'),var x = <./app/y>;",
                "import type {T} from 'pkg',\"\"",
            })
    void bindsWhatIsImportedToWhereItComesFrom(String source, String expected) {
        assertThat(Lowered.body(source)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "./util, ./app/util",
        "./util.js, ./app/util",
        "../lib, ./lib",
        "./data.json, ./app/data",
        "@/db, ./src/db",
        "redis, redis",
        "../redis, ./redis",
        "./missing.service, ./app/missing.service",
        "../../../outside, ./outside",
    })
    void findsTheFileThatIsMeant(String written, String module) {
        // When
        String body = Lowered.body(
                "app/main.js",
                "const x = require('" + written + "')",
                "app/util.ts",
                "lib/index.js",
                "app/data.json",
                "src/db.ts",
                "redis.js");

        // Then
        String all = module.startsWith("./") ? ".default" : "";
        assertThat(body).isEqualTo("var x = <" + module + ">" + all + ";");
    }

    @ParameterizedTest
    @CsvSource({"a/b.ts, ./a/b", "a/index.js, ./a", "index.mjs, ./index", "a/user.service.ts, ./a/user.service"})
    void namesAModuleByItsPathWithoutExtension(String path, String module) {
        assertThat(Lowered.unit(path, "").module()).isEqualTo(module);
    }

    @Test
    void doesNotTakeAnyFunctionCalledRequireForTheOneOfModules() {
        assertThat(Lowered.body("function f(require) { return require('x'); }")).contains("return require('x');");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "module.exports = f,%exports = f;",
                "exports.a = 1,%exports.a = 1;",
                "module.exports.a = 1,%exports.a = 1;",
                "export const a = 1,var a = 1; %exports.a = a;",
                "\"const a = 1; export {a as b}\",var a = 1; %exports.b = a;",
                "export default x,%exports.default = x;",
                "export {a as b} from 'y',%exports.b = <y>.a;",
                "export * as q from 'y',%exports.q = <y>;",
                "export = x,%exports = x;",
            })
    void givesToOthersWhatIsExported(String source, String expected) {
        assertThat(Lowered.body(source)).isEqualTo(expected);
    }

    @Test
    void givesOnAllThatAnotherFileGives() {
        assertThat(Lowered.body("export * from './y'")).isEqualTo("%exports = {...%exports, ...<./app/y>};");
    }

    @Test
    void givesTheMembersOfANamespaceToItsObject() {
        assertThat(Lowered.body("namespace N { export const x = 1; }"))
                .isEqualTo("var N = {}; { var x = 1; N.x = x; }");
    }

    @Test
    void makesAClassKnownUnderEachNameThatOthersHaveForIt() {
        assertThat(Lowered.classes("a/b.ts", "class Foo {}\nexport default Foo;\nexport {Bar} from './bar';"))
                .contains("class ./a/b.Foo { }")
                .contains("class ./a/b.default : ./a/b.Foo { }")
                .contains("class ./a/b.Bar : ./a/bar.Bar { }");
    }

    @Test
    void makesAClassKnownThatIsAllThatAFileGives() {
        assertThat(Lowered.classes("a/b.js", "class Foo {}\nmodule.exports = Foo;"))
                .contains("class ./a/b : ./a/b.Foo { }");
    }

    @Test
    void seesGlobalsThroughTheWindow() {
        assertThat(Lowered.body("window.location.href = x")).isEqualTo("location.href = x;");
    }
}
