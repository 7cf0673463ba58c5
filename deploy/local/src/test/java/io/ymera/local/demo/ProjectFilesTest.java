package io.ymera.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFilesTest {

    @TempDir
    private Path root = Path.of("");

    @Test
    void packs_what_belongs_to_the_project() throws Exception {
        write("calc/__init__.py", "");
        write("tests/test_calc.py", "def test(): pass\n");
        write(".git/config", "secret");
        write("calc/__pycache__/x.cpython-311.pyc", "x");
        write("my-env/pyvenv.cfg", "");
        write("my-env/lib/site.py", "x");
        write("node_modules/x.js", "x");

        ProjectFiles project = ProjectFiles.of(root);

        assertThat(paths(project)).containsExactly("calc/__init__.py", "tests/test_calc.py");
        assertThat(project.bytes()).isEqualTo(17);
    }

    @Test
    void follows_no_link_out_of_the_project() throws Exception {
        Path outside = Files.createTempFile("outside", ".py");
        write("a.py", "1");
        Files.createSymbolicLink(root.resolve("link.py"), outside);
        Files.createSymbolicLink(root.resolve("folder"), outside.getParent());

        ProjectFiles project = ProjectFiles.of(root);

        assertThat(paths(project)).containsExactly("a.py");
        assertThat(project.leftOut()).containsExactlyInAnyOrder("link.py", "folder");
        Files.delete(outside);
    }

    @Test
    void a_file_that_is_not_text_travels_as_base64() throws Exception {
        byte[] bytes = {(byte) 0xff, 0, 1};
        write("a.py", "größe = '☃'");
        Files.write(root.resolve("data.bin"), bytes);

        JsonNode files = ProjectFiles.of(root).parameters().path("files");

        assertThat(files.get(0).path("content").asText()).isEqualTo("größe = '☃'");
        assertThat(files.get(0).path("encoding").asText()).isEqualTo("utf-8");
        assertThat(files.get(1).path("encoding").asText()).isEqualTo("base64");
        assertThat(Base64.getDecoder().decode(files.get(1).path("content").asText()))
                .isEqualTo(bytes);
    }

    @Test
    void odd_but_legal_names_are_kept_and_unportable_ones_left_out() throws Exception {
        for (String name : List.of(
                "a b.py", "-rf.py", "naïve.py", "…py.py", "new\nline.py", "esc\u001b[31m.py", "back\\slash.py")) {
            write(name, "1");
        }

        ProjectFiles project = ProjectFiles.of(root);

        assertThat(paths(project)).containsExactlyInAnyOrder("a b.py", "-rf.py", "naïve.py", "…py.py");
        assertThat(project.leftOut()).containsExactlyInAnyOrder("new?line.py", "esc?[31m.py", "back\\slash.py");
    }

    @Test
    void a_project_over_the_limit_is_refused_with_its_biggest_files() throws Exception {
        write("a.py", "1");
        Files.write(root.resolve("big.bin"), new byte[6 << 20]);
        Files.write(root.resolve("bigger.bin"), new byte[7 << 20]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProjectFiles.of(root))
                .withMessageMatching("(?s).*13,631,489 bytes.*bigger\\.bin.*big\\.bin.*");
    }

    @Test
    void what_is_no_project_is_refused() throws Exception {
        write("readme.txt", "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProjectFiles.of(root))
                .withMessageContaining("no Python file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProjectFiles.of(root.resolve("none")))
                .withMessageContaining("There is no folder");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProjectFiles.of(root.resolve("readme.txt")))
                .withMessageContaining("is not a folder");
    }

    @Test
    void leaves_out_what_is_built_beside_the_file_that_says_so() throws Exception {
        write("pom.xml", "");
        write("target/classes/A.class", "x");
        write("src/main/java/build/Build.java", "class Build {}");
        write("web/package.json", "{}");
        write("web/dist/x.js", "x");
        write("ymera-report/report.json", "{}");

        ProjectFiles project = ProjectFiles.ofAnyLanguage(root);

        assertThat(paths(project)).containsExactly("pom.xml", "src/main/java/build/Build.java", "web/package.json");
    }

    @Test
    void many_files_travel_as_one_archive_that_is_the_same_each_time() throws Exception {
        for (int i = 0; i < 5001; i++) {
            write("a/" + i + ".js", "x");
        }

        JsonNode parameters = ProjectFiles.ofAnyLanguage(root).parameters();

        assertThat(parameters.has("files")).isFalse();
        assertThat(parameters.path("archive").path("format").asText()).isEqualTo("zip");
        assertThat(parameters).isEqualTo(ProjectFiles.ofAnyLanguage(root).parameters());
    }

    private static List<String> paths(ProjectFiles project) {
        return StreamSupport.stream(project.parameters().path("files").spliterator(), false)
                .map(file -> file.path("path").asText())
                .toList();
    }

    private void write(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
