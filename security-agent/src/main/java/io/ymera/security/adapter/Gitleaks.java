package io.ymera.security.adapter;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.Workbench;
import io.ymera.security.report.Scans;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** gitleaks, for secrets in files. Told to mask what it finds; its snippets are not read in any case. */
@Singleton
final class Gitleaks implements Adapter {

    private static final String TOOL = "gitleaks";
    private static final String NEEDED_FOR = "a second opinion on secrets";
    private static final String REPORT = "report.sarif";
    private static final int HARD_CODED = 798;

    private static final SarifReader.Kinds KINDS = new SarifReader.Kinds() {
        @Override
        public Optional<String> scan(SarifRule result) {
            return Optional.of(Scans.SECRET);
        }

        @Override
        public List<Integer> weaknesses(String rule) {
            return List.of(HARD_CODED);
        }
    };

    private final AdapterConfig config;
    private final Confined confined;

    Gitleaks(AdapterConfig config, Confined confined) {
        this.config = config;
        this.confined = confined;
    }

    @Override
    public String tool() {
        return TOOL;
    }

    @Override
    public Set<String> scans() {
        return Set.of(Scans.SECRET);
    }

    @Override
    public Adapted run(Project project, Set<String> wanted, Workbench bench)
            throws TaskFailedException, InterruptedException {
        Optional<InstalledProgram> program = InstalledProgram.find(config.gitleaks(), TOOL);
        if (program.isEmpty()) {
            return Adapted.missing(
                    TOOL,
                    NEEDED_FOR,
                    "install gitleaks 8, and name the program by SCAN_GITLEAKS if it is not on the PATH");
        }
        Path workspace = bench.folder(TOOL);
        Confined.Job job = new Confined.Job(
                List.of(
                        program.get().executable().toString(),
                        "detect",
                        "--no-git",
                        "--no-banner",
                        "--redact",
                        "--exit-code=0",
                        "--source",
                        confined.code(project),
                        "--report-format",
                        "sarif",
                        "--report-path",
                        confined.workspace(workspace) + "/" + REPORT),
                Mounts.of(program.get()),
                Map.of(),
                Map.of(),
                Set.of(0),
                REPORT);
        return new SarifTool(
                        TOOL,
                        "look for secrets with gitleaks",
                        NEEDED_FOR,
                        "there are " + project.paths().size() + " files",
                        KINDS)
                .run(confined, job, project, workspace, bench);
    }
}
