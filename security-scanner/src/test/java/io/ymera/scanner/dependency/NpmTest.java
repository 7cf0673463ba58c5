package io.ymera.scanner.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.finding.Location;
import io.ymera.scanner.finding.Note;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lock files are those that npm, pnpm and yarn themselves made from the same package.json. */
class NpmTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @ParameterizedTest
    @CsvSource({
        "package-lock-v1.json, package-lock.json",
        "package-lock-v2.json, package-lock.json",
        "package-lock-v3.json, npm-shrinkwrap.json",
        "pnpm-lock-v5.yaml, pnpm-lock.yaml",
        "pnpm-lock-v6.yaml, pnpm-lock.yaml",
        "pnpm-lock-v9.yaml, pnpm-lock.yaml",
        "yarn-classic.lock, yarn.lock",
        "yarn-berry.lock, yarn.lock"
    })
    void allToolsSayTheSameOfTheSameProject(String resource, String name) {
        // Given
        String manifest = Trees.resource(NpmTest.class, "npm/package.json");
        String lock = Trees.resource(NpmTest.class, "npm/" + resource);
        // When
        Inventory inventory = Inventory.of(Trees.of(root, "package.json", manifest, name, lock));
        // Then
        assertThat(inventory.notes()).isEmpty();
        Project project = inventory.projects().getFirst();
        assertThat(project.name()).isEqualTo("shop");
        assertThat(project.licence()).isEqualTo("MIT");
        assertThat(project.components().stream().filter(Component::direct).map(Component::key))
                .containsExactlyInAnyOrder(
                        "pkg:npm/debug@2.6.8",
                        "pkg:npm/fsevents@2.3.3",
                        "pkg:npm/lodash@4.18.1",
                        "pkg:npm/mkdirp@0.5.1",
                        "pkg:npm/string-width@4.2.3",
                        "pkg:npm/wide-align@1.1.3");
        Component minimist = Trees.component(inventory, "minimist");
        assertThat(minimist.version()).isEqualTo("0.0.8");
        assertThat(minimist.scope()).isEqualTo(Scope.RUNTIME);
        assertThat(minimist.direct()).isFalse();
        assertThat(minimist.paths()).containsExactly(List.of("mkdirp@0.5.1", "minimist@0.0.8"));
        assertThat(minimist.location().path()).isEqualTo(name);
        assertThat(minimist.location().line()).isGreaterThan(1);
        assertThat(Trees.component(inventory, "wide-align").scope()).isEqualTo(Scope.DEV);
        assertThat(Trees.component(inventory, "fsevents").scope()).isEqualTo(Scope.OPTIONAL);
        assertThat(inventory.components().stream()
                        .filter(component -> component.name().equals("string-width"))
                        .map(component -> component.version() + " " + component.scope()))
                .containsExactly("2.1.1 dev", "4.2.3 runtime");
        assertThat(Trees.component(inventory, "mkdirp").requires()).containsExactly("pkg:npm/minimist@0.0.8");
        Component lodash = Trees.component(inventory, "lodash");
        assertThat(lodash.requirement()).isEqualTo("^4.17.15");
        assertThat(lodash.location()).isEqualTo(Location.line("package.json", 7));
    }

    @Test
    void licencesAndHashesComeFromTheLockFile() {
        String lock = Trees.resource(NpmTest.class, "npm/package-lock-v3.json");
        Inventory inventory = Inventory.of(Trees.of(root, "package-lock.json", lock));
        Component debug = Trees.component(inventory, "debug");
        assertThat(debug.licences()).containsExactly("MIT");
        assertThat(debug.hashes()).containsOnlyKeys("SHA-512");
        assertThat(debug.hashes().get("SHA-512")).hasSize(128);
    }

    @Test
    void withoutALockFileOnlyExactVersionsAreKnown() {
        // Given
        String manifest = """
                {"dependencies": {"lodash": "^4.17.0", "minimist": "1.2.0", "near": "file:../near"}}""";
        // When
        Inventory inventory = Inventory.of(Trees.of(root, "package.json", manifest));
        // Then
        assertThat(inventory.components())
                .extracting(Component::key)
                .containsExactly("pkg:npm/lodash", "pkg:npm/minimist@1.2.0");
    }

    @Test
    void theLockFileWinsAndBothVersionsAreNamed() {
        // Given
        String manifest = """
                {"dependencies": {"lodash": "^4.17.20"}}""";
        String lock = """
                {"lockfileVersion": 3, "packages": {"": {"dependencies": {"lodash": "^4.17.0"}},
                  "node_modules/lodash": {"version": "4.17.15"}}}""";
        // When
        Inventory inventory = Inventory.of(Trees.of(root, "package.json", manifest, "package-lock.json", lock));
        // Then
        assertThat(inventory.components()).extracting(Component::version).containsExactly("4.17.15");
        assertThat(inventory.notes())
                .containsExactly(new Note(
                        "package.json", "Asks for lodash ^4.17.20, but package-lock.json has 4.17.15, which is taken"));
    }

    @Test
    void workspacesShareTheLockFileAndFindTheirOwnVersionsFirst() {
        // Given
        String lock = """
                {"lockfileVersion": 3, "packages": {
                  "": {"workspaces": ["packages/*"], "dependencies": {"ms": "2.1.3"}},
                  "node_modules/ms": {"version": "2.1.3"},
                  "node_modules/inner": {"resolved": "packages/inner", "link": true},
                  "packages/inner": {"version": "1.0.0", "devDependencies": {"ms": "2.0.0"}},
                  "packages/inner/node_modules/ms": {"version": "2.0.0"}}}""";
        // When
        Inventory inventory = Inventory.of(Trees.of(
                root,
                "package.json",
                "{\"dependencies\": {\"ms\": \"2.1.3\"}}",
                "package-lock.json",
                lock,
                "packages/inner/package.json",
                "{\"devDependencies\": {\"ms\": \"2.0.0\"}}"));
        // Then
        assertThat(inventory.projects()).hasSize(1);
        assertThat(inventory.components().stream().map(one -> one.label() + " " + one.scope()))
                .containsExactly("ms@2.0.0 dev", "ms@2.1.3 runtime");
    }
}
