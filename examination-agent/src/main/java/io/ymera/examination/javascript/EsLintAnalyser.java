package io.ymera.examination.javascript;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.codebase.lab.Texts;
import io.ymera.codebase.lab.Workbench;
import io.ymera.codebase.node.Node;
import io.ymera.codebase.node.NodeRuntime;
import io.ymera.examination.analysis.Analyser;
import io.ymera.examination.analysis.Analysis;
import io.ymera.examination.report.Finding;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What ESLint says of JavaScript and TypeScript. The rules are this agent's own, so that projects can be compared and none can
 * turn a rule off; a project's configuration, which is code, is not run.
 */
@Singleton
final class EsLintAnalyser implements Analyser {

    private static final String ESLINT = "eslint";
    private static final String TYPESCRIPT_PARSER = "@typescript-eslint/parser";
    private static final int MESSAGE = 1000;

    private final Node node;

    EsLintAnalyser(Node node) {
        this.node = node;
    }

    /** What the script says. */
    @RegisterForReflection
    record Said(
            @JsonProperty(required = true) String version,
            @JsonProperty(required = true) List<Message> findings,
            int leftOut,
            @Nullable String typescript) {}

    /** One of its findings. */
    @RegisterForReflection
    record Message(
            @JsonProperty(required = true) String path,
            int line,
            @Nullable Integer column,
            @Nullable Integer endLine,
            @JsonProperty(required = true) String rule,
            @JsonProperty(required = true) String level,
            @JsonProperty(required = true) String category,
            @JsonProperty(required = true) String message,
            @Nullable String help) {}

    @Override
    public Analysis analyse(Project project, Workbench bench) throws TaskFailedException, InterruptedException {
        List<String> files = project.sources(Language.JAVASCRIPT);
        if (files.isEmpty()) {
            return Analysis.NOTHING;
        }
        String neededFor = "the static analysis of " + files.size() + " JavaScript files";
        Optional<NodeRuntime> runtime = node.runtime();
        if (runtime.isEmpty()) {
            return missing(Node.missing(neededFor));
        }
        if (!runtime.get().has(ESLINT)) {
            return missing(Node.missingPackage(ESLINT, neededFor));
        }
        Said said = new SourceReader(
                        runtime.get(), runtime.get().modulesInside().orElseThrow())
                .read(Scripts.FINDINGS, project, files, Said.class, bench);
        return analysis(said, files, runtime.get());
    }

    private static Analysis analysis(Said said, List<String> files, NodeRuntime runtime) {
        long typescript = files.stream().filter(TypeScript::is).count();
        List<MissingTool> missing = new ArrayList<>();
        if (typescript > 0 && !runtime.has(TYPESCRIPT_PARSER)) {
            missing.add(Node.missingPackage(
                    TYPESCRIPT_PARSER + " typescript", "the static analysis of " + typescript + " TypeScript files"));
        }
        List<String> notes = new ArrayList<>();
        notes.add("ESLint's recommended rules and some more; comments that turn rules off are not honoured");
        if (said.leftOut() > 0) {
            notes.add(said.leftOut() + " of ESLint's findings are left out");
        }
        Set<String> known = new HashSet<>(files);
        List<Finding> findings = said.findings().stream()
                .filter(message -> known.contains(message.path()))
                .map(EsLintAnalyser::finding)
                .sorted()
                .toList();
        PlanStep step = new PlanStep(
                "check JavaScript with ESLint",
                ESLINT,
                Texts.bounded(said.version(), 40),
                "there are " + files.size() + " JavaScript files");
        return new Analysis(List.of(step), findings, missing, notes);
    }

    private static Finding finding(Message message) {
        int line = Math.max(1, message.line());
        return new Finding(
                ESLINT,
                Texts.bounded(message.rule(), 100),
                message.level().equals("error") ? Finding.Level.ERROR : Finding.Level.WARNING,
                Texts.bounded(message.category().toLowerCase(Locale.ROOT), 40),
                Texts.bounded(message.message(), MESSAGE),
                message.path(),
                line,
                message.column() == null || message.column() < 1 ? null : message.column(),
                message.endLine() == null || message.endLine() < line ? null : message.endLine(),
                message.help());
    }

    private static Analysis missing(MissingTool tool) {
        return new Analysis(List.of(), List.of(), List.of(tool), List.of());
    }
}
