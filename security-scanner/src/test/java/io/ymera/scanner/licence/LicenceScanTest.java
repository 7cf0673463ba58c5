package io.ymera.scanner.licence;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.dependency.Inventory;
import io.ymera.scanner.dependency.Trees;
import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.licence.LicencePolicy.Decision;
import io.ymera.scanner.source.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LicenceScanTest {

    private static final String LOCK = """
            {"lockfileVersion": 3, "packages": {"": {"dependencies": {"kind": "1", "weak": "1", "choice": "1", "silent": "1", "odd": "1"}, "devDependencies": {"tool": "1"}},
              "node_modules/kind": {"version": "1.0.0", "license": "MIT", "dependencies": {"strict": "1"}},
              "node_modules/strict": {"version": "1.0.0", "license": "GPL-3.0-or-later"},
              "node_modules/weak": {"version": "1.0.0", "license": "MPL-2.0"},
              "node_modules/choice": {"version": "1.0.0", "license": "(GPL-2.0 OR MIT)"},
              "node_modules/silent": {"version": "1.0.0"},
              "node_modules/odd": {"version": "1.0.0", "license": "SEE LICENSE IN license.txt"},
              "node_modules/tool": {"version": "1.0.0", "license": "AGPL-3.0", "dev": true}}}""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @Test
    void theDefaultPolicyDeniesCopyleftInWhatIsPassedOn() {
        // When
        LicenceScan.Result result = scan("MIT", LicencePolicy.distribution(), Map.of());
        // Then
        assertThat(rules(result))
                .containsExactlyInAnyOrder(
                        "licence-denied strict@1.0.0",
                        "licence-conflict strict@1.0.0",
                        "licence-review weak@1.0.0",
                        "licence-unknown odd@1.0.0",
                        "licence-unknown The");
        Finding denied = result.findings().findings().stream()
                .filter(finding -> finding.rule().equals("licence-denied"))
                .findFirst()
                .orElseThrow();
        assertThat(denied.message())
                .isEqualTo("strict@1.0.0 (brought by kind@1.0.0) is under GPL-3.0-or-later, which the policy denies");
        assertThat(denied.properties()).containsEntry("paths", "kind@1.0.0 > strict@1.0.0");
    }

    @Test
    void aProjectUnderTheSameTermsMayContainThem() {
        LicenceScan.Result result = scan("GPL-3.0-only", LicencePolicy.distribution(), Map.of());
        assertThat(rules(result)).doesNotContain("licence-denied strict@1.0.0", "licence-conflict strict@1.0.0");
    }

    @Test
    void thePolicyOfTheJobDecidesAndItsLicencesFillIn() {
        // Given
        LicencePolicy policy = new LicencePolicy(
                Map.of("MPL-2.0", Decision.ALLOWED, "MIT", Decision.DENIED, "GPL-3.0-or-later", Decision.ALLOWED),
                LicencePolicy.distribution().categories(),
                true);
        // When
        LicenceScan.Result result =
                scan("MIT", policy, Map.of("pkg:npm/silent@1.0.0", "BSD-3-Clause", "pkg:npm/odd@1.0.0", "x"));
        // Then
        assertThat(rules(result))
                .contains("licence-denied kind@1.0.0", "licence-denied tool@1.0.0")
                .doesNotContain("licence-unknown The", "licence-review weak@1.0.0");
    }

    @Test
    void whatOneDependencyBringsUnderOneLicenceIsOneFinding() {
        // Given
        String lock = """
                {"lockfileVersion": 3, "packages": {"": {"dependencies": {"fast": "1"}},
                  "node_modules/fast": {"version": "1.0.0", "license": "MIT", "optionalDependencies": {"fast-a": "1", "fast-b": "1"}},
                  "node_modules/fast-a": {"version": "1.0.0", "license": "MPL-2.0"},
                  "node_modules/fast-b": {"version": "1.0.0", "license": "MPL-2.0"}}}""";
        SourceTree tree = Trees.of(root, "package-lock.json", lock);
        // When
        LicenceScan.Result result =
                LicenceScan.run(tree, Inventory.of(tree), new LicenceScan.Job(LicencePolicy.distribution(), Map.of()));
        // Then
        assertThat(result.findings().findings())
                .extracting(Finding::message)
                .containsExactly(
                        "fast-a@1.0.0 (brought by fast@1.0.0) and 1 more, as in fast-b@1.0.0, are under MPL-2.0, which a person should look at");
    }

    @Test
    void licenceFilesOfTheProjectAreRecognised() {
        // Given
        SourceTree tree = Trees.of(
                root,
                "LICENSE",
                String.join("\n", LicenceNames.lines("texts/GPL-2.0-only.txt")),
                "go.mod",
                "module m\nrequire example.org/a v1.0.0\n",
                "vendor/example.org/a/LICENSE",
                String.join("\n", LicenceNames.lines("texts/Apache-2.0.txt")));
        // When
        LicenceScan.Result result =
                LicenceScan.run(tree, Inventory.of(tree), new LicenceScan.Job(LicencePolicy.distribution(), Map.of()));
        // Then
        assertThat(result.own()).hasToString("{LICENSE=GPL-2.0-only}");
        assertThat(result.licensed()).extracting(LicenceScan.Licensed::written).containsExactly("Apache-2.0");
        assertThat(rules(result)).containsExactly("licence-conflict example.org/a@v1.0.0");
    }

    private LicenceScan.Result scan(String own, LicencePolicy policy, Map<String, String> known) {
        SourceTree tree = Trees.of(
                root, "package.json", "{\"name\": \"shop\", \"license\": \"" + own + "\"}", "package-lock.json", LOCK);
        return LicenceScan.run(tree, Inventory.of(tree), new LicenceScan.Job(policy, known));
    }

    private static List<String> rules(LicenceScan.Result result) {
        return result.findings().findings().stream()
                .map(finding -> finding.rule() + " " + finding.message().split(" ", 2)[0])
                .toList();
    }
}
