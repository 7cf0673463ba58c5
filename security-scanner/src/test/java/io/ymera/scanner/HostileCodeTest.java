package io.ymera.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code bases that were made to break a scanner, given to all scans of the program together. */
class HostileCodeTest {

    private static final List<String> LANGUAGES = List.of("java", "py", "js", "ts", "tsx");

    @TempDir
    Path root = Path.of("");

    @Test
    void lines_of_ten_megabytes_are_named() throws IOException {
        // Given
        for (String language : LANGUAGES) {
            write("long." + language, "x = \"" + "a".repeat(10_000_000) + "\"");
        }
        write("long.json", "[" + "1,".repeat(5_000_000) + "1]");

        // When
        JsonNode result = scan();

        // Then
        assertThat(paths(result)).contains("long.java", "long.py", "long.js", "long.ts", "long.json");
    }

    @Test
    void code_that_is_nested_ten_thousand_deep_ends_in_a_report() throws IOException {
        // Given
        int deep = 10_000;
        write(
                "Calls.java",
                "class A { Object a(String x) { return " + "f(".repeat(deep) + "x" + ")".repeat(deep) + "; } }");
        write("Blocks.java", "class A { void a() { " + "if (x) { ".repeat(deep) + "}".repeat(deep) + " } }");
        write("Sum.java", "class A { String a(String x) { return x" + " + x".repeat(deep) + "; } }");
        write("lists.py", "x = " + "[".repeat(deep) + "]".repeat(deep) + "\n");
        write("calls.py", "x = " + "f(".repeat(deep) + "y" + ")".repeat(deep) + "\n");
        write("ifs.py", lines(900, i -> " ".repeat(i) + "if x:") + " ".repeat(900) + "pass\n");
        write("chain.js", "x" + ".then(a => b)".repeat(deep) + "\n");
        write("nest.js", "a => ".repeat(deep) + "1\n");
        write("tags.tsx", "const x = " + "<a>".repeat(deep) + "</a>".repeat(deep) + ";\n");
        write("types.ts", "type X = " + "Array<".repeat(deep) + "string" + ">".repeat(deep) + ";\n");
        write("open.ts", "(".repeat(deep));
        write("package.json", "[".repeat(deep));
        write("pod.yaml", "apiVersion: v1\nkind: Pod\nspec: " + "[".repeat(deep));
        write("dashes.yaml", "apiVersion: v1\nkind: Pod\nspec:\n " + "- ".repeat(deep));
        write("pom.xml", "<project>".repeat(deep));
        write("Cargo.lock", "a = " + "[".repeat(deep));

        // When
        JsonNode result = scan();

        // Then
        assertThat(result.path("scans")).allMatch(scan -> scan.path("whole").asBoolean());
    }

    @Test
    void bytes_that_are_no_text_links_and_broken_files_end_in_a_report() throws IOException {
        // Given
        byte[] noise = new byte[100_000];
        new java.util.Random(7).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = noise[i] == 0 ? 1 : noise[i];
        }
        for (String name : List.of(
                "a.java",
                "a.py",
                "a.js",
                "a.ts",
                "Dockerfile",
                "pom.xml",
                "package-lock.json",
                "go.sum",
                "a.yaml",
                ".env")) {
            Files.write(root.resolve(name), noise);
            write("half/" + name, "class A { String s = \"");
            write("empty/" + name, "");
        }
        Files.createDirectories(root.resolve("loop"));
        Files.createSymbolicLink(root.resolve("loop/up"), root);
        Files.createSymbolicLink(root.resolve("loop/self.py"), Path.of("self.py"));
        Files.createSymbolicLink(root.resolve("passwd.py"), Path.of("/etc/passwd"));
        write("odd \u202e\n name.py", "import os\n");

        // When
        JsonNode result = scan();

        // Then
        assertThat(result.path("scans")).allMatch(scan -> scan.path("whole").asBoolean());
        assertThat(paths(result)).contains("loop/up", "passwd.py");
    }

    @Test
    void baits_for_regular_expressions_and_for_the_engine_end_in_a_report() throws IOException {
        // Given
        write("bait.py", "password = '" + "a".repeat(50_000) + "!'\n" + "AKIA".repeat(50_000) + "\n");
        write("dots.js", "x = '" + "a.".repeat(100_000) + "'\n");
        write(
                "Branches.java",
                "class A { void a(String x) { " + "if (x.isEmpty()) { x = x + 1; } else { x = 2 + x; }\n".repeat(3000)
                        + " } }");
        write("mutual.py", lines(300, i -> "def f%d(x):\n    return f%d(x) + f%d(x)"
                .formatted(i, (i + 1) % 300, (i * 7 + 3) % 300)));
        write(
                "aliases.js",
                "let a = [];\n" + lines(2000, i -> "let b%d = [a, a]; a.push(b%d); a = b%d;".formatted(i, i, i)));
        write("double.py", "x = 'ab'\n" + "x = x + x\n".repeat(200));

        // When
        JsonNode result = scan();

        // Then
        assertThat(result.path("scans")).allMatch(scan -> scan.path("whole").asBoolean());
    }

    private static String lines(int count, IntFunction<String> line) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(line.apply(i)).append('\n');
        }
        return lines.toString();
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    private JsonNode scan() throws IOException {
        List<Scan> scans = Scans.all();
        ObjectMapper json = new ObjectMapper();
        String job = json.createObjectNode()
                .put("root", root.toString())
                .put("today", "2026-11-26")
                .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                        "scans", json.valueToTree(scans.stream().map(Scan::name).toList()))
                .toString();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Main.run(
                new ByteArrayInputStream(job.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                scans);
        assertThat(code).isZero();
        String last = out.toString(StandardCharsets.UTF_8).lines().toList().getLast();
        return json.readTree(last).path("result");
    }

    private static Set<String> paths(JsonNode result) {
        Set<String> paths = new TreeSet<>();
        result.path("notes").forEach(note -> paths.add(note.path("path").asText()));
        return paths;
    }
}
