package io.ymera.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.local.client.GatewayClient;
import io.ymera.local.demo.ProjectFiles;
import io.ymera.local.examine.Documents;
import io.ymera.local.examine.Examination;
import io.ymera.local.examine.History;
import io.ymera.local.examine.Summary;
import io.ymera.local.platform.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "examine",
        description =
                "Starts what is not running, and examines a code base: its tests, findings, complexity, duplication and"
                        + " documentation make four scores and one verdict.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:passed",
            "1:failed, tampered with, below --fail-under, or it could not be examined",
            "2:wrong use",
            "3:incomplete: nothing failed, but something that is not optional could not be examined"
        })
final class Examine implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int INCOMPLETE = 3;
    private static final Path FOLDER = Path.of("ymera-report");

    @Parameters(index = "0", paramLabel = "PATH", description = "The code base's folder.")
    private Path path = Path.of(".");

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Where the page goes (default: ymera-report/report.html).")
    private @Nullable Path html;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Where the report itself goes (default: ymera-report/report.json).")
    private @Nullable Path json;

    @Option(
            names = "--sarif",
            paramLabel = "FILE",
            description = "Where the findings go, as SARIF 2.1.0 (default: ymera-report/report.sarif).")
    private @Nullable Path sarif;

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "Where the tests go, as JUnit XML (default: ymera-report/junit.xml).")
    private @Nullable Path junit;

    @Option(
            names = "--security",
            paramLabel = "FILE",
            description = "What a security scan found, a SARIF 2.1.0 log; without it there is no security score.")
    private @Nullable Path security;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "An earlier report of performance_benchmark; without it there is no performance score.")
    private @Nullable Path baseline;

    @Option(
            names = "--fail-under",
            paramLabel = "N",
            description = "Fail if the overall score is less, whatever the verdict.")
    private @Nullable Double failUnder;

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public Integer call() throws Exception {
        Settings settings = Ymera.settings();
        // What is wrong with the arguments is told at once, not after the start
        ProjectFiles project = ProjectFiles.ofAnyLanguage(path);
        JsonNode scanned = security == null ? null : read(security);
        JsonNode before = baseline == null ? null : baseline(read(baseline));
        History history = new History(settings.home(), path);
        Startup startup = new Startup(settings, new Terminal());
        startup.run();
        System.out.println();
        try (GatewayClient gateway = new GatewayClient(settings.gateway())) {
            JsonNode report =
                    new Examination(gateway, System.out).run(path, project, history.previous(), scanned, before);
            System.out.println();
            System.out.print(Summary.of(report));
            history.add(report, Instant.now());
            System.out.printf("%n  Reports%n");
            documents().write(report).forEach(file -> System.out.println("    " + file));
            return code(report);
        } finally {
            startup.keep();
        }
    }

    private Documents documents() {
        return Documents.in(
                FOLDER,
                Optional.ofNullable(html),
                Optional.ofNullable(json),
                Optional.ofNullable(sarif),
                Optional.ofNullable(junit));
    }

    private JsonNode read(Path file) throws IOException {
        try {
            return mapper.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The medians in a report of {@code performance_benchmark}, or a list that is a baseline already. */
    private JsonNode baseline(JsonNode said) {
        if (said.isArray()) {
            return said;
        }
        var list = mapper.createArrayNode();
        for (JsonNode benchmark : said.path("benchmarks")) {
            if (benchmark.path("measured").hasNonNull("median_seconds")) {
                list.addObject()
                        .put("id", benchmark.path("id").asText())
                        .set("median_seconds", benchmark.path("measured").path("median_seconds"));
            }
        }
        return list;
    }

    private int code(JsonNode report) {
        if (failUnder != null && report.path("overall").asDouble(0) < failUnder) {
            System.out.printf("%n  The overall score is below %s.%n", failUnder);
            return FAILED;
        }
        return switch (report.path("verdict").asText()) {
            case "passed" -> 0;
            case "incomplete" -> INCOMPLETE;
            default -> FAILED;
        };
    }
}
