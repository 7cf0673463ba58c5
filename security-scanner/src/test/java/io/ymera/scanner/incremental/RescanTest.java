package io.ymera.scanner.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Severity;
import io.ymera.scanner.ir.FrontEnd;
import io.ymera.scanner.java.JavaFrontEnd;
import io.ymera.scanner.javascript.JavaScriptFrontEnd;
import io.ymera.scanner.python.PythonFrontEnd;
import io.ymera.scanner.rule.RuleReader;
import io.ymera.scanner.rule.RuleSet;
import io.ymera.scanner.source.SourceTree;
import io.ymera.scanner.taint.TaintScan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scan with what is remembered says what one without says. The seed is printed; {@code -Dymera.seed=} replays it, {@code -Dymera.rounds=} does more. */
class RescanTest {

    private static final int CHANGES = 12;

    private final List<FrontEnd> frontEnds =
            List.of(new JavaFrontEnd(), new PythonFrontEnd(), new JavaScriptFrontEnd());
    private final List<String> broken = new ArrayList<>();

    @TempDir
    Path root = Path.of("");

    @TempDir
    Path cache = Path.of("");

    private Map<String, RuleSet> rules = Map.of();

    @BeforeEach
    void read_rules() throws IOException {
        rules = rules("critical");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "python", "javascript"})
    void says_what_a_full_scan_says_whatever_has_changed(String language) throws IOException {
        long first = Long.getLong("ymera.seed", System.nanoTime());
        int found = 0;
        for (int round = 0; round < Integer.getInteger("ymera.rounds", 2); round++) {
            long seed = first + round;
            System.out.println(language + ": -Dymera.seed=" + seed);
            // Given
            RandomProject project = new RandomProject(root, language, new Random(seed));
            project.write();
            rescan();
            for (int i = 0; i < CHANGES; i++) {
                // When
                String change = project.change();
                project.write();
                TaintScan.Outcome outcome = rescan();

                // Then
                TaintScan.Outcome full = full();
                assertThat(outcome.findings().findings())
                        .as("seed %d, change %d: %s", seed, i, change)
                        .isEqualTo(full.findings().findings());
                assertThat(outcome.findings().notes())
                        .as("seed %d, change %d: %s", seed, i, change)
                        .isEqualTo(full.findings().notes());
                found += full.findings().findings().size();
            }
        }
        assertThat(found).isPositive();
        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "python", "javascript"})
    void looks_at_nothing_again_if_nothing_has_changed(String language) throws IOException {
        // Given
        new RandomProject(root, language, new Random(1)).write();
        TaintScan.Outcome first = rescan();

        // When
        TaintScan.Outcome second = rescan();

        // Then
        assertThat(first.parsed()).isGreaterThan(6);
        assertThat(second.parsed()).isZero();
        assertThat(second.interpreted()).isZero();
        assertThat(second.findings()).isEqualTo(first.findings());
    }

    @Test
    void looks_again_at_what_has_changed_and_at_what_uses_it() throws IOException {
        // Given
        java("Used", "Object go(Object v) { return v; }");
        java("User", "void go() { Lib.run(new Used().go(Lib.read())); }");
        java("Other", "void go() { Lib.run(Lib.read()); }");
        rescan();

        // When
        java("Used", "Object go(Object v) { return \"\"; }");
        TaintScan.Outcome outcome = rescan();

        // Then
        assertThat(outcome.findings().findings())
                .extracting(finding -> finding.location().path())
                .containsExactly("Other.java");
        assertThat(outcome.parsed()).isEqualTo(2);
        assertThat(outcome.interpreted()).isEqualTo(2);
    }

    @Test
    void finds_what_a_class_that_was_not_there_before_does() throws IOException {
        // Given
        Files.writeString(root.resolve("Base.java"), "interface Base { void take(Object v); }\n");
        java("User", "void go(Base base) { base.take(Lib.read()); }");
        rescan();

        // When
        Files.writeString(
                root.resolve("Sub.java"),
                "import lib.Lib;\nclass Sub implements Base { public void take(Object v) { Lib.run(v); } }\n");
        TaintScan.Outcome outcome = rescan();

        // Then
        assertThat(outcome.findings().findings()).hasSize(1);
        assertThat(outcome.findings()).isEqualTo(full().findings());
    }

    @Test
    void looks_into_what_was_not_worth_it_before() throws IOException {
        // Given
        java("Used", "Object get() { return \"\"; }");
        java("User", "void go() { Lib.run(new Used().get()); }");
        assertThat(rescan().findings().findings()).isEmpty();

        // When
        java("Used", "Object get() { return Lib.read(); }");
        TaintScan.Outcome outcome = rescan();

        // Then
        assertThat(outcome.findings().findings()).hasSize(1);
        assertThat(outcome.findings()).isEqualTo(full().findings());
    }

    @Test
    void forgets_what_nobody_puts_into_a_field_any_more() throws IOException {
        // Given
        java("Shared", "Object one; Object two; void use() { Lib.run(this.one); }");
        java("A", "void go() { Shared shared = new Shared(); shared.one = Lib.read(); }");
        assertThat(rescan().findings().findings()).hasSize(1);

        // When
        java("A", "void go() { Shared shared = new Shared(); shared.two = Lib.read(); }");
        TaintScan.Outcome outcome = rescan();

        // Then
        assertThat(outcome.findings().findings()).isEmpty();
        assertThat(full().findings().findings()).isEmpty();
    }

    @Test
    void follows_other_rules_from_the_beginning() throws IOException {
        // Given
        java("One", "void go() { Lib.run(Lib.read()); }");
        rescan();
        rules = rules("low");
        byte[] key = new byte[32];
        key[0] = 1;

        // When
        TaintScan.Outcome outcome = rescan(key);

        // Then
        assertThat(outcome.findings().findings())
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Severity.LOW);
        assertThat(broken).isEmpty();
    }

    /** Whatever is in a cache, a scan comes to its end, says so at most once, and the next one is fast again. */
    @Test
    void does_without_a_cache_that_is_broken() throws IOException {
        // Given
        new RandomProject(root, "java", new Random(1)).write();
        rescan();
        Path file;
        try (var files = Files.list(cache)) {
            file = files.findFirst().orElseThrow();
        }
        byte[] good = Files.readAllBytes(file);
        TaintScan.Outcome full = full();
        long seed = Long.getLong("ymera.seed", System.nanoTime());
        System.out.println("Broken caches: -Dymera.seed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 15; round++) {
            byte[] bytes = broken(good.clone(), round, random);
            Files.write(file, bytes);
            broken.clear();

            // When
            TaintScan.Outcome outcome = rescan();

            // Then
            assertThat(outcome.findings()).as("seed %d, round %d", seed, round).isEqualTo(full.findings());
            assertThat(broken).hasSizeLessThan(2);
            assertThat(rescan().interpreted()).isZero();
        }
    }

    private static byte[] broken(byte[] good, int round, Random random) {
        if (round == 0) {
            return new byte[0];
        }
        if (round < 4) {
            return Arrays.copyOf(good, random.nextInt(good.length));
        }
        if (round < 7) {
            return Arrays.copyOf(good, good.length + 1 + random.nextInt(100));
        }
        for (int i = 0; i <= random.nextInt(4); i++) {
            good[random.nextInt(good.length)] = (byte) random.nextInt();
        }
        return good;
    }

    private void java(String name, String member) throws IOException {
        Files.writeString(root.resolve(name + ".java"), "import lib.Lib;\nclass " + name + " { " + member + " }\n");
    }

    private TaintScan.Outcome full() throws IOException {
        return new TaintScan(rules, frontEnds).scan(tree(), Memories.NONE, done -> {});
    }

    private TaintScan.Outcome rescan() throws IOException {
        return rescan(new byte[32]);
    }

    private TaintScan.Outcome rescan(byte[] key) throws IOException {
        return new TaintScan(rules, frontEnds).scan(tree(), new CacheFolder(cache, key, broken::add), done -> {});
    }

    private SourceTree tree() throws IOException {
        return SourceTree.of(root, 100, 30_000);
    }

    private static Map<String, RuleSet> rules(String severity) throws IOException {
        RuleReader reader = new RuleReader();
        reader.models("toy.yaml", "common", resource("models.yaml"));
        for (String rule : List.of("command", "insecure")) {
            reader.rule(rule + ".yaml", null, resource(rule + ".yaml").replace("critical", severity));
        }
        return reader.sets();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = RescanTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
