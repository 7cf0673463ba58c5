package io.ymera.scanner.taint;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.ir.FrontEnd;
import io.ymera.scanner.java.JavaFrontEnd;
import io.ymera.scanner.javascript.JavaScriptFrontEnd;
import io.ymera.scanner.python.PythonFrontEnd;
import io.ymera.scanner.rule.RuleSet;
import io.ymera.scanner.rule.Rules;
import io.ymera.scanner.source.SourceTree;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases beside the rules: a file, or a folder of several, whose lines say in a comment what must be found there. Nothing else may be found.
 */
class RuleCasesTest {

    private static final Pattern EXPECTED = Pattern.compile("(?://|#) finding: ([a-z, -]+)$");
    private static final Set<String> LANGUAGES = Set.of("java", "python", "javascript");

    private static Map<String, RuleSet> rules = Map.of();

    @BeforeAll
    static void load() throws IOException {
        rules = Rules.load(List.of());
    }

    /** The rules themselves lie in a folder of the same name. */
    static Stream<Path> cases() throws IOException, URISyntaxException {
        List<Path> cases = new ArrayList<>();
        for (URL place :
                Collections.list(RuleCasesTest.class.getClassLoader().getResources("io/ymera/scanner/rules"))) {
            Path folder = Path.of(place.toURI());
            try (Stream<Path> paths = Files.walk(folder, 3)) {
                paths.filter(path -> folder.relativize(path).getNameCount() == 3)
                        .filter(path -> LANGUAGES.contains(
                                folder.relativize(path).getName(1).toString()))
                        .forEach(cases::add);
            }
        }
        return cases.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatTheCaseSaysAndNothingElse(Path path, @TempDir Path alone) throws IOException {
        Path root = path;
        if (Files.isRegularFile(path)) {
            Files.copy(path, alone.resolve(path.getFileName().toString()));
            root = alone;
        }
        SourceTree tree = SourceTree.of(root, 100, 1_000_000L);
        List<FrontEnd> frontEnds = List.of(new JavaFrontEnd(), new PythonFrontEnd(), new JavaScriptFrontEnd());

        Findings findings = new TaintScan(rules, frontEnds).scan(tree, done -> {});

        Set<String> found = new TreeSet<>();
        findings.findings()
                .forEach(each -> found.add("%s:%d %s"
                        .formatted(each.location().path(), each.location().line(), each.rule())));
        assertThat(found).containsExactlyElementsOf(expected(tree));
        assertThat(findings.notes()).isEmpty();
    }

    private static Set<String> expected(SourceTree tree) {
        Set<String> expected = new TreeSet<>();
        for (String path : tree.paths()) {
            List<String> lines = tree.read(path).orElseThrow().text().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                Matcher matcher = EXPECTED.matcher(lines.get(i));
                if (matcher.find()) {
                    for (String rule : matcher.group(1).strip().split("[, ]+")) {
                        expected.add("%s:%d %s".formatted(path, i + 1, rule));
                    }
                }
            }
        }
        return expected;
    }
}
