package io.ymera.scanner.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.dependency.Ecosystem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OsvMirrorTest {

    private static final PackageName LOG4J = new PackageName(Ecosystem.MAVEN, "org.apache.logging.log4j:log4j-core");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void onlyWhatIsAskedForIsKept() {
        // When
        Advisories.Answer answer = new OsvMirror(Mirrors.small()).about(Set.of(LOG4J));
        // Then
        assertThat(answer.advisories())
                .extracting(Advisory::id)
                .containsExactly("GHSA-7rjr-3q55-vv33", "GHSA-jfh8-c2jp-5v3q");
        assertThat(answer.newest()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(answer.notes()).isEmpty();
    }

    @Test
    void zipsAreReadAsFoldersAreAndTheirNamesLeadNowhere() throws IOException {
        // Given
        byte[] record = Files.readAllBytes(Mirrors.small().resolve("Maven/GHSA-jfh8-c2jp-5v3q.json"));
        zip(
                folder.resolve("Maven/all.zip"),
                "../../../outside.json",
                record,
                "/etc/x.json",
                "{".getBytes(StandardCharsets.UTF_8));
        // When
        Advisories.Answer answer = new OsvMirror(folder).about(Set.of(LOG4J));
        // Then
        assertThat(answer.advisories()).extracting(Advisory::id).containsExactly("GHSA-jfh8-c2jp-5v3q");
        assertThat(answer.notes())
                .extracting(note -> note.text())
                .containsExactly("1 records of the mirror could not be read");
        assertThat(folder.resolve("../outside.json")).doesNotExist();
    }

    @Test
    void zipBombsEndAtTheBound() throws IOException {
        // Given: 200 MB that are a few hundred kB, under names that are read and names that are not
        for (String name : new String[] {"bomb.json", "bomb.bin"}) {
            Path zip = folder.resolve(name + "/Maven/all.zip");
            Files.createDirectories(zip.getParent());
            try (OutputStream file = Files.newOutputStream(zip);
                    ZipOutputStream out = new ZipOutputStream(file)) {
                out.putNextEntry(new ZipEntry(name));
                for (int i = 0; i < 200; i++) {
                    out.write(new byte[1_000_000]);
                }
            }
            // When
            Advisories.Answer answer = new OsvMirror(folder.resolve(name), 20_000_000).about(Set.of(LOG4J));
            // Then
            assertThat(answer.advisories()).isEmpty();
            assertThat(answer.notes())
                    .extracting(note -> note.text())
                    .contains("The mirror is larger than any that is read in full; the rest is left out");
        }
    }

    @Test
    void brokenRecordsAndZipsAreNotes() throws IOException {
        // Given
        Files.createDirectories(folder.resolve("Maven"));
        Files.writeString(folder.resolve("Maven/a.json"), "{\"id\": ");
        Files.writeString(folder.resolve("Maven/b.json"), "[".repeat(100_000));
        Files.writeString(folder.resolve("Maven/c.json"), "{\"id\": {}, \"affected\": 1}");
        Files.writeString(folder.resolve("Maven/d.json"), """
                {"id": "D", "modified": 5, "aliases": "x", "severity": {"type": []}, "affected": [1, {"package": "x"}, {"package":
                {"name": "org.apache.logging.log4j:log4j-core", "ecosystem": "Maven"}, "ranges": [{"events": [1, {"introduced": {}}, []]}, 7],
                "versions": {"a": 1}, "ecosystem_specific": {"imports": 1, "affects": []}}], "references": [null], "database_specific": []}""");
        Files.write(folder.resolve("Maven/all.zip"), new byte[] {'P', 'K', 3, 4, 1, 2, 3});
        // When
        Advisories.Answer answer = new OsvMirror(folder).about(Set.of(LOG4J));
        // Then
        assertThat(answer.advisories()).extracting(Advisory::id).containsExactly("D");
        assertThat(answer.notes())
                .extracting(note -> note.text())
                .contains("3 records of the mirror could not be read");
    }

    @Test
    void aMirrorThatIsNotThereIsANote() {
        assertThat(new OsvMirror(folder.resolve("none")).about(Set.of(LOG4J)).notes())
                .hasSize(1);
        assertThat(Advisories.NONE.about(Set.of()).notes()).hasSize(1);
    }

    private static void zip(Path file, String one, byte[] first, String other, byte[] second) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream stream = Files.newOutputStream(file);
                ZipOutputStream out = new ZipOutputStream(stream)) {
            out.putNextEntry(new ZipEntry(one));
            out.write(first);
            out.putNextEntry(new ZipEntry(other));
            out.write(second);
        }
    }
}
