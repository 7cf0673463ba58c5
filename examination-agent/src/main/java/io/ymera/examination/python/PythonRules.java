package io.ymera.examination.python;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.codebase.lab.Texts;
import io.ymera.codebase.lab.Workbench;
import io.ymera.examination.analysis.Analyser;
import io.ymera.examination.analysis.Analysis;
import io.ymera.examination.python.PythonFiles.Reading;
import io.ymera.examination.report.Finding;
import io.ymera.examination.report.Finding.Level;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Our own rules for Python, those of {@code check_python.py}: they need the interpreter and nothing else. */
@Singleton
final class PythonRules implements Analyser {

    static final String TOOL = "python-rules";

    private static final Pattern RULE = Pattern.compile("[A-Z]{1,3}[0-9]{2,4}|SyntaxWarning");
    private static final int MESSAGE = 500;

    private final PythonFiles files;

    PythonRules(PythonFiles files) {
        this.files = files;
    }

    @Override
    public Analysis analyse(Project project, Workbench bench) throws TaskFailedException, InterruptedException {
        List<String> sources = project.sources(Language.PYTHON);
        if (sources.isEmpty()) {
            return Analysis.NOTHING;
        }
        List<Finding> findings = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Reading reading =
                files.read(Scripts.CHECK, "rules for Python", sources, project, bench, Answer.class, (path, answer) -> {
                    answer.findings().stream()
                            .filter(said -> RULE.matcher(said.rule()).matches())
                            .map(said -> said.in(path))
                            .forEach(findings::add);
                    if (answer.leftOut() > 0) {
                        notes.add(TOOL + " says " + answer.leftOut() + " more things of " + path);
                    }
                });
        List<PlanStep> plan = new ArrayList<>();
        if (!reading.version().isEmpty()) {
            plan.add(new PlanStep(
                    "look for mistakes in Python with rules of this agent",
                    TOOL,
                    "on Python " + reading.version(),
                    sources.size() + (sources.size() == 1 ? " Python file" : " Python files")));
        }
        notes.addAll(reading.notes());
        return new Analysis(plan, findings.stream().sorted().toList(), reading.missing(), notes);
    }

    /** What the script says of a file. */
    @RegisterForReflection
    record Answer(List<Said> findings, int leftOut) {}

    /** One finding. */
    @RegisterForReflection
    record Said(
            int line,
            @Nullable Integer column,
            int endLine,
            String rule,
            String level,
            String category,
            String message) {

        Finding in(String path) {
            int first = Math.max(1, line);
            return new Finding(
                    TOOL,
                    rule,
                    Level.valueOf(level.toUpperCase(Locale.ROOT)),
                    category,
                    Texts.bounded(message, MESSAGE),
                    path,
                    first,
                    column == null ? null : Math.max(1, column),
                    Math.max(first, endLine),
                    null);
        }
    }
}
