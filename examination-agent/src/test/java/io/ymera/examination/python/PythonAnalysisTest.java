package io.ymera.examination.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.codebase.lab.LookedFor;
import io.ymera.codebase.python.Python;
import io.ymera.contracts.Json;
import io.ymera.examination.analysis.Analysis;
import io.ymera.examination.analysis.AnalysisConfig;
import io.ymera.examination.analysis.CodeUnit;
import io.ymera.examination.analysis.Facts;
import io.ymera.examination.analysis.Reading;
import io.ymera.examination.report.Finding;
import io.ymera.examination.report.Finding.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class PythonAnalysisTest {

    private static final Path RADON = Path.of("/usr/bin/radon");

    /** Each rule with code that breaks it and no other. */
    private static final List<String> CASES = List.of(
            "A002 | def f(list): return list",
            "A001 | def f():\n  dict = {}\n  return dict",
            "B002 | x = 1\nprint(++x)",
            "B003 | import os\nos.environ = {}",
            "B005 | print('http://x'.lstrip('http://'))",
            "B006 | def f(x=[]): return x",
            "B006 | def f(*, x=dict()): return x",
            "B012 | def f():\n  try:\n    g = 1\n    return g\n  finally:\n    return 2",
            "B015 | x = 1\nx == 2",
            "B020 | x = [1]\nfor x in x: print(x)",
            "B025 | try: print()\nexcept ValueError: print(1)\nexcept ValueError: print(2)",
            "E0101 | class A:\n  def __init__(self): return 1",
            "E0211 | class A:\n  def f(): return 1",
            "E0701 | try: print()\nexcept Exception: print(1)\nexcept ValueError: print(2)",
            "E711 | x = 1\nprint(x == None)",
            "E712 | x = 1\nprint(x == True)",
            "E713 | x = 1\nprint(not x in [2])",
            "E714 | x = 1\nprint(not x is None)",
            "E721 | x = 1\nprint(type(x) == int)",
            "E722 | try: print()\nexcept: print(1)",
            "E999 | def f(:",
            "E999 | return 1",
            "F401 | import os",
            "F401 | from os import path as p",
            "F403 | from os import *",
            "F541 | print(f'x')",
            "F601 | print({'a': 1, 'a': 2})",
            "F631 | assert (1, 'x')",
            "F632 | x = 1\nprint(x is 'a')",
            "F634 | x = 1\nif (x, 2): print()",
            "F811 | def f(): return 1\ndef f(): return 2",
            "F821 | print(nothing)",
            "F822 | __all__ = ['nothing']",
            "F841 | def f():\n  x = 1",
            "F841 | def f():\n  try: print()\n  except ValueError as e: print()",
            "R0124 | x = 1\nprint(x == x)",
            "S110 | try: print()\nexcept Exception: pass",
            "SyntaxWarning | x = 1\nprint([(1, 2) (3, 4)])",
            "W0101 | def f():\n  return 1\n  print()",
            "W0120 | for x in [1]: print(x)\nelse: print()",
            "W0127 | x = 1\nx = x",
            "W0711 | try: print()\nexcept ValueError or TypeError: print(1)",
            "W605 | print('\\d')");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Reading code;

    @BeforeEach
    void open() throws Exception {
        code = new Reading(folder);
    }

    @AfterEach
    void close() {
        code.close();
    }

    @Test
    void each_rule_finds_what_it_is_for_and_nothing_else() throws Exception {
        // Given
        for (int i = 0; i < CASES.size(); i++) {
            String source = CASES.get(i).substring(CASES.get(i).indexOf('|') + 2);
            code.with("m%02d.py".formatted(i), source + "\n");
        }

        // When
        Analysis analysis = rules().analyse(code.project(), code.bench());

        // Then
        assertThat(analysis.findings())
                .extracting(finding -> finding.path() + " " + finding.rule())
                .containsExactlyElementsOf(IntStream.range(0, CASES.size())
                        .mapToObj(i -> "m%02d.py ".formatted(i) + CASES.get(i).split(" ", 2)[0])
                        .toList());
        assertThat(analysis.missing()).isEmpty();
        assertThat(analysis.notes()).isEmpty();
    }

    @Test
    void good_code_has_no_findings() throws Exception {
        // Given
        code.with("pkg/__init__.py", "from pkg.shapes import area\n");
        code.with("pkg/shapes.py", """
                from __future__ import annotations

                import os as _os
                from typing import TYPE_CHECKING

                try:
                    import simplejson as json
                except ImportError:
                    import json

                if TYPE_CHECKING:
                    from decimal import Decimal

                __all__ = ["area", "Shape"]


                class Shape:
                    size: "Decimal"

                    def __init__(self, size):
                        self.size = size
                        return None

                    @property
                    def name(self):
                        return f"{self.size:>{10}}"

                    @name.setter
                    def name(self, value):
                        self.size = value


                def area(shape, *, scale=None, _cache=()):
                    total, unused = shape.size, _os.sep
                    for number in range(3):
                        if number != number:
                            break
                    else:
                        total += 1
                    while True:
                        try:
                            return json.dumps({"a": total, "b": scale})
                        except (ValueError, TypeError) as problem:
                            raise RuntimeError from problem
                        finally:
                            for _ in range(2):
                                continue
                """);
        code.with("m.py", "import os  # noqa\nimport re  # noqa: F401\n");

        // When
        Analysis analysis = rules().analyse(code.project(), code.bench());

        // Then
        assertThat(analysis.findings()).isEmpty();
    }

    @Test
    void a_finding_says_where_and_how_bad() throws Exception {
        // Given
        code.with("pkg/m.py", "x = '\\U0001d11e' if True else 0; y = ('\ud834\udd1e' == None)\n");

        // When
        List<Finding> findings = rules().analyse(code.project(), code.bench()).findings();

        // Then: columns count units of UTF-16, of which the clef has two
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.tool()).isEqualTo("python-rules");
            assertThat(finding.path()).isEqualTo("pkg/m.py");
            assertThat(finding.line()).isEqualTo(1);
            assertThat(finding.column()).isEqualTo(39);
            assertThat(finding.level()).isEqualTo(Level.WARNING);
            assertThat(finding.category()).isEqualTo("bug");
        });
    }

    @Test
    void hostile_files_are_named_and_keep_nothing_from_being_found() throws Exception {
        // Given
        code.with("deep.py", "x = " + "-".repeat(100_000) + "1");
        code.with("parens.py", "x = " + "(".repeat(10_000) + "1" + ")".repeat(10_000));
        code.with("long.py", "x = " + "1+".repeat(200_000) + "1");
        code.with("large.py", "x = '" + "y".repeat(10_000_000) + "'");
        code.with("bytes.py", new byte[] {'x', ' ', '=', ' ', '"', (byte) 0xff, (byte) 0xfe, '"'});
        code.with("nul.py", new byte[] {'x', ' ', '=', ' ', '1', 0});
        code.with("empty.py", "");
        code.with("latin.py", "# coding: latin-1\nx = 'é' is None\n".getBytes(StandardCharsets.ISO_8859_1));
        code.with("many.py", "print(1 == None)\n".repeat(20_000));
        code.with("found.py", "import os\n");

        // When
        Analysis analysis = rules().analyse(code.project(), code.bench());
        Facts facts = new PythonFacts(files()).read(code.project(), code.bench());

        // Then
        assertThat(analysis.missing()).isEmpty();
        assertThat(analysis.findings())
                .filteredOn(finding -> !finding.path().equals("many.py"))
                .extracting(finding -> finding.path() + " " + finding.rule())
                .contains("bytes.py E999", "nul.py E999", "found.py F401")
                .noneMatch(text -> text.startsWith("empty.py"));
        assertThat(analysis.notes())
                .anySatisfy(note -> assertThat(note).contains("deep.py", "nested too deeply"))
                .anySatisfy(note -> assertThat(note).contains("large.py", "larger than 1024 KiB"))
                .anySatisfy(note -> assertThat(note).contains("18000 more", "many.py"));
        assertThat(facts.missing()).isEmpty();
        assertThat(facts.units()).extracting(CodeUnit::path).contains("empty.py", "latin.py", "found.py", "many.py");
        assertThat(facts.notes()).anySatisfy(note -> assertThat(note).contains("large.py"));
    }

    @Test
    void what_it_could_not_say_is_missing_not_silent() throws Exception {
        // Given
        code.with("a.py", "import os\n").with("b.py", "import os\n");
        AnalysisConfig mute = new Reading.Config(Duration.ofMinutes(1), Duration.ofSeconds(10), 1024, 0, 1024);
        PythonFiles files = new PythonFiles(new Python(code.sandbox(), new LookedFor()), mute);

        // When
        Analysis analysis = new PythonRules(files).analyse(code.project(), code.bench());

        // Then
        assertThat(analysis.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.tool()).isEqualTo("python3");
            assertThat(missing.neededFor()).contains("of 2 files: ", "b.py");
            assertThat(missing.howToGet()).contains("OUTPUT");
        });
    }

    @Test
    void names_kinds_exports_and_documentation() throws Exception {
        // Given
        code.with("pkg/m.py", """
                \"""A module.\"""
                __all__ = ["f", "_g", "A"]
                def f(x):
                    \"""Documented.\"""
                    def inner(): pass
                    return inner if x else None
                def _g(): pass
                def h(): pass
                class A:
                    def a(self):
                        if self:
                            pass
                    def _b(self): pass
                    @property
                    def c(self):
                        \"""It.\"""
                    @c.setter
                    def c(self, value): pass
                """);
        code.with("pkg/_private.py", "def f(): pass\n");
        code.with("pkg/__init__.py", "");
        code.with("tests/test_m.py", "def test_f(): pass\n");

        // When
        Facts facts = new PythonFacts(files()).read(code.project(), code.bench());

        // Then
        assertThat(facts.units())
                .extracting(unit -> unit.name() + " " + unit.kind() + " " + unit.complexity() + " "
                        + (unit.exported() ? unit.documented() ? "documented" : "undocumented" : "internal"))
                .containsExactly(
                        "pkg.__init__ module null internal",
                        "pkg._private module null internal",
                        "f function 1 internal",
                        "pkg.m module null documented",
                        "f function 2 documented",
                        "f.inner function 1 internal",
                        "_g function 1 undocumented",
                        "h function 1 internal",
                        "A type null undocumented",
                        "A.a function 2 undocumented",
                        "A._b function 1 internal",
                        "A.c function 1 documented",
                        "A.c function 1 internal");
    }

    @Test
    void complexity_is_what_radon_counts() throws Exception {
        assumeTrue(Files.isExecutable(RADON), "radon is not installed");
        Path library = Path.of("/usr/lib/python3.11");
        assumeTrue(Files.isDirectory(library.resolve("json")), "there is no standard library where Debian has it");

        // Given
        try (Stream<Path> files = Stream.concat(
                Stream.of("argparse.py", "textwrap.py", "ast.py", "configparser.py", "csv.py")
                        .map(library::resolve),
                Files.list(library.resolve("json"))
                        .filter(file -> file.toString().endsWith(".py")))) {
            for (Path file : files.toList()) {
                code.with(library.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        Map<String, Integer> radon = radon();

        // When
        Facts facts = new PythonFacts(files()).read(code.project(), code.bench());

        // Then
        Map<String, Integer> ours = new HashMap<>();
        facts.units().stream()
                .filter(unit -> unit.complexity() != null)
                .forEach(unit -> ours.put(unit.path() + ":" + unit.line(), unit.complexity()));
        long close = radon.entrySet().stream()
                .filter(entry -> Math.abs(ours.getOrDefault(entry.getKey(), -9) - entry.getValue()) <= 1)
                .count();
        System.out.printf("radon knows %d functions, %d are counted within one%n", radon.size(), close);
        assertThat(radon).hasSizeGreaterThan(300);
        assertThat((double) close / radon.size()).isGreaterThan(0.99);
    }

    @Test
    void says_the_same_each_time() throws Exception {
        // Given
        for (int i = 0; i < 20; i++) {
            code.with("p/m%d.py".formatted(i), "import os, re\ndef f(x=[], y={}):\n    a = b == None\n");
        }

        // When
        Analysis first = rules().analyse(code.project(), code.bench());
        Analysis second = rules().analyse(code.project(), code.bench());

        // Then
        assertThat(Json.mapper().writeValueAsString(first.findings()))
                .isEqualTo(Json.mapper().writeValueAsString(second.findings()));
        assertThat(first.findings()).hasSize(20 * 7);
    }

    private Map<String, Integer> radon() throws Exception {
        Process process = new ProcessBuilder(RADON.toString(), "cc", "-j", ".")
                .directory(code.project().folder().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        JsonNode report = Json.mapper().readTree(process.getInputStream());
        Map<String, Integer> values = new HashMap<>();
        report.properties().forEach(file -> file.getValue().forEach(block -> add(file.getKey(), block, values)));
        return values;
    }

    private static void add(String path, JsonNode block, Map<String, Integer> values) {
        if (!block.path("type").asText().equals("class")) {
            values.put(
                    path + ":" + block.path("lineno").asInt(),
                    block.path("complexity").asInt());
        }
        for (String inner : List.of("closures", "methods", "inner_classes")) {
            block.path(inner).forEach(each -> add(path, each, values));
        }
    }

    private PythonRules rules() {
        return new PythonRules(files());
    }

    private PythonFiles files() {
        return new PythonFiles(new Python(code.sandbox(), new LookedFor()), Reading.config());
    }
}
