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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Trivy, for configuration, secrets and, with its database in a folder, dependencies. Told not to use any network. */
@Singleton
final class Trivy implements Adapter {

    private static final String TOOL = "trivy";
    private static final String NEEDED_FOR = "a second opinion on configuration, secrets and dependencies";
    private static final Path CACHE = Path.of("/trivy-cache");
    private static final int VULNERABLE_COMPONENT = 1395;
    private static final int HARD_CODED = 798;
    private static final Pattern PACKAGE = Pattern.compile("(?m)^Package: (\\S{1,200})$");
    private static final Pattern VERSION = Pattern.compile("(?m)^Installed Version: (\\S{1,100})$");

    private static final SarifReader.Kinds KINDS = new SarifReader.Kinds() {
        @Override
        public Optional<String> scan(SarifRule result) {
            Set<String> tags = result.tags();
            if (tags.contains("vulnerability")) {
                return Optional.of(Scans.DEPENDENCY);
            }
            if (tags.contains("secret")) {
                return Optional.of(Scans.SECRET);
            }
            return tags.contains("misconfiguration") ? Optional.of(Scans.CONFIG) : Optional.empty();
        }

        @Override
        public List<Integer> weaknesses(String rule) {
            if (rule.matches("(?:CVE|GHSA)-.{1,60}")) {
                return List.of(VULNERABLE_COMPONENT);
            }
            return rule.matches("[A-Z]{2,4}-?[A-Z]*-?[0-9]{3,6}") ? List.of() : List.of(HARD_CODED);
        }

        @Override
        public Map<String, String> properties(SarifRule result) {
            if (!result.tags().contains("vulnerability")) {
                return Map.of();
            }
            Map<String, String> properties = new HashMap<>(
                    Map.of("advisory", result.result().path("ruleId").asText()));
            String message = result.message();
            Matcher name = PACKAGE.matcher(message);
            Matcher version = VERSION.matcher(message);
            if (name.find() && version.find()) {
                properties.put("package", name.group(1) + "@" + version.group(1));
            }
            return properties;
        }
    };

    private final AdapterConfig config;
    private final Confined confined;

    Trivy(AdapterConfig config, Confined confined) {
        this.config = config;
        this.confined = confined;
    }

    @Override
    public String tool() {
        return TOOL;
    }

    @Override
    public Set<String> scans() {
        return Set.of(Scans.CONFIG, Scans.SECRET, Scans.DEPENDENCY);
    }

    @Override
    public Adapted run(Project project, Set<String> wanted, Workbench bench)
            throws TaskFailedException, InterruptedException {
        Optional<InstalledProgram> program = InstalledProgram.find(config.trivy(), TOOL);
        if (program.isEmpty()) {
            return Adapted.missing(
                    TOOL, NEEDED_FOR, "install Trivy, and name the program by SCAN_TRIVY if it is not on the PATH");
        }
        Optional<Path> cache = config.trivyCache().filter(Files::isDirectory);
        List<String> kinds = new ArrayList<>();
        if (wanted.contains(Scans.CONFIG)) {
            kinds.add("misconfig");
        }
        if (wanted.contains(Scans.SECRET)) {
            kinds.add("secret");
        }
        if (wanted.contains(Scans.DEPENDENCY) && cache.isPresent()) {
            kinds.add("vuln");
        }
        if (kinds.isEmpty()) {
            return Adapted.missing(
                    TOOL,
                    "a second opinion on dependencies",
                    "name a folder with Trivy's database by SCAN_TRIVY_CACHE: there is no network to fetch it");
        }
        List<Mount> mounts = new ArrayList<>(Mounts.of(program.get()));
        List<String> argv = new ArrayList<>(List.of(
                program.get().executable().toString(),
                "fs",
                "--quiet",
                "--format",
                "sarif",
                "--scanners",
                String.join(",", kinds),
                "--offline-scan",
                "--skip-db-update",
                "--skip-java-db-update",
                "--skip-check-update"));
        cache.ifPresent(folder -> {
            mounts.add(new Mount(folder.toAbsolutePath().normalize(), CACHE));
            argv.addAll(List.of("--cache-dir", confined.inside(folder, CACHE)));
        });
        argv.add(confined.code(project));
        Confined.Job job = new Confined.Job(argv, mounts, Map.of(), Map.of(), Set.of(0), "");
        return new SarifTool(
                        TOOL, "look with Trivy: " + String.join(", ", kinds), NEEDED_FOR, "it was asked for", KINDS)
                .run(confined, job, project, bench.folder(TOOL), bench);
    }
}
