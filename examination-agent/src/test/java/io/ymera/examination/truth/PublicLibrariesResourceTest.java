package io.ymera.examination.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.ymera.agent.TaskContext;
import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.QuietAttempt;
import io.ymera.codebase.lab.Workbench;
import io.ymera.codebase.python.Python;
import io.ymera.examination.analysis.CodeUnit;
import io.ymera.examination.analysis.FactsReader;
import io.ymera.examination.testing.CoverageReport.FileCoverage;
import io.ymera.examination.testing.Examined;
import io.ymera.examination.testing.Outcome;
import io.ymera.examination.testing.TestExecution;
import io.ymera.examination.testing.TestOptions;
import io.ymera.examination.testing.TestRun;
import io.ymera.sandbox.Sandbox;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Needs the libraries that {@code src/test/fixtures/fetch} brings; what is not there is skipped. */
@QuarkusTest
class PublicLibrariesResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PYTHON = "/usr/bin/python3";
    private static final Path TOOLS = Path.of("target", "tools").toAbsolutePath();

    @Inject
    @SuppressWarnings("NullAway.Init")
    TestExecution tests;

    @Inject
    @All
    @SuppressWarnings("NullAway.Init")
    List<FactsReader> readers;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Sandbox sandbox;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Python python;

    /** Quarkus makes the instances of this class, and does not fill a TempDir in. */
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("ymera-truth");
    }

    @AfterEach
    void deleteFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    static Stream<Library> pythonLibraries() {
        return Library.all(Language.PYTHON);
    }

    static Stream<Library> javaLibraries() {
        return Library.all(Language.JAVA);
    }

    static Stream<Library> javaScriptLibraries() {
        return Library.all(Language.JAVASCRIPT);
    }

    @ParameterizedTest
    @MethodSource("pythonLibraries")
    void python_as_pytest_coverage_py_and_radon_say(Library library) throws Exception {
        // Given
        HandRun byHand = new HandRun(library, Files.createDirectory(folder.resolve("by-hand")));
        String interpreter = python.interpreter().orElseThrow().executable().toString();
        String said = byHand.run(interpreter, "-m", "pytest", "-q", "--color=no", "-p", "no:cacheprovider");
        Counts counts = new Counts(
                HandRun.number(said, "(\\d+) passed") + HandRun.number(said, "(\\d+) xpassed"),
                HandRun.number(said, "(\\d+) failed") + HandRun.number(said, "(\\d+) errors?"),
                HandRun.number(said, "(\\d+) skipped") + HandRun.number(said, "(\\d+) xfailed"));

        // When: without coverage, as by hand
        Examined tested = tests.run(library.project(), TestOptions.defaults(), bench());
        Examined examined = examine(library);

        // Then
        assertThat(Counts.of(tested.report().totals()))
                .as("%s", unsuccessful(tested))
                .isEqualTo(counts);
        assertThat(counts.passed()).isPositive();
        allAreAccountedFor(tested);
        coverageIs(examined, coveragePy(byHand));
        complexityIs(library, radon(byHand));
    }

    @ParameterizedTest
    @MethodSource("javaLibraries")
    void java_as_junit_jacoco_and_pmd_say(Library library) throws Exception {
        // Given
        HandRun byHand = new HandRun(library, Files.createDirectory(folder.resolve("by-hand")));
        String jdk = System.getProperty("java.home") + "/bin/";
        String jars = jars(TOOLS.resolve("junit")) + ":" + jars(byHand.folder().resolve("lib"));
        compile(byHand, jdk, jars);
        Path agent = Files.list(TOOLS.resolve("jacoco"))
                .filter(jar -> jar.getFileName().toString().contains("agent"))
                .findFirst()
                .orElseThrow();
        String said = byHand.run(
                jdk + "java",
                // What the agent's default memory comes to: some tests are skipped where there is less
                "-Xmx1280m",
                "-javaagent:" + agent + "=destfile=jacoco.exec",
                "-cp",
                "classes:test-classes:" + jars,
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--scan-classpath=test-classes",
                "--details=summary",
                "--disable-banner",
                "--disable-ansi-colors");
        Counts counts = new Counts(
                HandRun.number(said, "(\\d+) tests successful"),
                HandRun.number(said, "(\\d+) tests failed"),
                HandRun.number(said, "(\\d+) tests skipped") + HandRun.number(said, "(\\d+) tests aborted"));

        // When
        Examined examined = examine(library);

        // Then
        assertThat(Counts.of(examined.report().totals()))
                .as("%s", unsuccessful(examined))
                .isEqualTo(counts);
        assertThat(counts.passed()).isPositive();
        coverageIs(examined, jacoco(byHand, jdk));
        complexityIs(library, pmd(byHand, jdk));
    }

    @ParameterizedTest
    @MethodSource("javaScriptLibraries")
    void javascript_as_its_framework_c8_and_eslint_say(Library library) throws Exception {
        // Given
        String modules = Optional.ofNullable(System.getenv("TEST_NODE_MODULES")).orElse("");
        assumeTrue(!modules.isEmpty(), "TEST_NODE_MODULES is not set");
        HandRun byHand = new HandRun(library, Files.createDirectory(folder.resolve("by-hand")));
        Files.createSymbolicLink(byHand.folder().resolve("node_modules"), Path.of(modules));
        JsonNode script =
                JSON.readTree(byHand.folder().resolve("package.json").toFile()).path("scripts");
        boolean mocha = script.path("test").asText().contains("mocha");
        List<String> argv = mocha
                ? List.of(
                        "node_modules/.bin/mocha",
                        "-u",
                        script.path("test").asText().contains("tdd") ? "tdd" : "bdd")
                : List.of("node", "--test");
        List<String> reporting = new ArrayList<>(argv);
        reporting.addAll(mocha ? List.of("--reporter", "dot", "test/*") : List.of("--test-reporter=tap"));
        String said = byHand.run(reporting);
        Counts counts = mocha
                ? new Counts(
                        HandRun.number(said, "(\\d+) passing"),
                        HandRun.number(said, "(\\d+) failing"),
                        HandRun.number(said, "(\\d+) pending"))
                : new Counts(
                        HandRun.number(said, "# pass (\\d+)"),
                        HandRun.number(said, "# fail (\\d+)"),
                        HandRun.number(said, "# skipped (\\d+)") + HandRun.number(said, "# todo (\\d+)"));
        assumeTrue(mocha || counts.passed() > 0, "what runs " + library + " is another framework");

        // When
        Examined examined = examine(library);

        // Then
        assertThat(Counts.of(examined.report().totals()))
                .as("%s", unsuccessful(examined))
                .isEqualTo(counts);
        allAreAccountedFor(examined);
        coverageIs(examined, c8(byHand, reporting));
        complexityIs(library, eslint(byHand));
    }

    private Examined examine(Library library) throws Exception {
        return tests.run(library.project(), TestOptions.defaults().withCoverage(), bench());
    }

    /** Suites that people wrote for themselves hide nothing. */
    private static void allAreAccountedFor(Examined examined) {
        assertThat(examined.report().notRun())
                .allSatisfy(test -> assertThat(test.why()).as("%s", test).isNotNull());
    }

    private static List<TestRun> unsuccessful(Examined examined) {
        return examined.report().tests().stream()
                .filter(test -> test.outcome() != Outcome.PASSED && test.outcome() != Outcome.SKIPPED)
                .toList();
    }

    private Workbench bench() throws IOException {
        TaskContext context = QuietAttempt.in(Files.createTempDirectory(folder, "workspace"));
        return new Workbench(sandbox, context, Clock.systemUTC());
    }

    /** Over the files that both speak of: within one point. A reference that speaks of none is a mistake of this test. */
    private static void coverageIs(Examined examined, Map<String, int[]> reference) {
        int[] nothing = {0, 0};
        List<FileCoverage> ours = examined.coverage().orElseThrow().files().stream()
                .filter(file -> reference.containsKey(file.path()))
                .toList();
        assertThat(ours).isNotEmpty();
        assertThat(ours.stream().map(FileCoverage::path))
                .containsAll(reference.keySet().stream()
                        .filter(path -> !Project.isTest(path))
                        .filter(path -> reference.getOrDefault(path, nothing)[0] > 0)
                        // Configuration of a tool that is not there can't be loaded
                        .filter(path -> !path.contains(".config."))
                        .toList());
        double byUs = 100.0
                * ours.stream().mapToInt(FileCoverage::executed).sum()
                / ours.stream().mapToInt(FileCoverage::executable).sum();
        double byHand = 100.0
                * ours.stream()
                        .mapToInt(file -> reference.getOrDefault(file.path(), nothing)[1])
                        .sum()
                / ours.stream()
                        .mapToInt(file -> reference.getOrDefault(file.path(), nothing)[0])
                        .sum();
        System.out.printf("coverage %.2f, by hand %.2f%n", byUs, byHand);
        assertThat(byUs).isCloseTo(byHand, within(1.0));
    }

    /** Of at least 90 % of the functions that the reference tool names, within one. */
    private void complexityIs(Library library, Map<String, Integer> reference) throws Exception {
        Map<String, Integer> ours = new HashMap<>();
        for (FactsReader reader : readers) {
            for (CodeUnit unit : reader.read(library.project(), bench()).units()) {
                if (unit.complexity() != null) {
                    ours.merge(unit.path() + ":" + unit.line(), unit.complexity(), Math::max);
                }
            }
        }
        List<String> product = library.project().productSources(library.language());
        Map<String, Integer> considered = reference.entrySet().stream()
                .filter(each -> product.contains(
                        each.getKey().substring(0, each.getKey().lastIndexOf(':'))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(considered).isNotEmpty();
        Map<String, String> different = new TreeMap<>();
        considered.forEach((place, value) -> {
            Integer byUs = ours.get(place);
            if (byUs == null || Math.abs(byUs - value) > 1) {
                different.put(place, "by us " + byUs + ", by hand " + value);
            }
        });
        System.out.printf(
                "%s: complexity within one of %d of %d functions%n",
                library, considered.size() - different.size(), considered.size());
        assertThat(100.0 * different.size() / considered.size())
                .as("%s", different)
                .isLessThanOrEqualTo(10.0);
    }

    private static Map<String, int[]> coveragePy(HandRun byHand) throws Exception {
        byHand.run(PYTHON, "-m", "coverage", "run", "--source=.", "-m", "pytest", "-q", "-p", "no:cacheprovider");
        byHand.run(PYTHON, "-m", "coverage", "json", "-q", "-o", "coverage.json");
        Path file = byHand.folder().resolve("coverage.json");
        assumeTrue(Files.exists(file), "coverage.py is not installed for " + PYTHON);
        Map<String, int[]> lines = new HashMap<>();
        JSON.readTree(file.toFile()).path("files").properties().forEach(each -> {
            JsonNode summary = each.getValue().path("summary");
            lines.put(each.getKey(), new int[] {
                summary.path("num_statements").asInt(),
                summary.path("covered_lines").asInt()
            });
        });
        return lines;
    }

    private static Map<String, Integer> radon(HandRun byHand) throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/radon")), "radon is not installed");
        Map<String, Integer> values = new HashMap<>();
        JSON.readTree(byHand.run("/usr/bin/radon", "cc", "-j", "."))
                .properties()
                .forEach(file -> {
                    for (JsonNode block : file.getValue()) {
                        if (!block.path("type").asText().equals("class")) {
                            values.put(
                                    Path.of(file.getKey()).normalize() + ":"
                                            + block.path("lineno").asInt(),
                                    block.path("complexity").asInt());
                        }
                    }
                });
        return values;
    }

    private static void compile(HandRun byHand, String jdk, String jars) throws Exception {
        List<String> sources = new ArrayList<>(byHand.files(".java", "src/main/java", "src/test/java"));
        sources.removeIf(source -> source.endsWith("module-info.java"));
        for (String part : List.of("main", "test")) {
            String to = part.equals("main") ? "classes" : "test-classes";
            List<String> argv = new ArrayList<>(List.of(
                    jdk + "javac",
                    "-nowarn",
                    "-g",
                    "-proc:none",
                    "-encoding",
                    "UTF-8",
                    "-d",
                    to,
                    "-cp",
                    "classes:" + jars));
            sources.stream().filter(source -> source.startsWith("src/" + part)).forEach(argv::add);
            byHand.run(argv);
            for (String resource : byHand.files("", "src/" + part + "/java")) {
                Path from = byHand.folder().resolve(resource);
                if (Files.isRegularFile(from) && !resource.endsWith(".java")) {
                    Path target = byHand.folder()
                            .resolve(to)
                            .resolve(Path.of("src", part, "java")
                                    .relativize(Path.of(resource))
                                    .toString());
                    Files.createDirectories(target.resolveSibling(""));
                    Files.copy(from, target);
                }
            }
        }
    }

    private static Map<String, int[]> jacoco(HandRun byHand, String jdk) throws Exception {
        Path cli = Path.of("target", "fixtures", "jacoco-cli.jar").toAbsolutePath();
        assumeTrue(Files.exists(cli), "JaCoCo's command line is not there: run src/test/fixtures/fetch");
        byHand.run(
                jdk + "java",
                "-jar",
                cli.toString(),
                "report",
                "jacoco.exec",
                "--classfiles",
                "classes",
                "--xml",
                "jacoco.xml",
                "--quiet");
        String xml = Files.readString(byHand.folder().resolve("jacoco.xml"));
        Map<String, int[]> lines = new HashMap<>();
        var packages = java.util.regex.Pattern.compile("<package name=\"([^\"]*)\">(.*?)</package>")
                .matcher(xml);
        while (packages.find()) {
            var files = java.util.regex.Pattern.compile("<sourcefile name=\"([^\"]*)\">(.*?)</sourcefile>")
                    .matcher(packages.group(2));
            while (files.find()) {
                var counter = java.util.regex.Pattern.compile(
                                "<counter type=\"LINE\" missed=\"(\\d+)\" covered=\"(\\d+)\"/>")
                        .matcher(files.group(2));
                if (counter.find()) {
                    int missed = Integer.parseInt(counter.group(1));
                    int covered = Integer.parseInt(counter.group(2));
                    lines.put(
                            "src/main/java/" + packages.group(1) + "/" + files.group(1),
                            new int[] {missed + covered, covered});
                }
            }
        }
        return lines;
    }

    private static Map<String, Integer> pmd(HandRun byHand, String jdk) throws Exception {
        Path rules = Files.writeString(byHand.folder().resolve("rules.xml"), """
                <ruleset name="complexity" xmlns="http://pmd.sourceforge.net/ruleset/2.0.0">
                  <description>Each method</description>
                  <rule ref="category/java/design.xml/CyclomaticComplexity">
                    <properties>
                      <property name="methodReportLevel" value="1"/>
                      <property name="classReportLevel" value="100000"/>
                    </properties>
                  </rule>
                </ruleset>
                """);
        String csv = byHand.run(
                jdk + "java",
                "-cp",
                jars(TOOLS.resolve("pmd")),
                "net.sourceforge.pmd.cli.PmdCli",
                "check",
                "--no-progress",
                "--no-cache",
                "-f",
                "emacs",
                "-R",
                rules.toString(),
                "-d",
                "src/main/java");
        Map<String, Integer> values = new HashMap<>();
        var results = java.util.regex.Pattern.compile("(?m)^(\\S+\\.java):(\\d+):.* cyclomatic complexity of (\\d+)")
                .matcher(csv);
        while (results.find()) {
            String path = byHand.folder()
                    .relativize(byHand.folder().resolve(results.group(1)))
                    .toString();
            values.put(path + ":" + results.group(2), Integer.parseInt(results.group(3)));
        }
        return values;
    }

    private static Map<String, int[]> c8(HandRun byHand, List<String> argv) throws Exception {
        List<String> measured = new ArrayList<>(List.of(
                "node_modules/.bin/c8",
                "--all",
                "--clean",
                "-r",
                "json-summary",
                "-o",
                "c8",
                "--exclude-node-modules"));
        measured.addAll(argv);
        byHand.run(measured);
        Map<String, int[]> lines = new HashMap<>();
        JSON.readTree(byHand.folder().resolve("c8/coverage-summary.json").toFile())
                .properties()
                .forEach(each -> {
                    if (!each.getKey().equals("total")) {
                        JsonNode counts = each.getValue().path("lines");
                        lines.put(
                                byHand.folder()
                                        .relativize(Path.of(each.getKey()))
                                        .toString(),
                                new int[] {
                                    counts.path("total").asInt(),
                                    counts.path("covered").asInt()
                                });
                    }
                });
        return lines;
    }

    private static Map<String, Integer> eslint(HandRun byHand) throws Exception {
        Files.writeString(byHand.folder().resolve("eslint.config.cjs"), """
                module.exports = [
                  {linterOptions: {reportUnusedDisableDirectives: 'off', noInlineConfig: true}},
                  {files: ['**/*.js', '**/*.mjs', '**/*.cjs'], rules: {complexity: ['error', 0]}},
                ]
                """);
        String json = byHand.run("node_modules/.bin/eslint", "-c", "eslint.config.cjs", "-f", "json", ".");
        Map<String, Integer> values = new HashMap<>();
        for (JsonNode file : JSON.readTree(json.substring(json.indexOf('[')))) {
            String path = byHand.folder()
                    .relativize(Path.of(file.path("filePath").asText()))
                    .toString();
            for (JsonNode message : file.path("messages")) {
                int value = HandRun.number(message.path("message").asText(), "complexity of (\\d+)");
                if (value > 0) {
                    values.merge(path + ":" + message.path("line").asInt(), value, Math::max);
                }
            }
        }
        return values;
    }

    private static String jars(Path folder) throws Exception {
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
