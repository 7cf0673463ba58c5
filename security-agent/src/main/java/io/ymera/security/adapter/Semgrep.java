package io.ymera.security.adapter;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.Workbench;
import io.ymera.sandbox.Mount;
import io.ymera.security.report.Scans;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Semgrep, with the operator's rules. */
@Singleton
final class Semgrep implements Adapter {

    private static final String TOOL = "semgrep";
    private static final String NEEDED_FOR = "a second opinion by the operator's own patterns";
    private static final Path RULES = Path.of("/semgrep-rules");

    private static final SarifReader.Kinds KINDS = new SarifReader.Kinds() {
        @Override
        public Optional<String> scan(SarifRule result) {
            return Optional.of(Scans.SECURITY);
        }

        @Override
        public List<Integer> weaknesses(String rule) {
            return List.of();
        }
    };

    private final AdapterConfig config;
    private final Confined confined;

    Semgrep(AdapterConfig config, Confined confined) {
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
        if (project.languages().isEmpty()) {
            return Adapted.NOTHING;
        }
        Optional<InstalledProgram> program = InstalledProgram.find(config.semgrep(), TOOL);
        if (program.isEmpty()) {
            return Adapted.missing(
                    TOOL,
                    NEEDED_FOR,
                    "pip install semgrep, and name the program by SCAN_SEMGREP if it is not on the PATH");
        }
        Optional<Path> rules = config.semgrepRules().filter(Files::exists);
        if (rules.isEmpty()) {
            return Adapted.missing(
                    TOOL,
                    NEEDED_FOR,
                    "name a file or a folder of rules by SCAN_SEMGREP_RULES: there is no network to fetch any");
        }
        List<Mount> mounts = new ArrayList<>(Mounts.of(program.get()));
        mounts.add(new Mount(rules.get().toAbsolutePath().normalize(), RULES));
        Confined.Job job = new Confined.Job(
                List.of(
                        program.get().executable().toString(),
                        "scan",
                        "--sarif",
                        "--quiet",
                        "--metrics=off",
                        "--disable-version-check",
                        "--no-git-ignore",
                        "--config",
                        confined.inside(rules.get(), RULES),
                        confined.code(project)),
                mounts,
                Map.of(),
                Map.of("SEMGREP_SEND_METRICS", "off", "SEMGREP_ENABLE_VERSION_CHECK", "0"),
                Set.of(0, 1),
                "");
        return new SarifTool(TOOL, "look for patterns with Semgrep", NEEDED_FOR, "there are rules and sources", KINDS)
                .run(confined, job, project, bench.folder(TOOL), bench);
    }
}
