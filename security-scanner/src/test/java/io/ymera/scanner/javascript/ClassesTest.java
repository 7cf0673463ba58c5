package io.ymera.scanner.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassesTest {

    @Test
    void hasFieldsMethodsAndAConstructor() {
        assertThat(
                        Lowered.body(
                                "class A { static x = 1; #y; constructor(a) { this.#y = a; } static m() {} get v() { return 1; } set v(x) {} }"))
                .isEqualTo("class ./app/main.A { static x = 1; #y; %new(a) { this.#y = a; } static m() {} "
                        + "@%get() v() { return 1; } %set:v(x) {} }");
    }

    @Test
    void callsTheConstructorOfItsSuperclass() {
        assertThat(Lowered.body("import {B} from './b'; class A extends B { constructor(a) { super(a); super.m(); } }"))
                .contains("class ./app/main.A : ./app/b.B { %new(a) { super.%new(a); super.m(); } }");
    }

    @Test
    void takesPropertiesFromTheParametersOfAConstructor() {
        assertThat(Lowered.body("import {S} from './s'; class A { constructor(private readonly s: S, t: string) {} }"))
                .contains("class ./app/main.A { s:./app/s.S; %new(s:./app/s.S, t:String) { this.s = s; } }");
    }

    @Test
    void namesDecoratorsByWhereTheyComeFrom() {
        assertThat(
                        Lowered.body(
                                "import {Get, Query} from '@nestjs/common'; class A { @Get(':id') m(@Query('q') q: string) {} }"))
                .contains("@@nestjs/common.Get(':id') m(@@nestjs/common.Query q:String) {}");
    }

    @Test
    void declaresAClassThatIsAValueInFrontOfTheStatement() {
        assertThat(Lowered.body("f(class { m() {} })"))
                .isEqualTo("class ./app/main.%class:1:3 { m() {} } f(%class:1:3);");
    }

    @Test
    void makesAClassOfAFunctionWithAPrototype() {
        assertThat(Lowered.body("function A(x) { this.x = x; } A.prototype.m = function (y) { return this.x + y; };"))
                .isEqualTo("class ./app/main.A { %new(x) { this.x = x; } m(y) { return (this.x + y); } }");
    }

    @Test
    void inheritsByPrototype() {
        assertThat(Lowered.body("function B() {} function A() {} A.prototype = Object.create(B.prototype);"))
                .contains("class ./app/main.B { %new() {} } class ./app/main.A : ./app/main.B { %new() {} }");
    }

    @Test
    void knowsTypesByTheirFullNames() {
        assertThat(Lowered.body("import e, {Response as R} from 'express'; type Q = e.Request; "
                        + "function f<T>(a: Q, b: Promise<R>, c: string | null, d: T, g: Array<T>, h: string[]) {}"))
                .contains("f(a:express.Request, b:express.Response, c:String, d, g:Array, h:Array) {}");
    }

    @Test
    void saysWhatAnInterfaceExtends() {
        assertThat(
                        Lowered.classes(
                                "a.ts",
                                "import {Request} from 'express'; interface My extends Request { user: string; m(x: string): void }"))
                .isEqualTo("class ./a.My : express.Request { user:String; m(x:String); }");
    }

    @Test
    void leavesSignaturesOutWhereThereIsAMethod() {
        assertThat(Lowered.body("class A { m(a: string): void; m(a: any) { f(a); } }"))
                .isEqualTo("class ./app/main.A { m(a) { f(a); } }");
    }

    @Test
    void annotatesWhatAFrameworkFindsByNameAndPlace() {
        assertThat(Lowered.body("app/api/x/route.ts", "export async function GET(request) {}"))
                .contains("@%next.route() GET(request)");
        assertThat(Lowered.body("pages/api/x.js", "export default (a, b) => {}"))
                .contains("@%next.api() default(a, b)");
        assertThat(Lowered.body("x.js", "exports.handler = async (event) => {}"))
                .contains("@%lambda.handler() handler(event)");
        assertThat(Lowered.body("x.js", "const handler = (req, res) => {}")).doesNotContain("@");
    }
}
