package io.ymera.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ymera.local.client.GatewayClient;
import io.ymera.local.demo.ProjectFiles;
import io.ymera.local.demo.Submission;
import io.ymera.local.platform.Settings;
import io.ymera.local.scan.Baselines;
import io.ymera.local.scan.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "scan",
        description =
                "Starts what is not running, and scans a code base for weaknesses, secrets, vulnerable dependencies,"
                        + " licences and insecure configuration.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:passed",
            "1:a new finding is as bad as --fail-on, or it could not be scanned",
            "2:wrong use",
            "3:incomplete: no such finding, but not all could be scanned"
        })
final class Scan implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int INCOMPLETE = 3;

    /** As severities are called. */
    enum Severity {
        critical,
        high,
        medium,
        low
    }

    /** Or nothing fails. */
    enum FailOn {
        critical,
        high,
        medium,
        low,
        never
    }

    @Parameters(index = "0", paramLabel = "PATH", description = "The code base's folder.")
    private Path path = Path.of(".");

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "Fail if a new finding is as bad: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private FailOn failOn = FailOn.high;

    @Option(
            names = "--minimum",
            paramLabel = "SEVERITY",
            description = "Leave out what is less bad: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Severity minimum = Severity.low;

    @Option(names = "--sarif", paramLabel = "FILE", description = "Where the findings go, as SARIF 2.1.0.")
    private @Nullable Path sarif;

    @Option(names = "--json", paramLabel = "FILE", description = "Where the report itself goes.")
    private @Nullable Path json;

    @Option(names = "--sbom", paramLabel = "FILE", description = "Where the bill of materials goes, as CycloneDX 1.6.")
    private @Nullable Path sbom;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description =
                    "What was known before and fails nothing: a report (--json) or a SARIF log of an earlier scan.")
    private @Nullable Path baseline;

    @Option(names = "--no-adapters", description = "Ask no other scanners that are installed.")
    private boolean alone;

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public Integer call() throws Exception {
        Settings settings = Ymera.settings();
        // What is wrong with the arguments is told at once, not after the start
        ProjectFiles project = ProjectFiles.ofAnyLanguage(path);
        ObjectNode parameters = project.parameters();
        parameters.put("fail_on", failOn.name());
        parameters.put("minimum_severity", minimum.name());
        parameters.put("adapters", !alone);
        parameters.put("sarif", sarif != null);
        if (baseline != null) {
            parameters.set("baseline", Baselines.read(baseline));
        }
        Startup startup = new Startup(settings, new Terminal());
        startup.run();
        System.out.println();
        try (GatewayClient gateway = new GatewayClient(settings.gateway())) {
            JsonNode report =
                    new Submission(gateway, System.out).run("Security review", "security_review", parameters, project);
            System.out.println();
            System.out.print(Findings.of(report, path));
            write(report.path("sarif"), sarif);
            write(report.path("sbom"), sbom);
            write(report, json);
            return switch (report.path("verdict").asText()) {
                case "passed" -> 0;
                case "incomplete" -> INCOMPLETE;
                default -> FAILED;
            };
        } finally {
            startup.keep();
        }
    }

    private void write(JsonNode document, @Nullable Path file) throws IOException {
        if (file == null) {
            return;
        }
        if (!document.isObject()) {
            System.out.printf("%n  There is nothing to write to %s%n", file);
            return;
        }
        Files.write(file, mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
        System.out.printf("%n  Written: %s%n", file);
    }
}
