package io.ymera.scanner.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.finding.Note;
import io.ymera.scanner.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is hostile ends in a note or in silence, in bounded time. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class HostileTest {

    private static final String MANIFEST = "apiVersion: v1\nkind: Pod\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    private Findings scan(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return ConfigScan.scan(SourceTree.of(root, 10, 20_000_000));
    }

    @Test
    void deepNestingIsSaid() throws IOException {
        Findings flow = scan("a.yaml", MANIFEST + "spec: " + "[".repeat(10_000) + "]".repeat(10_000));
        Findings mappings = scan("a.yaml", MANIFEST + "spec: " + "{a: ".repeat(10_000) + "}".repeat(10_000));

        assertThat(flow.notes()).hasSize(1);
        assertThat(mappings.notes()).hasSize(1);
    }

    @Test
    void manyLaughsAreNotToldOneByOne() throws IOException {
        StringBuilder text = new StringBuilder(MANIFEST).append("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            text.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        text.append("spec: {containers: *a39, volumes: *a39}\n");

        assertThat(scan("a.yaml", text.toString()).findings())
                .extracting("rule")
                .contains("k8s-no-network-policy");
    }

    @Test
    void whatRefersToItselfEnds() throws IOException {
        Findings list =
                scan("a.yaml", "apiVersion: v1\nkind: List\nitems: &i\n- apiVersion: v1\n  kind: List\n  items: *i\n");
        Findings merge =
                scan("compose.yaml", "services:\n  a: &a\n    <<: *a\n    image: redis\n    cap_add: &c [*c]\n");

        assertThat(list.findings()).isEmpty();
        assertThat(merge.findings()).extracting("rule").contains("compose-latest-image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spec: 1",
                "spec: []",
                "spec: {containers: {a: b}}",
                "spec: {containers: [1, null, [], {}]}",
                "spec: {securityContext: x, volumes: [x]}",
                "spec: {containers: [{env: x, ports: 1, image: [], securityContext: [], command: {}, resources: 1}]}",
                "metadata: []",
                "metadata: {name: {}}",
                "spec: {volumes: [{hostPath: x}], containers: [{name: [], securityContext: {capabilities: {add: ALL, drop: {}}}}]}",
                "? [a]\n: b",
                "spec: !!int x"
            })
    void wrongTypesAreNothing(String spec) throws IOException {
        assertThat(scan("a.yaml", MANIFEST + spec + "\n").notes()).isEmpty();
    }

    @Test
    void templatesAreSaidToBeSkipped() throws IOException {
        Findings findings = scan("chart/templates/a.yaml", MANIFEST + "spec:\n  {{- toYaml .Values.a | nindent 2 }}\n");

        assertThat(findings.notes()).extracting(Note::text).anyMatch(text -> text.contains("template"));
    }

    @Test
    void longLinesAreReadOnce() throws IOException {
        for (String piece : List.of("curl a ", "a\\\n", "<<EOF ", "chmod -R ", "${A", "$A ")) {
            assertThat(scan("Dockerfile", "FROM a\nRUN " + piece.repeat(10_000_000 / piece.length()))
                            .notes())
                    .isEmpty();
            assertThat(scan("Dockerfile", "FROM a\nENV A=" + piece.repeat(10_000_000 / piece.length()))
                            .notes())
                    .isEmpty();
        }
    }

    @Test
    void variablesDontGrowWithoutEnd() throws IOException {
        String doubling = "ENV A=$A$A$A$A\n".repeat(1000);

        assertThat(scan("Dockerfile", "FROM a\nENV A=aaaaaaaa\n" + doubling).notes())
                .isEmpty();
    }

    @Test
    void truncatedAndBinaryFilesAreNotes() throws IOException {
        assertThat(scan("a.yaml", MANIFEST + "spec: {containers: [").notes()).hasSize(1);
        assertThat(scan("compose.yml", "services: \"").notes()).isNotEmpty();
        Files.write(
                root.resolve("Dockerfile"),
                new byte[] {(byte) 0xff, (byte) 0xfe, 'F', 'R', 'O', 'M', ' ', (byte) 0x80});
        assertThat(ConfigScan.scan(SourceTree.of(root, 10, 1000)).findings()).isEmpty();
    }
}
