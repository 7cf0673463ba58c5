package io.ymera.scanner.taint;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Severity;
import io.ymera.scanner.finding.Step;
import io.ymera.scanner.python.PythonFrontEnd;
import io.ymera.scanner.rule.RuleReader;
import io.ymera.scanner.rule.RuleSet;
import io.ymera.scanner.source.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine with rules of its own, so that nothing here hangs on what the product's say. Each line with {@code # finding} has one, no other. */
class TaintScanTest {

    @TempDir
    Path root = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Straight, through variables and texts
                "lib.run(lib.read())  # finding",
                "lib.run('ls ' + lib.read())  # finding",
                "x = lib.read()\ny = f'ls {x}'\nlib.run(y)  # finding",
                "x = lib.read()\nx = 'constant'\nlib.run(x)",
                "lib.run('ls %s' % lib.read())  # finding",
                "lib.run(lib.args['name'])  # finding",
                "lib.run(lib.stored())",
                // Branches and constants
                "x = lib.read()\nif lib.flag():\n    x = 'a'\nlib.run(x)  # finding",
                "x = lib.read()\nif 7 * 18 > 100:\n    x = 'a'\nlib.run(x)",
                "x = lib.read()\nif 7 * 18 < 100:\n    lib.run(x)",
                "x = 'a' if 1 + 1 == 2 else lib.read()\nlib.run(x)",
                "while False:\n    lib.run(lib.read())",
                "x = 'ABC'[1]\ny = lib.read()\nif x == 'B':\n    y = 'ok'\nlib.run(y)",
                // Loops
                "x = ''\nfor p in [1, 2]:\n    lib.run(x)  # finding\n    x = x + lib.read()",
                "x = lib.read()\nfor p in lib.things():\n    x = 'a'\nlib.run(x)  # finding",
                "x = lib.read()\nfor p in [1]:\n    x = 'a'\nlib.run(x)",
                // Lists and maps
                "x = ['a', lib.read()]\nlib.run(x[0])",
                "x = ['a', lib.read()]\nlib.run(x[1])  # finding",
                "x = []\nx.append('a')\nx.append(lib.read())\nlib.run(x.pop())  # finding",
                "x = []\nx.append(lib.read())\nx.append('a')\nlib.run(x.pop())",
                "x = {'a': lib.read(), 'b': 'c'}\nlib.run(x['b'])\nlib.run(x.get('a'))  # finding",
                "x = {}\nx[lib.key()] = lib.read()\nlib.run(x['a'])  # finding",
                "a, b = lib.read(), 'c'\nlib.run(b)\nlib.run(a)  # finding",
                "x = [p + '!' for p in lib.read()]\nlib.run(x[0])  # finding",
                "x = {'a': 'b'}\nlib.run(x[lib.read()])",
                // Sanitizers and checks
                "lib.run(lib.quote(lib.read()))",
                "lib.run(int(lib.read()))",
                "x = lib.read()\nif lib.checked(x):\n    lib.run(x)\nlib.run(x)  # finding",
                "x = lib.read()\nif not lib.checked(x):\n    lib.abort()\nlib.run(x)",
                "x = lib.read()\nif not lib.checked(x):\n    lib.log()\nlib.run(x)  # finding",
                "x = lib.read()\nif not x or not lib.checked(x):\n    raise Exception()\nlib.run(x)",
                "x = lib.read()\nif lib.checked(x) or lib.flag():\n    lib.run(x)  # finding",
                "x = lib.read()\nif x in ('a', 'b'):\n    lib.run(x)",
                "x = lib.read()\nif x not in {'a', 'b'}:\n    raise Exception()\nlib.run(x)",
                "x = lib.read()\nif x == 'a':\n    lib.run(x)",
                "x = lib.read()\nif not re.fullmatch('[a-z]+', x):\n    raise Exception()\nlib.run(x)",
                "x = lib.read()\nif not re.fullmatch('.+', x):\n    raise Exception()\nlib.run(x)  # finding",
                "x = lib.read()\ny = lib.normal(x)\nif not lib.checked(y):\n    raise Exception()\nlib.run(y)\nlib.run(x)  # finding",
                "x = lib.read()\nif not lib.checked(x.strip()):\n    raise Exception()\nlib.run(x)",
                // Functions
                "def f(a, b):\n    return b\nlib.run(f(lib.read(), 'a'))\nlib.run(f('a', lib.read()))  # finding",
                "def f(a):\n    lib.run(a)  # finding\nf(lib.read())",
                "def f(a, b='x', *c, **d):\n    lib.run(d['k'])  # finding\n    lib.run(b)\nf(1, k=lib.read())",
                "def ok(a):\n    return a in ('x', 'y')\nv = lib.read()\nif ok(v):\n    lib.run(v)",
                "def ok(a):\n    if lib.checked(a):\n        return True\n    return False\nv = lib.read()\nif not ok(v):\n    raise Exception()\nlib.run(v)",
                "def check(a):\n    if not lib.checked(a):\n        raise Exception()\nv = lib.read()\ncheck(v)\nlib.run(v)",
                "def outer():\n    x = lib.read()\n    def inner():\n        lib.run(x)  # finding\n    return inner",
                "def f(g):\n    g(lib.read())\nf(lambda a: lib.run(a))  # finding",
                "def f(n):\n    return f(n - 1) if n else lib.read()\nlib.run(f(3))  # finding",
                "@app.route('/x')\ndef f(p):\n    lib.run(p)  # finding",
                "@app.route('/x')\ndef f(p: int):\n    lib.run(p)",
                // Objects
                "class A:\n    def __init__(self, v):\n        self.v = v\n    def go(self):\n        lib.run(self.v)  # finding\nA(lib.read()).go()",
                "class A:\n    def set(self):\n        self.v = lib.read()\n    def go(self):\n        lib.run(self.v)  # finding",
                "class A:\n    def go(self):\n        return 'a'\nclass B(A):\n    def go(self):\n        return lib.read()\nlib.run(A().go())\nlib.run(B().go())  # finding",
                "class A:\n    pass\na = A()\na.x = lib.read()\na.y = 'b'\nlib.run(a.y)\nlib.run(a.x)  # finding",
                // Failures
                "try:\n    x = lib.read()\nexcept Exception:\n    x = 'a'\nlib.run(x)  # finding",
                "try:\n    x = 'a'\nfinally:\n    lib.run(lib.read())  # finding",
                "def f():\n    return\n    lib.run(lib.read())\nf()",
                // Checks without data
                "c = lib.connect()\nc.send()  # finding",
                "c = lib.connect()\nc.secure()\nc.send()",
                "lib.hash('md' + '5')  # finding",
                "ALG = 'md5'\ndef f():\n    lib.hash(ALG)  # finding",
            })
    void finds_what_it_must_and_nothing_else(String code) throws IOException {
        // Given
        String text = "import lib\nimport re\n" + code + "\n";
        Files.writeString(root.resolve("a.py"), text);

        // When
        List<Finding> findings = scan();

        // Then
        assertThat(findings).extracting(each -> each.location().line()).containsExactlyElementsOf(marked(text));
    }

    @Test
    void follows_data_through_several_files() throws IOException {
        // Given
        Files.createDirectory(root.resolve("pkg"));
        Files.writeString(root.resolve("pkg/__init__.py"), "");
        Files.writeString(root.resolve("pkg/tools.py"), "import lib\n\ndef go(command):\n    lib.run(command)\n");
        Files.writeString(root.resolve("main.py"), "import lib\nfrom pkg.tools import go\n\ngo(lib.read())\n");

        // When
        List<Finding> findings = scan();

        // Then
        assertThat(findings).hasSize(1);
        Finding finding = findings.getFirst();
        assertThat(finding.location().path()).isEqualTo("pkg/tools.py");
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.message()).isEqualTo("Data from a request gets into a command");
        assertThat(finding.flow())
                .extracting(Step::location)
                .extracting(at -> at.path() + ":" + at.line())
                .containsExactly("main.py:4", "pkg/tools.py:4");
    }

    @Test
    void says_the_same_each_time() throws IOException {
        // Given
        Files.writeString(
                root.resolve("a.py"), "import lib\nfor x in lib.read():\n    lib.run(x)\n    lib.run(x + x)\n");

        // When
        List<Finding> first = scan();
        List<Finding> second = scan();

        // Then
        assertThat(second).isEqualTo(first).hasSize(2);
    }

    private List<Finding> scan() throws IOException {
        RuleReader reader = new RuleReader();
        reader.models("toy.yaml", "python", resource("models/python/toy.yaml"));
        for (String rule : List.of("command", "insecure")) {
            reader.rule(rule + ".yaml", null, resource("rules/" + rule + ".yaml"));
        }
        Map<String, RuleSet> sets = reader.sets();
        TaintScan scan = new TaintScan(sets, List.of(new PythonFrontEnd()));
        return scan.scan(SourceTree.of(root, 100, 100_000), done -> {}).findings();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = TaintScanTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Integer> marked(String text) {
        List<String> lines = text.lines().toList();
        return IntStream.rangeClosed(1, lines.size())
                .filter(line -> lines.get(line - 1).endsWith("# finding"))
                .boxed()
                .toList();
    }
}
