package io.ymera.examination.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.Captured;
import io.ymera.codebase.lab.JavaTools;
import io.ymera.codebase.lab.JavaTools.JavaTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.codebase.lab.Resources;
import io.ymera.codebase.lab.Texts;
import io.ymera.codebase.lab.Workbench;
import io.ymera.contracts.Json;
import io.ymera.examination.analysis.Batches.Outcome;
import io.ymera.examination.analysis.PmdReport.ExaminedFile;
import io.ymera.examination.analysis.PmdReport.ProcessingError;
import io.ymera.examination.analysis.PmdReport.Violation;
import io.ymera.examination.report.Finding;
import io.ymera.examination.report.Finding.Level;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PMD's rules for Java, those of {@code pmd-java.xml}. */
@Singleton
final class Pmd implements Analyser {

    static final String TOOL = "pmd";

    private static final String RULES = Resources.text(Pmd.class, "pmd-java.xml");
    private static final String RULES_FILE = "rules.xml";
    /** It goes on after code that is nested too deeply for it, and says so. */
    private static final List<String> OPTIONS = List.of("-Dpmd.error_recovery=true");

    /** Nothing found, something found, something not read. */
    private static final List<Integer> STATUSES = List.of(0, 4, 5);

    private static final Map<String, String> CATEGORIES = Map.of(
            "Best Practices", "maintainability",
            "Code Style", "style",
            "Design", "maintainability",
            "Documentation", "documentation",
            "Error Prone", "bug",
            "Multithreading", "bug",
            "Performance", "performance",
            "Security", "security");
    private static final Pattern PLACE = Pattern.compile("at line (\\d{1,9}), column (\\d{1,9}): (.*)", Pattern.DOTALL);
    private static final Pattern NO_JAVA = Pattern.compile("ParseException|LexException");
    private static final String PARSE_EXCEPTION = "ParseException";
    private static final String HELP = "https://docs.pmd-code.org/";
    private static final int MESSAGE = 500;

    private final ObjectMapper json = Json.mapper();
    private final JavaTools tools;
    private final AnalysisConfig config;

    Pmd(JavaTools tools, AnalysisConfig config) {
        this.tools = tools;
        this.config = config;
    }

    @Override
    public Analysis analyse(Project project, Workbench bench) throws TaskFailedException, InterruptedException {
        List<String> sources = project.sources(Language.JAVA);
        if (sources.isEmpty()) {
            return Analysis.NOTHING;
        }
        Optional<JavaTool> tool = tools.find(TOOL);
        if (tool.isEmpty()) {
            return new Analysis(List.of(), List.of(), List.of(tools.missing(TOOL, "PMD's rules for Java")), List.of());
        }
        JavaProgram program = new JavaProgram(tool.get(), "net.sourceforge.pmd.cli.PmdCli", config);
        ToolResult result = new ToolResult(TOOL, "PMD's rules for Java", sources.size());
        Batches batches = new Batches(config.toolTimeout());
        batches.run(sources, (files, time) -> {
            StagedSources staged = StagedSources.copy(project, files, "java", config.fileBytes(), bench.folder(TOOL));
            result.tooLarge(staged.tooLarge());
            if (staged.paths().isEmpty()) {
                return Outcome.NOTHING_TO_DO;
            }
            staged.write(RULES_FILE, RULES);
            Captured ended = program.run(OPTIONS, arguments(), staged.workspace(), time, bench);
            return new Outcome(ended.exit().wallTime(), read(ended, staged, result));
        });
        PlanStep step = new PlanStep(
                "look for mistakes in Java with PMD",
                TOOL,
                program.version("pmd-core"),
                Listing.count(sources.size(), "Java file"));
        return result.analysis(step, batches);
    }

    private static List<String> arguments() {
        return List.of(
                "check",
                "--no-cache",
                "--no-progress",
                "--threads",
                "0",
                "--rulesets",
                RULES_FILE,
                "--format",
                "json",
                "--relativize-paths-with",
                StagedSources.FOLDER,
                "--dir",
                StagedSources.FOLDER);
    }

    private Optional<String> read(Captured ended, StagedSources staged, ToolResult result) {
        Optional<String> broken = JavaProgram.broken(ended, STATUSES);
        if (broken.isPresent()) {
            return broken;
        }
        try {
            PmdReport report = json.readValue(ended.stdout(), PmdReport.class);
            for (ExaminedFile file : report.files()) {
                staged.path(file.filename()).ifPresent(path -> file.violations()
                        .forEach(violation -> result.add(finding(violation, path))));
            }
            for (ProcessingError error : report.processingErrors()) {
                staged.path(error.filename()).ifPresent(path -> unreadable(error, path, result));
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of("what it wrote can't be read");
        }
    }

    private static Finding finding(Violation violation, String path) {
        String category = CATEGORIES.getOrDefault(violation.ruleset(), "maintainability");
        int line = Math.max(1, violation.beginLine());
        return new Finding(
                TOOL,
                violation.rule(),
                level(violation.priority(), category),
                category,
                Texts.bounded(violation.description(), MESSAGE),
                path,
                line,
                violation.beginColumn() > 0 ? violation.beginColumn() : null,
                Math.max(line, violation.endLine()),
                violation.externalInfoUrl() != null
                                && violation.externalInfoUrl().startsWith(HELP)
                        ? violation.externalInfoUrl()
                        : null);
    }

    /** PMD calls a class's name in lower case as bad as a lock that does not lock; we don't. */
    private static Level level(int priority, String category) {
        boolean wrong = category.equals("bug") || category.equals("security");
        if (category.equals("style") || category.equals("documentation") || priority >= 4) {
            return Level.NOTE;
        }
        return wrong && priority <= 2 ? Level.ERROR : Level.WARNING;
    }

    private static void unreadable(ProcessingError error, String path, ToolResult result) {
        Matcher place = PLACE.matcher(error.message());
        if (NO_JAVA.matcher(error.message()).lookingAt() && place.find()) {
            String why = place.group(3).lines().findFirst().orElse("").strip();
            result.add(new Finding(
                    TOOL,
                    PARSE_EXCEPTION,
                    Level.ERROR,
                    "bug",
                    "PMD can't read this as Java, so that none of its rules were applied: "
                            + Texts.bounded(why, MESSAGE),
                    path,
                    Math.max(1, Integer.parseInt(place.group(1))),
                    Math.max(1, Integer.parseInt(place.group(2))),
                    null,
                    null));
        } else if (error.message().toLowerCase(Locale.ROOT).contains("stackoverflow")) {
            result.partlyRead(path, "it is nested too deeply");
        } else {
            result.partlyRead(
                    path, Texts.bounded(error.message().lines().findFirst().orElse(""), 200));
        }
    }
}
