package io.ymera.scanner.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradleTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @Test
    void readsTheUsualNotations() {
        // Given
        String build = """
                plugins { id 'java' }
                def jackson = '2.9.8'
                ext.slf4j = "1.7.30"
                dependencies {
                    implementation 'org.apache.logging.log4j:log4j-core:2.14.1'
                    api group: 'com.fasterxml.jackson.core', name: 'jackson-databind', version: jackson
                    implementation("org.slf4j:slf4j-api:$slf4j") { transitive = false }
                    implementation "com.google.guava:guava:${guavaVersion}"
                    testImplementation 'junit:junit:4.12'
                    compileOnly 'org.projectlombok:lombok:1.18.20@jar'
                    implementation project(':core')
                    implementation libs.commons.text
                    runtimeOnly libs.bundles.data
                    implementation 'org.open:ranged:1.+'
                    // implementation 'org.not:there:1.0'
                }
                """;
        String catalogue = """
                [versions]
                text = "1.9"
                h2 = { strictly = "1.4.200" }
                [libraries]
                commons-text = { module = "org.apache.commons:commons-text", version.ref = "text" }
                h2 = { group = "com.h2database", name = "h2", version.ref = "h2" }
                pg = "org.postgresql:postgresql:42.2.5"
                [bundles]
                data = ["h2", "pg"]
                """;
        // When
        Inventory inventory = Inventory.of(Trees.of(
                root,
                "app/build.gradle",
                build,
                "gradle.properties",
                "guavaVersion=29.0-jre\n",
                "gradle/libs.versions.toml",
                catalogue));
        // Then
        assertThat(inventory.components().stream().map(one -> one.label() + " " + one.scope()))
                .containsExactlyInAnyOrder(
                        "org.apache.logging.log4j:log4j-core@2.14.1 runtime",
                        "com.fasterxml.jackson.core:jackson-databind@2.9.8 runtime",
                        "org.slf4j:slf4j-api@1.7.30 runtime",
                        "com.google.guava:guava@29.0-jre runtime",
                        "junit:junit@4.12 test",
                        "org.projectlombok:lombok@1.18.20 optional",
                        "org.apache.commons:commons-text@1.9 runtime",
                        "com.h2database:h2@1.4.200 runtime",
                        "org.postgresql:postgresql@42.2.5 runtime",
                        "org.open:ranged runtime");
    }

    @Test
    void aCatalogueThatIsNotThereIsSaid() {
        Inventory inventory = Inventory.of(
                Trees.of(root, "build.gradle.kts", "dependencies {\n  implementation(libs.some.thing)\n}\n"));
        assertThat(inventory.notes())
                .extracting(note -> note.text())
                .containsExactly("1 of its dependencies are from version catalogues that are not in the tree");
    }

    @Test
    void theLockFileWins() {
        // Given
        String build = """
                dependencies {
                    implementation("org.apache.commons:commons-text:1.9")
                }
                """;
        String lock = """
                # This is a Gradle generated file for dependency locking.
                org.apache.commons:commons-lang3:3.11=compileClasspath,runtimeClasspath
                org.apache.commons:commons-text:1.8=compileClasspath,runtimeClasspath
                junit:junit:4.12=testCompileClasspath,testRuntimeClasspath
                empty=annotationProcessor
                """;
        // When
        Inventory inventory = Inventory.of(Trees.of(root, "build.gradle.kts", build, "gradle.lockfile", lock));
        // Then
        assertThat(inventory.components().stream().map(one -> one.label() + " " + one.scope()))
                .containsExactly(
                        "junit:junit@4.12 test",
                        "org.apache.commons:commons-lang3@3.11 runtime",
                        "org.apache.commons:commons-text@1.8 runtime");
        assertThat(inventory.notes())
                .extracting(note -> note.text())
                .containsExactly(
                        "Asks for org.apache.commons:commons-text 1.9, but gradle.lockfile has 1.8, which is taken");
    }
}
