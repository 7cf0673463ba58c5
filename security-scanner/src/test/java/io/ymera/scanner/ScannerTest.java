package io.ymera.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.finding.Location;
import io.ymera.scanner.finding.Note;
import io.ymera.scanner.finding.Severity;
import io.ymera.scanner.source.SourceTree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScannerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path root = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** A scan that does what a test wants. */
    private record Fake(String name, Work work) implements Scan {
        interface Work {
            Output run(SourceTree tree, Job job, Progress progress) throws Exception;
        }

        @Override
        public Output run(SourceTree tree, Job job, Progress progress) throws Exception {
            return work.run(tree, job, progress);
        }
    }

    @Test
    void progress_comes_first_and_the_result_last_each_in_a_line() throws Exception {
        // Given
        Scan scan = new Fake("one", (tree, job, progress) -> {
            IntStream.rangeClosed(0, 100_000).forEach(i -> progress.at(i, 100_000));
            return new Scan.Output(new Findings(List.of(finding("x")), List.of()), Map.of("sbom", new TextNode("s")));
        });

        // When
        int code = run("{'root': '%s', 'scans': ['one'], 'today': '2026-11-26', 'options': {'sarif': true}}", scan);

        // Then
        List<JsonNode> lines = lines();
        assertThat(code).isZero();
        assertThat(lines).hasSizeBetween(100, 103);
        assertThat(lines.subList(0, lines.size() - 1)).allMatch(line -> line.has("progress"));
        assertThat(lines.get(50).toString())
                .isEqualTo("{\"progress\":{\"scan\":\"one\",\"done\":50000,\"total\":100000}}");
        JsonNode result = lines.getLast().path("result");
        assertThat(result.at("/findings/0/rule").asText()).isEqualTo("x");
        assertThat(result.at("/findings/0/severity").asText()).isEqualTo("high");
        assertThat(result.at("/findings/0/location/end_line").asInt()).isEqualTo(2);
        assertThat(result.at("/findings/0/baseline_state").asText()).isEqualTo("new");
        assertThat(result.at("/findings/0/suppression").isNull()).isTrue();
        assertThat(result.path("verdict").asText()).isEqualTo("failed");
        assertThat(result.path("score").asInt()).isEqualTo(75);
        assertThat(result.at("/counts/by_severity/high").asInt()).isEqualTo(1);
        assertThat(result.path("sbom").asText()).isEqualTo("s");
        assertThat(result.at("/sarif/version").asText()).isEqualTo("2.1.0");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void scans_that_break_are_said_and_the_others_are_run_all_the_same() throws Exception {
        // Given
        Scan deep = new Fake("deep", (tree, job, progress) -> endless(0));
        Scan large = new Fake("large", (tree, job, progress) -> {
            throw new OutOfMemoryError("Java heap space");
        });
        Scan wrong = new Fake("wrong", (tree, job, progress) -> {
            throw new IllegalStateException("password=hunter2");
        });
        Scan good = new Fake(
                "good",
                (tree, job, progress) -> Scan.Output.of(new Findings(List.of(), List.of(new Note("a", "Not read")))));

        // When
        int code = run(
                "{'root': '%s', 'scans': ['deep', 'large', 'wrong', 'good'], 'today': '2026-11-26'}",
                deep, large, wrong, good);

        // Then
        JsonNode result = lines().getLast().path("result");
        assertThat(code).isZero();
        assertThat(result.path("verdict").asText()).isEqualTo("incomplete");
        assertThat(result.path("score").asInt()).isEqualTo(25);
        assertThat(result.at("/scans/0").toString()).isEqualTo("{\"name\":\"deep\",\"whole\":false}");
        assertThat(result.at("/scans/3/whole").asBoolean()).isTrue();
        assertThat(result.path("notes").findValuesAsText("text").toString())
                .contains("nested too deeply", "more memory", "IllegalStateException in io.ymera", "Not read")
                .doesNotContain("hunter2");
    }

    @Test
    void the_stack_is_deep() throws Exception {
        // Given
        Scan scan = new Fake("deep", (tree, job, progress) -> {
            assertThat(depth(500_000)).isEqualTo(500_000);
            return Scan.Output.empty();
        });

        // When
        run("{'root': '%s', 'scans': ['deep'], 'today': '2026-11-26'}", scan);

        // Then
        assertThat(lines().getLast().at("/result/scans/0/whole").asBoolean()).isTrue();
    }

    @Test
    void the_worst_findings_are_listed_and_all_count() throws Exception {
        // Given
        List<Finding> findings = new ArrayList<>();
        IntStream.range(0, 30)
                .forEach(i -> findings.add(Finding.at(
                        "one", "low", null, Severity.LOW, "m", "f", Location.line("a%02d".formatted(i), 1), "a")));
        findings.add(finding("high"));
        Scan scan = new Fake("one", (tree, job, progress) -> Scan.Output.of(new Findings(findings, List.of())));

        // When
        run("{'root': '%s', 'scans': ['one'], 'today': '2026-11-26', 'options': {'max_findings': 2}}", scan);

        // Then
        JsonNode result = lines().getLast().path("result");
        assertThat(result.path("findings").findValuesAsText("rule")).containsExactly("high", "low");
        assertThat(result.path("findings_left_out").asInt()).isEqualTo(29);
        assertThat(result.at("/counts/total").asInt()).isEqualTo(31);
    }

    @Test
    void what_nobody_is_exposed_to_is_left_out() throws Exception {
        // Given
        Finding local = new Finding(
                "one",
                "x",
                List.of(),
                Severity.HIGH,
                "m",
                "f",
                Location.line("a", 1),
                List.of(),
                "a",
                Map.of("exposure", "local"));
        Scan scan = new Fake("one", (tree, job, progress) -> Scan.Output.of(new Findings(List.of(local), List.of())));

        // When
        run("{'root': '%s', 'scans': ['one'], 'today': '2026-11-26', 'options': {'exposures': ['remote']}}", scan);

        // Then
        assertThat(lines().getLast().at("/result/findings")).isEmpty();
    }

    @Test
    void numbers_that_can_be_guessed_are_found_whoever_attacks() throws Exception {
        // Given
        Files.writeString(
                root.resolve("A.java"),
                "class A { String a() { String token = Integer.toString(new java.util.Random().nextInt()); return token; } }");

        // When
        run("{'root': '%s', 'scans': ['security_scan'], 'today': '2026-11-26'}", new SecurityScan());

        // Then
        assertThat(lines().getLast().at("/result/findings/0/rule").asText()).isEqualTo("insecure-random");
    }

    @Test
    void the_same_job_gives_the_same_bytes() throws Exception {
        // Given
        Files.writeString(root.resolve("a.py"), "import os\nos.system(input())\n");
        String job = "{'root': '%s', 'scans': ['one'], 'today': '2026-11-26', 'options': {'sarif': true}}";
        Finding many = new Finding(
                "one",
                "x",
                List.of(3, 2, 1),
                Severity.HIGH,
                "m",
                "f",
                Location.line("a.py", 1),
                List.of(),
                "a",
                Map.of("c", "1", "a", "2", "b", "3", "d", "4"));
        Scan scan = new Fake("one", (tree, work, progress) -> Scan.Output.of(new Findings(List.of(many), List.of())));

        // When
        run(job, scan);
        String first = out.toString(StandardCharsets.UTF_8);
        out.reset();
        run(job, scan);

        // Then
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(first);
        assertThat(first).contains("{\"a\":\"2\",\"b\":\"3\",\"c\":\"1\",\"d\":\"4\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "|is no JSON",
                "x|is no JSON",
                "[]|is no JSON object",
                "{} {}|is no JSON",
                "{'a': 1}|no 'a'",
                "{'root': '%s', 'root': '%s'}|is no JSON",
                "{'scans': ['one'], 'today': '2026-11-26'}|'root' is missing",
                "{'root': 7}|'root' is no text",
                "{'root': 'relative'}|'root' is 'relative' and should be an absolute path",
                "{'root': '%s/none'}|is no folder",
                "{'root': '%s/\\u0000'}|should be an absolute path",
                "{'root': '%s', 'scans': 'one', 'today': '2026-11-26'}|'scans' should be a list of texts",
                "{'root': '%s', 'scans': [], 'today': '2026-11-26'}|at least one scan",
                "{'root': '%s', 'scans': ['one', 'one'], 'today': '2026-11-26'}|each once",
                "{'root': '%s', 'scans': ['two'], 'today': '2026-11-26'}|'two', but there are one",
                "{'root': '%s', 'scans': ['one']}|'today' is missing",
                "{'root': '%s', 'scans': ['one'], 'today': 'now'}|'today' is 'now'",
                "{'root': '%s', 'scans': ['one'], 'today': '2026-11-26', 'options': 7}|'options' is no JSON object",
                "{'root': '%s', 'scans': ['one'], 'today': '2026-11-26', 'options': {'b': 1}}|no 'options.b'",
                "{'root': '%s', 'scans': ['one'], 'today': '2026-11-26', 'options': {'max_files': 0}}|from 1 to",
                "{'root': '%s', 'scans': ['one'], 'today': '2026-11-26', 'options': {'max_files': 1.5}}|from 1 to",
                "{'root': '%s', 'scans': ['one'], 'today': '2026-11-26', 'options': {'max_file_bytes': 1e99}}|from 1"
                        + " to",
                "{'root': '%s', 'scans': ['one'], 'today': '2026-11-26', 'options': {'max_files': '7'}}|from 1 to",
                "{'root': '%s', 'scans': ['one'], 'today': '2026-11-26', 'options': {'sarif': 1}}|true or false",
                "{'root': '%s', 'scans': ['one'], 'today': '2026-11-26', 'options': {'fail_at': 'worst'}}|'worst'",
                "{'root': '%s', 'scans': ['one'], 'today': '2026-11-26', 'options': {'exposures': ['all']}}|exposures",
                "{'root': '%s', 'scans': ['one'], 'today': '2026-11-26', 'options': {'baseline': {}}}|baseline",
                "{'root': '%s', 'scans': ['one'], 'today': '2026-11-26', 'options': {'rules': ['/none']}}|no folder",
                "{'root': '%s', 'scans': ['one'], 'today': '2026-11-26', 'options': {'cache': 7}}|'options.cache' is"
                        + " no text",
            })
    void a_bad_job_ends_with_2_and_a_sentence(String job, String why) {
        int code = run(job == null ? "" : job, new Fake("one", (tree, given, progress) -> Scan.Output.empty()));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains(why);
        assertThat(out.size()).isZero();
    }

    @Test
    void a_job_that_is_nested_deeply_is_a_bad_one() {
        assertThat(run("[".repeat(100_000))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("is no JSON");
    }

    @Test
    void a_job_that_breaks_off_and_a_reader_that_is_gone_are_said() {
        // Given
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        String job = "{\"root\": \"%s\", \"scans\": [\"one\"], \"today\": \"2026-11-26\"}".formatted(root);
        Scan scan = new Fake("one", (tree, given, progress) -> Scan.Output.empty());

        // When
        int unread = Main.run(broken, out, new PrintStream(err, true, StandardCharsets.UTF_8), List.of(scan));
        int unwritten = Main.run(
                new ByteArrayInputStream(job.getBytes(StandardCharsets.UTF_8)),
                closed,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                List.of(scan));

        // Then
        assertThat(List.of(unread, unwritten)).containsExactly(2, 2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    }

    private static Scan.Output endless(int depth) {
        return depth == -1 ? Scan.Output.empty() : endless(depth + 1);
    }

    private static int depth(int left) {
        return left == 0 ? 0 : 1 + depth(left - 1);
    }

    private static Finding finding(String rule) {
        return Finding.at("one", rule, 89, Severity.HIGH, "m", "f", Location.line("a", 2), "a");
    }

    /** Apostrophes for quotation marks, and %s for the root. */
    private int run(String job, Scan... scans) {
        String json = job.replace('\'', '"').replace("%s", root.toString());
        return Main.run(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                List.of(scans));
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}
