package io.ymera.scanner.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileManifestsTest {

    private static final List<String> NAMES = List.of(
            "pom.xml",
            "build.gradle",
            "build.gradle.kts",
            "gradle.properties",
            "gradle.lockfile",
            "libs.versions.toml",
            "package.json",
            "package-lock.json",
            "npm-shrinkwrap.json",
            "pnpm-lock.yaml",
            "yarn.lock",
            "requirements.txt",
            "pyproject.toml",
            "poetry.lock",
            "uv.lock",
            "Pipfile",
            "Pipfile.lock",
            "setup.cfg",
            "go.mod",
            "go.sum",
            "Cargo.toml",
            "Cargo.lock");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    static Stream<String> names() {
        return NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void deepNestingIsANote(String name) {
        for (String open : List.of("[", "{\"a\":", "<a>", "a: [", "a=[", "a = {a=", "- ", "(", "a.")) {
            Inventory inventory = Inventory.of(Trees.of(root, name, open.repeat(10_000)));
            assertThat(inventory.components()).hasSizeLessThan(2);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void longLinesAndNonsenseEnd(String name) {
        for (String text : List.of(
                "a".repeat(10_000_000),
                "\"=:,".repeat(50_000),
                "\u0000\uFFFD[[x",
                "",
                "\uFEFF{}",
                "null",
                "[[package]]\nname=",
                "a:\n  b")) {
            assertThatCode(() -> Inventory.of(Trees.of(root, name, text))).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"package.json", "package-lock.json", "Pipfile.lock", "pnpm-lock.yaml"})
    void wrongTypesCountAsNotThere(String name) {
        // Given
        String wrong = """
                {"name": {"a": []}, "version": [1], "license": 5, "lockfileVersion": {}, "dependencies": ["a", 1, {"b": null}],
                 "devDependencies": "x", "packages": {"": 7, "node_modules/a": [], "node_modules/b": {"version": {}, "dependencies": [],
                 "license": [[]], "integrity": 1, "dev": "maybe"}, "/c/1": 1}, "default": {"a": 1, "b": {"hashes": {}}}, "importers": [1], "snapshots": 3}""";
        // Then
        assertThatCode(() -> Inventory.of(Trees.of(root, name, wrong)).components())
                .doesNotThrowAnyException();
    }

    @Test
    void wrongTypesInTomlCountAsNotThere() {
        String wrong = """
                package = 1
                project = [1]
                dependencies = "x"
                workspace = true
                [tool]
                poetry = 5
                [dependency-groups]
                a = 1
                """;
        for (String name : List.of(
                "pyproject.toml",
                "poetry.lock",
                "uv.lock",
                "Cargo.toml",
                "Cargo.lock",
                "libs.versions.toml",
                "Pipfile")) {
            assertThatCode(() -> Inventory.of(Trees.of(root, name, wrong)).components())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void circlesOfDependenciesEnd() {
        // Given
        String lock = """
                {"lockfileVersion": 3, "packages": {"": {"dependencies": {"a": "1"}},
                  "node_modules/a": {"version": "1.0.0", "dependencies": {"b": "1"}},
                  "node_modules/b": {"version": "1.0.0", "dependencies": {"c": "1", "b": "1"}},
                  "node_modules/c": {"version": "1.0.0", "dependencies": {"a": "1"}},
                  "node_modules/lost": {"version": "1.0.0", "dependencies": {"found": "1"}},
                  "node_modules/found": {"version": "1.0.0", "dependencies": {"lost": "1"}}}}""";
        // When
        Inventory inventory = Inventory.of(Trees.of(root, "package-lock.json", lock));
        // Then
        assertThat(Trees.component(inventory, "c").paths()).containsExactly(List.of("a@1.0.0", "b@1.0.0", "c@1.0.0"));
        assertThat(inventory.components()).hasSize(5);
    }

    @Test
    void neitherEntitiesNorDocumentTypesAreRead() {
        // Given
        String bomb = """
                <?xml version="1.0"?>
                <!DOCTYPE project [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
                <project><groupId>&x;</groupId><artifactId>&b;</artifactId></project>
                """;
        // When
        Inventory inventory = Inventory.of(Trees.of(root, "pom.xml", bomb));
        // Then
        assertThat(inventory.projects()).isEmpty();
        assertThat(inventory.notes())
                .extracting(note -> note.text())
                .containsExactly("This manifest has a document type, which is not read and was not looked at");
    }

    @Test
    void aliasesDoNotGrow() {
        // Given
        StringBuilder laughs = new StringBuilder("a0: &a0 {x: 1}\n");
        for (int i = 1; i < 60; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        String circle = "packages: &p\n  /a/1.0.0: {dependencies: *p}\nimporters: *p\n";
        // Then
        assertThat(Inventory.of(Trees.of(root, "pnpm-lock.yaml", laughs.toString()))
                        .components())
                .isEmpty();
        assertThat(Inventory.of(Trees.of(root, "pnpm-lock.yaml", "lockfileVersion: 5.4\n" + circle))
                        .components())
                .hasSize(1);
    }

    @Test
    void namesThatNoRegistryTakesStillMakeAPackageUrl() {
        String manifest = """
                {"dependencies": {"../../etc/passwd": "1.0.0", "a b\\u0000%": "1.0.0", "": "1.0.0", "@": "1.0.0", "//": "2.0.0"}}""";
        Inventory inventory = Inventory.of(Trees.of(root, "package.json", manifest));
        assertThat(inventory.components()).allMatch(component -> component.key().startsWith("pkg:npm/"));
    }

    @Test
    void theSameTreeGivesTheSameInventory() {
        String lock = Trees.resource(NpmTest.class, "npm/yarn-berry.lock");
        assertThat(Inventory.of(Trees.of(root, "yarn.lock", lock)))
                .isEqualTo(Inventory.of(Trees.of(root, "yarn.lock", lock)));
    }
}
