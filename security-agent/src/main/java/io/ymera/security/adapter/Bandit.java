package io.ymera.security.adapter;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.Workbench;
import io.ymera.security.report.Scans;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bandit, for Python. */
@Singleton
final class Bandit implements Adapter {

    private static final String TOOL = "bandit";
    private static final String NEEDED_FOR = "a second opinion on Python";

    /** Versions before 1.7.5 do not say. */
    private static final Map<String, Integer> WEAKNESSES = Map.ofEntries(
            Map.entry("B102", 78),
            Map.entry("B103", 732),
            Map.entry("B104", 605),
            Map.entry("B105", 259),
            Map.entry("B106", 259),
            Map.entry("B107", 259),
            Map.entry("B108", 377),
            Map.entry("B201", 94),
            Map.entry("B301", 502),
            Map.entry("B303", 327),
            Map.entry("B307", 78),
            Map.entry("B311", 330),
            Map.entry("B324", 327),
            Map.entry("B501", 295),
            Map.entry("B506", 20),
            Map.entry("B602", 78),
            Map.entry("B605", 78),
            Map.entry("B608", 89),
            Map.entry("B701", 94));

    private static final SarifReader.Kinds KINDS = new SarifReader.Kinds() {
        @Override
        public Optional<String> scan(SarifRule result) {
            return Optional.of(Scans.SECURITY);
        }

        @Override
        public List<Integer> weaknesses(String rule) {
            Integer known = WEAKNESSES.get(rule);
            return known == null ? List.of() : List.of(known);
        }
    };

    private final AdapterConfig config;
    private final Confined confined;

    Bandit(AdapterConfig config, Confined confined) {
        this.config = config;
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
        int files = project.sources(Language.PYTHON).size();
        if (files == 0) {
            return Adapted.NOTHING;
        }
        Optional<InstalledProgram> program = InstalledProgram.find(config.bandit(), TOOL);
        if (program.isEmpty()) {
            return Adapted.missing(
                    TOOL,
                    NEEDED_FOR,
                    "pip install \"bandit[sarif]\", and name the program by SCAN_BANDIT if it is not on the PATH");
        }
        // Without the code base's own configuration, so that none can turn a rule off
        Confined.Job job = new Confined.Job(
                List.of(
                        program.get().executable().toString(),
                        "--recursive",
                        confined.code(project),
                        "--format",
                        "sarif",
                        "--quiet",
                        "--exit-zero"),
                Mounts.of(program.get()),
                Map.of(),
                Map.of(),
                Set.of(0, 1),
                "");
        return new SarifTool(
                        TOOL,
                        "look for insecure Python with Bandit",
                        NEEDED_FOR,
                        "there are " + files + " Python files",
                        KINDS)
                .run(confined, job, project, bench.folder(TOOL), bench);
    }
}
