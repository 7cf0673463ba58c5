package io.ymera.scanner.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.ir.Names;
import io.ymera.scanner.ir.Unit;
import io.ymera.scanner.source.SourceFile;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonFrontEndTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "import os, a.b, c.d as e | os = @os; a = @a; e = @c.d",
                "from a.b import c, d as e | c = @a.b.c; e = @a.b.d",
                "x = f(1, *a, k=2, **b) | x = f(1, *a, k=2, ***=b)",
                "x = a if b else c | x = (b ? a : c)",
                "x = 1 < y <= 3 | x = (&& (< 1 y) (<= y 3))",
                "x = a not in b and c is not None | x = (&& (! (in a b)) (!= c null))",
                "x = a + b + c + d | x = (+ a b c d)",
                "x = a - (b - c) // 2 | x = (- a (/ (- b c) 2))",
                "x = -1, 0x1F, 1_000, 1e3, 0o17, 0644 | x = tuple(-1, 31, 1000, 1000.0, 15, 420)",
                "x = a[1:2] + b['k'] + c[1, 2] | x = (+ a[(: 1 2)] b['k'] c[tuple(1, 2)])",
                "a, (b, *c) = d | list(a, list(b, *c)) = d",
                "a = b = c | a = b = c",
                "a += b | a = (+ a b)",
                "a.b[c].d = 1 | a.b[c].d = 1",
                "x = [a, *b]; y = {**c, 'd': 1}; z = {1, 2} | x = list(a, *b); y = map(*c, 'd': 1); z = set(1, 2)",
                "x = [a for a, b in c if b for d in a] | x = [a for list(a, b) in c if b for d in a]",
                "x = {k: v for k, v in c.items()} | x = [k: v for list(k, v) in c.items()]",
                "x = any(a.b for a in c) | x = any([a.b for a in c])",
                "if (n := f()) > 1: g(n) | if (> n = f() 1) {g(n)} else {}",
                "x = lambda a, *b, c=1: a | x = %lambda:1(a, *b, c = 1) {return a}",
                "x = dict(a=1, **b); y = dict(c, d=2); z = dict(e) | x = map('a': 1, *b); y = map(*c, 'd': 2); z = dict(e)",
                "x = b'ab' * 2 | x = 'abab'",
                "del a, b['k'], c.d | a = null; b.__delitem__('k'); c.d = null",
                "assert a, 'b' | if a {} else {throw 'b'}",
                "print 'a', b | print('a', b)",
                "exec code | exec(code)",
                "while True: pass | while nothing {}",
                "with open(a) as f, b: f.c() | f = open(a); b; f.c()",
                "with (open(a) as f, g() as (h, i)): pass | f = open(a); list(h, i) = g()",
                "this = super | this_ = super_",
            })
    void lowersStatements(String code, String expected) {
        assertThat(Rendering.statements(lower(code).body())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'a' 'b' \"c\" | 'abc'",
                "'a\\x41\\101\\u0041\\'' | 'aAAA''",
                "r'\\d' | '\\d'",
                "b'\\u0041' | '\\u0041'",
                "f'a{b}c{{d}}' 'e' | text('a', b, 'c{d}e')",
                "f'{a!r:>{w}}{b:.2f}{c:%Y-%m-%d}{d=}' | text(@repr(a), @float(b), c, 'd=', d)",
                "f'{a[\"k\"]}{f\"{b}\"}' | text(a['k'], text(b))",
                "'a%s%%b%d' % (c, d) | text('a', c, '%b', @float(d))",
                "'%(a)s %(b)r' % {'a': x, 'b': y} | text(x, ' ', @repr(y))",
                "'%s' % x | text(x)",
                "'%s %s' % x | text(x[0], ' ', x[1])",
                "fmt % x | (% fmt x)",
                "'{} {1.b[k]} {{}} {c:d}'.format(x, y, c=z) | text(x, ' ', y.b['k'], ' {} ', @float(z))",
                "'{}'.format(*x) | '{}'.format(*x)",
                "'{a}'.format(**x) | '{a}'.format(***=x)",
                "fmt.format(x) | fmt.format(x)",
            })
    void lowersTexts(String code, String expected) {
        assertThat(Rendering.statements(lower("s = " + code).body())).isEqualTo("s = " + expected);
    }

    @Test
    void declaresVariablesOfAFunctionAtItsStart() {
        Unit unit = lower("""
                def f(a, b: int = 1, *c, d, **e):
                    global g
                    g = a
                    if a:
                        x: str = b
                    for y in [z for z in c]:
                        a = y
                    import os
                    return x
                """);
        assertThat(Rendering.statements(unit.body()))
                .isEqualTo("f = f(a, b: int = 1, *c, d, **e) {var x: str; var y; var os; g = a; if a {x = b} else {};"
                        + " for y in [z for z in c] {a = y}; os = @os; return x}");
    }

    @Test
    void namesDecoratorsAfterTheClassOfTheirObject() {
        Unit unit = lower("""
                from flask import Flask as F
                import fastapi
                app = F(__name__)
                router: fastapi.APIRouter = make()
                @app.route("/x", methods=["POST"])
                @cached
                async def f(): await g()
                @router.get("/")
                def h(): yield
                """);
        assertThat(Rendering.statements(unit.body()))
                .contains("@flask.Flask.route('/x', methods=list('POST')) @cached() f() {g()}")
                .contains("@fastapi.APIRouter.get('/') h() {(yield null)}");
    }

    @Test
    void resolvesTypes() {
        Unit unit = lower("""
                from typing import Optional, Annotated, Union
                import datetime as dt
                from fastapi import Query, Depends
                from sqlalchemy.orm import Session
                Db = Annotated[Session, Depends(connect)]
                def f(a: Optional[dt.date], b: "Later | None", c: list[int], d: str | None, e: Union[int, str],
                      g: Annotated[str, Query(max_length=3)] = "x", h: str = Query(None), i: Db = None) -> dt.date: ...
                class Later: ...
                """);
        assertThat(Rendering.statements(unit.body()))
                .contains(
                        "f(a: datetime.date, b: app.mod.Later, c: list, d: str, e, @fastapi.Query(max_length=3) g: str = 'x',"
                                + " @fastapi.Query(null) h: str = Query(null)): datetime.date {var i: sqlalchemy.orm.Session = @fastapi.Depends(connect); ?()}");
    }

    @Test
    void lowersClasses() {
        Unit unit = lower("""
                from base import Base
                class A(Base, metaclass=M):
                    limit = 10
                    twice = limit * 2
                    name: str
                    def __init__(self, x):
                        super().__init__(x)
                        self.x = x
                    @classmethod
                    def of(cls, x):
                        return cls(x)
                    @staticmethod
                    def plain(x):
                        return A.limit
                    def m(me):
                        Base.m(me, 1)
                        return lambda: me.x
                    class B: pass
                """);
        assertThat(unit.classes())
                .extracting(Rendering::type)
                .containsExactly(
                        "app.mod.A.B[]  {}",
                        "app.mod.A[base.Base] static limit = 10, static twice = (* @app.mod.A.limit 2), name: str"
                                + " {%new(x) {super.%new(x); this.x = x}"
                                + " @classmethod() of(x) {return @app.mod.A(x)}"
                                + " @staticmethod() static plain(x) {return A.limit}"
                                + " m() {super.m(1); return %lambda:17() {return this.x}}"
                                + " static %static() {class app.mod.A.B; @app.mod.A.B = @app.mod.A.B}}");
    }

    @Test
    void namesOfAClassAreItsOwnOnlyBelow() {
        Unit unit = lower("""
                import path
                class A:
                    path = path.join("a")
                    other = path
                    if other:
                        more = other
                """);

        assertThat(Rendering.type(unit.classes().getFirst()))
                .isEqualTo("app.mod.A[] static path = path.join('a'), static other = @app.mod.A.path"
                        + " {static %static() {if @app.mod.A.other {@app.mod.A.more = @app.mod.A.other} else {}}}");
    }

    @Test
    void givesDataClassesTheirConstructor() {
        Unit unit = lower("""
                from dataclasses import dataclass, field
                @dataclass
                class A:
                    x: str
                    y: list = field(default_factory=list)
                @dataclass(frozen=True)
                class B(A):
                    z: int = 3
                """);
        assertThat(Rendering.type(unit.classes().getLast()))
                .contains("%new(x: str, y: list = list(), z: int = 3) {this.x = x; this.y = y; this.z = z}");
    }

    @Test
    void lowersErrorsAndTheirHandlers() {
        Unit unit = lower("""
                try:
                    f()
                except (ValueError, os.error) as e:
                    raise
                except:
                    pass
                else:
                    g()
                finally:
                    h()
                """);
        assertThat(Rendering.statements(unit.body()))
                .isEqualTo("try {f(); g()} catch e [ValueError, os.error] {throw ?()} catch null [] {} {h()}");
    }

    @Test
    void lowersMatch() {
        Unit unit = lower("""
                match f(x):
                    case 1 | "s": a()
                    case {"k": v}: b(v)
                    case [w, *_] if w: c()
                    case Point(x=0, y=yy): d(yy)
                    case other: e(other)
                """);
        assertThat(Rendering.statements(unit.body()))
                .isEqualTo(
                        "var %match:1 = f(x); switch %match:1 {[1, 's'] {a()} [?()] {v = %match:1['k']; b(v)}"
                                + " [?()] {w = %match:1[0]; if w {c()} else {}} [?()] {yy = %match:1.y; d(yy)} [] {other = %match:1; e(other)}}");
    }

    @Test
    void elseOfALoopIsDoneUnlessItBroke() {
        Unit unit = lower("""
                for x in y:
                    if x: break
                else:
                    f()
                while a: pass
                else: g()
                """);
        assertThat(Rendering.statements(unit.body()))
                .isEqualTo("for x in y {if x {break} else {}}; if ?() {f()} else {}; while a {}; g()");
    }

    @Test
    void namesThatAStarMayHaveBroughtAreOfThatModule() {
        Unit unit = lower("""
                from flask import *
                def f(a):
                    return render_template_string(a, len(request.args))
                """);
        assertThat(Rendering.statements(unit.body()))
                .isEqualTo("f = f(a) {return @flask.render_template_string(a, len(@flask.request.args))}");
    }

    @ParameterizedTest
    @CsvSource({
        "src/pkg/mod.py, pkg.mod",
        "pkg/__init__.py, pkg",
        "a/b/c.py, a.b.c",
        "main.py, main",
        "v1.2/x.py, v1_2.x",
        "web/src/app.py, web.src.app",
    })
    void namesModules(String path, String expected) {
        assertThat(new Modules(path, files()).module()).isEqualTo(expected);
    }

    @Test
    void findsModulesOfTheCodeBase() {
        Names names = files(
                "case/app.py",
                "case/util.py",
                "case/db/query.py",
                "case/pkg/__init__.py",
                "case/pkg/logging.py",
                "src/lib/x.py");

        // A script's neighbours are found, also in a folder that is no package
        assertThat(new Modules("case/app.py", names).absolute("util")).isEqualTo("case.util");
        assertThat(new Modules("case/app.py", names).absolute("db.query")).isEqualTo("case.db.query");
        // but a package's neighbours are not
        assertThat(new Modules("case/pkg/x.py", names).absolute("logging")).isEqualTo("logging");
        assertThat(new Modules("case/pkg/x.py", names).absolute("pkg.logging")).isEqualTo("case.pkg.logging");
        assertThat(new Modules("tests/test_x.py", names).absolute("lib.x")).isEqualTo("lib.x");
        assertThat(new Modules("case/pkg/x.py", names).relative(1, "logging")).isEqualTo("case.pkg.logging");
        assertThat(new Modules("case/pkg/x.py", names).relative(2, "")).isEqualTo("case");
    }

    /** In a thread with a stack of its own, as scans run: how much the test's own has left is anybody's guess. */
    @Test
    void survivesWhatNobodyWouldWrite() throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, PythonFrontEndTest::lowersWhatNobodyWouldWrite, "lowering", 64 << 20);
        thread.setUncaughtExceptionHandler((same, thrown) -> failure.set(thrown));
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
    }

    private static void lowersWhatNobodyWouldWrite() {
        assertThat(lower("x = " + "(".repeat(20_000)).incomplete()).isTrue();
        assertThat(lower("x = " + "[".repeat(20_000) + "]".repeat(20_000)).incomplete())
                .isTrue();
        assertThat(lower("x = a" + ".b()".repeat(20_000)).incomplete()).isTrue();
        assertThat(lower("x = " + "'%s' % (".repeat(2_000) + "1" + ")".repeat(2_000))
                        .incomplete())
                .isTrue();
        assertThat(lower("x = " + "lambda x=".repeat(2_000) + "1" + ":1".repeat(2_000))
                        .incomplete())
                .isTrue();
        assertThat(lower("if a: pass\n" + "elif b: pass\n".repeat(5_000)).incomplete())
                .isFalse();
        assertThat(lower("x = a" + " + a".repeat(20_000)).incomplete()).isFalse();
        assertThat(lower("def f(:\n  x = = 1\nimport os\n").incomplete()).isTrue();
        assertThat(lower("\0\ufffd\ud800 class class def").incomplete()).isTrue();
        assertThat(lower("").body()).isEmpty();
    }

    private static Unit lower(String code) {
        return new PythonFrontEnd().lower(new SourceFile("app/mod.py", code, ""), files());
    }

    private static Names files(String... paths) {
        Set<String> all = Set.of(paths);
        return new Names() {
            @Override
            public boolean isType(String name) {
                return false;
            }

            @Override
            public boolean isFile(String path) {
                return all.contains(path);
            }
        };
    }
}
