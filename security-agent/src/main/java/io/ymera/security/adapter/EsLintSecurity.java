package io.ymera.security.adapter;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.Resources;
import io.ymera.codebase.lab.Workbench;
import io.ymera.codebase.node.Node;
import io.ymera.codebase.node.NodeRuntime;
import io.ymera.sandbox.Mount;
import io.ymera.security.report.Scans;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * ESLint's security plug-in, for JavaScript and TypeScript. The configuration is ours: a project's, which is code, is not run. ESLint
 * writes no SARIF by itself, so a script of ours runs it.
 */
@Singleton
final class EsLintSecurity implements Adapter {

    private static final String TOOL = "eslint";
    private static final String PLUGIN = "eslint-plugin-security";
    private static final String PARSER = "@typescript-eslint/parser";
    private static final String NEEDED_FOR = "a second opinion on JavaScript";
    private static final String SCRIPT = "eslint-security.cjs";
    private static final Map<String, String> FILES = Map.of(SCRIPT, Resources.text(EsLintSecurity.class, SCRIPT));

    private static final Map<String, Integer> WEAKNESSES = Map.ofEntries(
            Map.entry("security/detect-bidi-characters", 1007),
            Map.entry("security/detect-buffer-noassert", 119),
            Map.entry("security/detect-child-process", 78),
            Map.entry("security/detect-disable-mustache-escape", 79),
            Map.entry("security/detect-eval-with-expression", 95),
            Map.entry("security/detect-new-buffer", 665),
            Map.entry("security/detect-no-csrf-before-method-override", 352),
            Map.entry("security/detect-non-literal-fs-filename", 22),
            Map.entry("security/detect-non-literal-regexp", 1333),
            Map.entry("security/detect-non-literal-require", 95),
            Map.entry("security/detect-object-injection", 915),
            Map.entry("security/detect-possible-timing-attacks", 208),
            Map.entry("security/detect-pseudoRandomBytes", 338),
            Map.entry("security/detect-unsafe-regex", 1333));

    static final SarifReader.Kinds KINDS = new SarifReader.Kinds() {
        @Override
        public Optional<String> scan(SarifRule result) {
            // What it can't parse it says under no rule of the plug-in's
            return result.result().path("ruleId").asText("").startsWith("security/")
                    ? Optional.of(Scans.SECURITY)
                    : Optional.empty();
        }

        @Override
        public List<Integer> weaknesses(String rule) {
            Integer known = WEAKNESSES.get(rule);
            return known == null ? List.of() : List.of(known);
        }
    };

    private final Node node;
    private final Confined confined;

    EsLintSecurity(Node node, Confined confined) {
        this.node = node;
        this.confined = confined;
    }

    @Override
    public String tool() {
        return TOOL;
    }

    @Override
    public Set<String> scans() {
        return Set.of(Scans.SECURITY);
    }

    @Override
    public Adapted run(Project project, Set<String> wanted, Workbench bench)
            throws TaskFailedException, InterruptedException {
        int files = project.sources(Language.JAVASCRIPT).size();
        if (files == 0) {
            return Adapted.NOTHING;
        }
        Optional<NodeRuntime> runtime = node.runtime();
        if (runtime.isEmpty()) {
            return new Adapted(List.of(), List.of(), List.of(Node.missing(NEEDED_FOR)), List.of());
        }
        if (!runtime.get().has(TOOL) || !runtime.get().has(PLUGIN)) {
            return Adapted.missing(TOOL, NEEDED_FOR, Node.howToGet(TOOL + " " + PLUGIN));
        }
        Path workspace = bench.folder(TOOL);
        List<Mount> mounts = new ArrayList<>(List.of(new Mount(runtime.get().executable())));
        runtime.get().modules().ifPresent(folder -> mounts.add(new Mount(folder, NodeRuntime.MODULES_INSIDE)));
        Confined.Job job = new Confined.Job(
                List.of(
                        runtime.get().executable().toString(),
                        confined.workspace(workspace) + "/" + SCRIPT,
                        runtime.get().modulesInside().orElseThrow().toString(),
                        confined.code(project),
                        runtime.get().has(PARSER) ? "typescript" : "none"),
                mounts,
                FILES,
                Map.of(),
                Set.of(0),
                "");
        Adapted adapted = new SarifTool(
                        TOOL,
                        "look for insecure JavaScript with ESLint's security plug-in",
                        NEEDED_FOR,
                        "there are " + files + " JavaScript files",
                        KINDS)
                .run(confined, job, project, workspace, bench);
        boolean typescript =
                project.sources(Language.JAVASCRIPT).stream().anyMatch(path -> path.matches(".*\\.[cm]?tsx?"));
        if (!typescript || runtime.get().has(PARSER)) {
            return adapted;
        }
        List<MissingTool> missing = new ArrayList<>(adapted.missing());
        missing.add(Node.missingPackage(PARSER + " typescript", "a second opinion on TypeScript"));
        return new Adapted(adapted.findings(), adapted.plan(), missing, adapted.notes());
    }
}
