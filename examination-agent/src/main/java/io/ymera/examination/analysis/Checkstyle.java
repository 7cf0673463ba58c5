package io.ymera.examination.analysis;

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
import io.ymera.examination.analysis.Batches.Outcome;
import io.ymera.examination.report.Finding;
import io.ymera.examination.report.Finding.Level;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Checkstyle's rules for Java, those of {@code checkstyle.xml}. */
@Singleton
final class Checkstyle implements Analyser {

    static final String TOOL = "checkstyle";

    private static final String RULES = Resources.text(Checkstyle.class, "checkstyle.xml");
    private static final String RULES_FILE = "rules.xml";
    private static final String NEEDED_FOR = "Checkstyle's rules for Java";

    private static final Pattern SOURCE = Pattern.compile("com\\.puppycrawl\\.tools\\.checkstyle\\.checks"
            + "\\.(?:(blocks|coding|design|imports|javadoc|modifier|naming|sizes)\\.)?([A-Za-z]{1,60})Check");
    private static final Map<String, String> CATEGORIES = Map.of(
            "blocks", "maintainability",
            "coding", "maintainability",
            "design", "maintainability",
            "imports", "maintainability",
            "javadoc", "documentation",
            "modifier", "style",
            "naming", "style",
            "sizes", "maintainability");
    /** Those among them that find what behaves wrongly. */
    private static final List<String> BUGS = List.of("CovariantEquals", "ModifiedControlVariable");

    private static final int MESSAGE = 500;

    private final JavaTools tools;
    private final AnalysisConfig config;

    Checkstyle(JavaTools tools, AnalysisConfig config) {
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
            return new Analysis(List.of(), List.of(), List.of(tools.missing(TOOL, NEEDED_FOR)), List.of());
        }
        JavaProgram program = new JavaProgram(tool.get(), "com.puppycrawl.tools.checkstyle.Main", config);
        ToolResult result = new ToolResult(TOOL, NEEDED_FOR, sources.size());
        Batches batches = new Batches(config.toolTimeout());
        batches.run(sources, (files, time) -> {
            StagedSources staged = StagedSources.copy(project, files, "java", config.fileBytes(), bench.folder(TOOL));
            result.tooLarge(staged.tooLarge());
            if (staged.paths().isEmpty()) {
                return Outcome.NOTHING_TO_DO;
            }
            staged.write(RULES_FILE, RULES);
            List<String> arguments = List.of("-c", RULES_FILE, "-f", "xml", StagedSources.FOLDER);
            Captured ended = program.run(List.of(), arguments, staged.workspace(), time, bench);
            return new Outcome(ended.exit().wallTime(), read(ended, staged, result));
        });
        PlanStep step = new PlanStep(
                "look for imports, names and constructs that hide mistakes in Java with Checkstyle",
                TOOL,
                program.version(TOOL),
                Listing.count(sources.size(), "Java file"));
        return result.analysis(step, batches);
    }

    private static Optional<String> read(Captured ended, StagedSources staged, ToolResult result) {
        Optional<String> broken = JavaProgram.broken(ended, List.of(0));
        if (broken.isPresent()) {
            return broken;
        }
        List<Finding> findings = new ArrayList<>();
        Optional<String> path = Optional.empty();
        try {
            XMLStreamReader reader = Markup.reader(ended.stdout());
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (reader.getLocalName().equals("file")) {
                    path = staged.path(Markup.text(reader, "name"));
                } else if (reader.getLocalName().equals("error") && path.isPresent()) {
                    Matcher source = SOURCE.matcher(Markup.text(reader, "source"));
                    if (source.matches()) {
                        findings.add(finding(reader, source, path.get()));
                    } else {
                        // What it says of a file that it can't parse; PMD and the compiler say where
                        result.partlyRead(path.get(), "it can't be parsed");
                    }
                }
            }
        } catch (XMLStreamException e) {
            return Optional.of("what it wrote can't be read");
        }
        findings.forEach(result::add);
        return Optional.empty();
    }

    private static Finding finding(XMLStreamReader reader, Matcher source, String path) {
        String group = source.group(1);
        String rule = source.group(2);
        int column = Markup.number(reader, "column");
        return new Finding(
                TOOL,
                rule,
                Markup.text(reader, "severity").equals("warning") ? Level.WARNING : Level.NOTE,
                BUGS.contains(rule) ? "bug" : group == null ? "style" : CATEGORIES.getOrDefault(group, "style"),
                Texts.bounded(Markup.text(reader, "message"), MESSAGE),
                path,
                Math.max(1, Markup.number(reader, "line")),
                column == 0 ? null : column,
                null,
                "https://checkstyle.org/checks/" + (group == null ? "misc" : group) + "/"
                        + rule.toLowerCase(Locale.ROOT) + ".html");
    }
}
