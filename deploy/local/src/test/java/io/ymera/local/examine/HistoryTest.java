package io.ymera.local.examine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00.5Z");

    @TempDir
    private Path home = Path.of("");

    @Test
    void keeps_the_scores_of_a_folder_oldest_first() throws Exception {
        // Given
        Path folder = Files.createDirectory(home.resolve("code"));
        History history = new History(home, folder);

        // When
        history.add(report(80.5), NOON);
        history.add(report(90), NOON.plusSeconds(60));

        // Then
        assertThat(new History(home, folder).previous().toString())
                .isEqualTo("[{\"at\":\"2026-11-25T12:00:00Z\",\"overall\":80.5,\"code\":80.5},"
                        + "{\"at\":\"2026-11-25T12:01:00Z\",\"overall\":90.0,\"code\":90.0}]");
    }

    @Test
    void another_folder_has_its_own() throws Exception {
        // Given
        Path folder = Files.createDirectory(home.resolve("code"));
        Path other = Files.createDirectory(home.resolve("other"));

        // When
        new History(home, folder).add(report(80), NOON);

        // Then
        assertThat(new History(home, other).previous()).isEmpty();
    }

    @Test
    void a_folder_by_another_link_is_the_same() throws Exception {
        // Given
        Path folder = Files.createDirectory(home.resolve("code"));
        Path link = Files.createSymbolicLink(home.resolve("link"), folder);

        // When
        new History(home, folder).add(report(80), NOON);

        // Then
        assertThat(new History(home, link).previous()).hasSize(1);
    }

    @Test
    void forgets_the_oldest_and_begins_again_where_a_file_is_broken() throws Exception {
        // Given
        History history = new History(home, home);
        for (int i = 0; i < 60; i++) {
            history.add(report(i), NOON);
        }
        assertThat(history.previous()).hasSize(50);
        assertThat(history.previous().get(0).path("overall").asInt()).isEqualTo(10);

        // When
        try (Stream<Path> files = Files.list(home.resolve("examinations"))) {
            for (Path file : files.toList()) {
                Files.writeString(file, "[{\"at\":");
            }
        }

        // Then
        assertThat(history.previous()).isEmpty();
    }

    @Test
    void documents_go_where_they_are_asked_for() throws Exception {
        // Given
        JsonNode report = new ObjectMapper()
                .readTree(
                        "{\"verdict\":\"passed\",\"html\":\"<p>\",\"sarif\":{\"version\":\"2.1.0\"},\"junit_xml\":\"<x/>\"}");
        Path page = home.resolve("deep/page.html");

        // When
        List<Path> written = Documents.in(
                        home.resolve("out"), Optional.of(page), Optional.empty(), Optional.empty(), Optional.empty())
                .write(report);

        // Then
        assertThat(written)
                .containsExactly(
                        page,
                        home.resolve("out/report.json"),
                        home.resolve("out/report.sarif"),
                        home.resolve("out/junit.xml"));
        assertThat(Files.readString(page)).isEqualTo("<p>");
        assertThat(new ObjectMapper().readTree(Files.readString(written.get(1))).toString())
                .isEqualTo("{\"verdict\":\"passed\"}");
    }

    private static JsonNode report(double score) throws IOException {
        return new ObjectMapper().readTree("""
                {"overall": %s, "scores": [{"name": "code", "value": %s}, {"name": "security"}]}
                """.formatted(score, score));
    }
}
