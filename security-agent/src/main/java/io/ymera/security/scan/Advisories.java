package io.ymera.security.scan;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.Workbench;
import io.ymera.security.osv.OsvApi;
import io.ymera.security.report.Scans;
import io.ymera.security.scanner.ScanOptions;
import io.ymera.security.scanner.Scanned;
import io.ymera.security.scanner.ScannerConfig;
import io.ymera.security.scanner.ScannerProgram;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what is known of vulnerabilities: the operator's mirror, or what OSV's API says about this code base. Thread-safe. */
@Singleton
class Advisories {

    private static final String TOOL = "advisories";
    private static final String NEEDED_FOR = "known vulnerabilities of dependencies";

    private final ScannerConfig config;
    private final ScannerProgram scanner;
    private final OsvApi api;

    Advisories(ScannerConfig config, ScannerProgram scanner, OsvApi api) {
        this.config = config;
        this.scanner = scanner;
        this.api = api;
    }

    /**
     * What is known.
     *
     * @param folder in OSV's layout; empty if there is nothing
     * @param missing what is, and how to get it; null if nothing is
     * @param whole whether that is all that the source knows
     */
    record Known(Optional<Path> folder, @Nullable MissingTool missing, boolean whole, List<String> notes) {}

    Known of(Project project, AdvisorySource source, Workbench bench) throws TaskFailedException, InterruptedException {
        if (source == AdvisorySource.MIRROR) {
            Optional<Path> mirror = config.advisories().filter(Files::exists);
            return new Known(
                    mirror,
                    mirror.isPresent()
                            ? null
                            : new MissingTool(
                                    TOOL,
                                    NEEDED_FOR,
                                    "name a mirror of OSV's advisories, a folder or a zip, by ADVISORIES_HOME"),
                    mirror.isPresent(),
                    List.of());
        }
        if (!api.allowed()) {
            throw TaskFailedException.permanent(
                    "api_not_allowed",
                    "OSV's API may not be asked by this agent: its operator would have to allow that by OSV_API_ALLOWED=true");
        }
        ScanOptions inventory = new ScanOptions(List.of(Scans.SBOM), null, null, 0, null, Optional.empty());
        Scanned scanned = scanner.scan(project, inventory, bench, (fraction, scan) -> {});
        Path folder = bench.folder(TOOL);
        OsvApi.Answer answer = api.ask(packages(scanned.sbom()), folder, bench.context());
        List<String> notes = new ArrayList<>(answer.notes());
        notes.add("Vulnerabilities were looked up with OSV's API");
        return new Known(
                Optional.of(folder),
                null,
                answer.complete() && scanned.notScanned().isEmpty(),
                notes);
    }

    private static List<String> packages(@Nullable JsonNode sbom) {
        List<String> packages = new ArrayList<>();
        if (sbom != null) {
            for (JsonNode component : sbom.path("components")) {
                packages.add(component.path("purl").asText(""));
            }
        }
        return packages;
    }
}
