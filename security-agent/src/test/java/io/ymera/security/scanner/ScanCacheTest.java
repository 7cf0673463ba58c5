package io.ymera.security.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCacheTest {

    private static final String HASH = "0123456789abcdef0123456789abcdef";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void it_is_off_unless_it_is_turned_on() throws Exception {
        // Given
        ScanCache cache = new ScanCache(Scenes.config(ScannerConfig.class), Scenes.CLOCK);

        // Then
        assertThat(cache.isOn()).isFalse();
        assertThat(cache.lend("p", folder.resolve("copy"))).isEmpty();
    }

    @Test
    void what_a_scan_leaves_is_there_for_the_next_one_of_the_project_and_of_no_other() throws Exception {
        // Given
        ScanCache cache = cache("64", "100", "2026-11-26T00:00:00Z");
        ScanCache.Lease lease = cache.lend("p", folder.resolve("first")).orElseThrow();
        Files.writeString(folder.resolve("first").resolve(HASH + ".json"), "facts");

        // When
        lease.giveBack();

        // Then
        assertThat(cache.lend("p", folder.resolve("second"))).isPresent();
        assertThat(cache.lend("q", folder.resolve("other"))).isPresent();
        assertThat(folder.resolve("second").resolve(HASH + ".json")).hasContent("facts");
        assertThat(folder.resolve("other")).isEmptyDirectory();
    }

    @Test
    void links_other_names_folders_and_what_is_too_much_are_not_kept() throws Exception {
        // Given
        ScanCache cache = cache("1", "100", "2026-11-26T00:00:00Z");
        Path copy = folder.resolve("copy");
        ScanCache.Lease lease = cache.lend("p", copy).orElseThrow();
        Path secret = Files.writeString(folder.resolve("secret"), "of the host");
        Files.createSymbolicLink(copy.resolve(HASH), secret);
        Files.writeString(copy.resolve("..data"), "x");
        Files.createDirectory(copy.resolve("a" + HASH));
        Files.write(copy.resolve("b" + HASH), new byte[2 << 20]);

        // When
        lease.giveBack();

        // Then
        assertThat(cache.lend("p", folder.resolve("next"))).isPresent();
        assertThat(folder.resolve("next")).isEmptyDirectory();
    }

    @Test
    void the_project_that_was_scanned_longest_ago_makes_room() throws Exception {
        // When
        int hour = 0;
        for (String project : new String[] {"a", "b", "c"}) {
            ScanCache cache = cache("64", "2", "2026-11-26T0%d:00:00Z".formatted(hour++));
            Path copy = folder.resolve("copy-" + project);
            ScanCache.Lease lease = cache.lend(project, copy).orElseThrow();
            Files.writeString(copy.resolve(HASH), project);
            lease.giveBack();
        }

        // Then
        try (Stream<Path> kept = Files.list(folder.resolve("cache"))) {
            assertThat(kept.map(project -> read(project.resolve(HASH)))).containsExactlyInAnyOrder("b", "c");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private ScanCache cache(String mib, String projects, String now) {
        return new ScanCache(
                Scenes.config(
                        ScannerConfig.class,
                        "ymera.scanner.cache.enabled",
                        "true",
                        "ymera.scanner.cache.folder",
                        folder.resolve("cache").toString(),
                        "ymera.scanner.cache.project-mib",
                        mib,
                        "ymera.scanner.cache.projects",
                        projects),
                Scenes.at(now));
    }
}
