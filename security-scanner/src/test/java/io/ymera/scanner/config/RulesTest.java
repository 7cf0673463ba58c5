package io.ymera.scanner.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.source.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Each rule finds what it is about, and stays silent about the twin; the cases are in YAML files. */
class RulesTest {

    private static final String BASE = "FROM alpine:3.22@sha256:" + "a".repeat(64) + "\n";
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec:
              automountServiceAccountToken: false
              securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
              containers:
              - name: app
                image: app:1.2
                resources: {limits: {memory: 1Gi}}
                securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    private int folders;

    @TestFactory
    List<DynamicTest> dockerfiles() throws IOException {
        return tests("docker.yaml", "Dockerfile", (entry, twin) -> {
            boolean whole = entry.containsKey("whole") || text(entry, twin).contains("FROM");
            return BASE + text(entry, twin) + (whole ? "\n" : "\nUSER app\n");
        });
    }

    @TestFactory
    List<DynamicTest> manifests() throws IOException {
        return tests("kubernetes.yaml", "app.yaml", RulesTest::manifest);
    }

    @TestFactory
    List<DynamicTest> composeFiles() throws IOException {
        return tests(
                "compose.yaml", "compose.yaml", (entry, twin) -> "services:\n  app:\n    " + text(entry, twin) + "\n");
    }

    @TestFactory
    List<DynamicTest> workflows() throws IOException {
        return tests("workflow.yaml", ".github/workflows/ci.yml", (entry, twin) -> text(entry, twin));
    }

    @Test
    void eachRuleHasACase() throws IOException {
        Set<String> tested = new TreeSet<>();
        for (String file : List.of("docker.yaml", "kubernetes.yaml", "compose.yaml", "workflow.yaml")) {
            cases(file).forEach(entry -> tested.add(text(entry, "rule")));
        }

        assertThat(tested).isEqualTo(new TreeSet<>(Rules.load().keySet()));
    }

    @Test
    void aPodAsItShouldBeHasNoFindingButTheMissingPolicy() throws IOException {
        assertThat(found("app.yaml", POD)).containsExactly("k8s-no-network-policy");
    }

    /** Makes the file of a case. */
    private interface Maker {
        String make(Map<?, ?> entry, String twin);
    }

    private List<DynamicTest> tests(String file, String name, Maker maker) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Map<?, ?> entry : cases(file)) {
            String rule = text(entry, "rule");
            String bad = maker.make(entry, "bad");
            String good = maker.make(entry, "good");
            tests.add(DynamicTest.dynamicTest(
                    rule + " finds " + bad, () -> assertThat(found(name, bad)).contains(rule)));
            tests.add(DynamicTest.dynamicTest(rule + " is silent about " + good, () -> assertThat(found(name, good))
                    .doesNotContain(rule)));
        }
        return tests;
    }

    private static List<Map<?, ?>> cases(String file) throws IOException {
        try (InputStream in = RulesTest.class.getResourceAsStream(file)) {
            List<?> all = (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            return all.stream().<Map<?, ?>>map(entry -> (Map<?, ?>) entry).toList();
        }
    }

    private static String text(Map<?, ?> map, String key) {
        return String.valueOf(map.get(key));
    }

    /** A whole object, or the pod above with members of the case in place of its own. */
    private static String manifest(Map<?, ?> entry, String twin) {
        if (entry.get("object") instanceof Map<?, ?> object) {
            return text(object, twin);
        }
        Map<String, Object> pod = mapping(POD);
        Map<String, Object> spec = mapping(Objects.requireNonNull(pod.get("spec")));
        if (entry.get("pod") instanceof Map<?, ?> members) {
            spec.putAll(mapping(text(members, twin)));
        }
        if (entry.get("container") instanceof Map<?, ?> members) {
            Map<String, Object> container = mapping(
                    Objects.requireNonNull((List<?>) spec.get("containers")).getFirst());
            container.putAll(mapping(text(members, twin)));
            spec.put("containers", List.of(container));
        }
        pod.put("spec", spec);
        return new Dump(DumpSettings.builder().build()).dumpToString(pod);
    }

    private static Map<String, Object> mapping(Object of) {
        Object map = of instanceof String text ? new Load(LoadSettings.builder().build()).loadFromString(text) : of;
        Map<String, Object> members = new HashMap<>();
        ((Map<?, ?>) map).forEach((key, value) -> members.put(key.toString(), value));
        return members;
    }

    private List<String> found(String name, String text) throws IOException {
        Path folder = root.resolve("case" + folders++);
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return ConfigScan.scan(SourceTree.of(folder, 10, 1_000_000)).findings().stream()
                .map(Finding::rule)
                .toList();
    }
}
