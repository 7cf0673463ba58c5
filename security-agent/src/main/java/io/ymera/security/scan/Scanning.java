package io.ymera.security.scan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.agent.TaskContext;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.CodeBase;
import io.ymera.codebase.CodeBases;
import io.ymera.codebase.Project;
import io.ymera.codebase.SourceTree;
import io.ymera.codebase.lab.Bounded;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.Workbench;
import io.ymera.contracts.Json;
import io.ymera.sandbox.Sandbox;
import io.ymera.security.adapter.Adapted;
import io.ymera.security.adapter.Adapters;
import io.ymera.security.report.Assessment;
import io.ymera.security.report.Listed;
import io.ymera.security.report.Scans;
import io.ymera.security.scanner.ScanCache;
import io.ymera.security.scanner.ScanOptions;
import io.ymera.security.scanner.Scanned;
import io.ymera.security.scanner.ScannerProgram;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes a code base in, has our scanner and the others look at it, and joins what they say. Thread-safe. */
@Singleton
class Scanning {

    private static final double TAKEN_IN = 0.03;
    private static final double ADVISED = 0.08;
    private static final double SCANNED = 0.8;
    private static final int MOST_NOTES = 150;

    private final ObjectMapper json = Json.mapper();
    private final CodeBases codeBases;
    private final ScannerProgram scanner;
    private final ScanCache cache;
    private final Advisories advisories;
    private final Adapters adapters;
    private final Sandbox sandbox;
    private final Clock clock;

    Scanning(
            CodeBases codeBases,
            ScannerProgram scanner,
            ScanCache cache,
            Advisories advisories,
            Adapters adapters,
            Sandbox sandbox,
            Clock clock) {
        this.codeBases = codeBases;
        this.scanner = scanner;
        this.cache = cache;
        this.advisories = advisories;
        this.adapters = adapters;
        this.sandbox = sandbox;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param sbom the bill of materials, if one was made and is not too long
     * @param freshness how old what is known of vulnerabilities is, if that is known
     * @param licences what stands under which, if that was looked at and is not too long
     */
    record Result(
            Assessment assessment,
            @Nullable JsonNode sbom,
            @Nullable JsonNode freshness,
            @Nullable JsonNode licences) {}

    /** Does what a request for findings wants. */
    Result scan(ScanRequest request, Wanted wanted, @Nullable String project, TaskContext context)
            throws TaskFailedException, InterruptedException {
        Set<String> baseline =
                request.baseline() == null ? Set.of() : request.baseline().all();
        return scan(request, wanted.with(request, baseline, project), context);
    }

    /** Does what is wanted. */
    Result scan(CodeBase code, Wanted wanted, TaskContext context) throws TaskFailedException, InterruptedException {
        context.progress(0, "taking the code in");
        Workbench bench = new Workbench(sandbox, context, clock);
        Project project = codeBases.project(code, bench);
        SourceTree.makeReadable(project);
        List<String> notes = new ArrayList<>();
        List<MissingTool> missing = new ArrayList<>();
        Set<String> notScanned = new TreeSet<>();
        List<String> scans = new ArrayList<>(wanted.scans());
        boolean lookUp = scans.contains(Scans.DEPENDENCY);
        Optional<Advisories.Known> known = Optional.empty();
        if (lookUp) {
            context.progress(TAKEN_IN, "looking for what is known of vulnerabilities");
            known = Optional.of(advisories.of(project, wanted.advisorySource(), bench));
            if (!scans.contains(Scans.SBOM)) {
                // It says what there is to be vulnerable
                scans.add(Scans.SBOM);
            }
        }
        Scanned scanned = scanner.scan(
                project,
                new ScanOptions(
                        scans,
                        wanted.project(),
                        wanted.exposures(),
                        wanted.historyCommits(),
                        wanted.licencePolicy() == null ? null : json.valueToTree(wanted.licencePolicy()),
                        known.flatMap(Advisories.Known::folder)),
                bench,
                (fraction, scan) -> context.progress(ADVISED + (SCANNED - ADVISED) * fraction, scan.replace('_', ' ')));
        notScanned.addAll(scanned.notScanned());
        known.ifPresent(advised -> {
            notes.addAll(advised.notes());
            // Where nothing is used nothing is unknown
            if (!advised.whole() && components(scanned.sbom()) != 0) {
                notScanned.add(Scans.DEPENDENCY);
                Optional.ofNullable(advised.missing()).ifPresent(missing::add);
            }
        });
        if (wanted.project() != null && !cache.isOn()) {
            notes.add("Incremental scans are off for this agent: all was scanned anew");
        }
        Adapted others = wanted.adapters()
                ? adapters.run(
                        project,
                        wanted.scans(),
                        bench,
                        (tool, fraction) -> context.progress(SCANNED + (1 - SCANNED) * fraction, "asking " + tool))
                : Adapted.NOTHING;
        context.progress(1, "writing the report");
        notes.addAll(scanned.notes());
        notes.addAll(others.notes());
        missing.addAll(scanned.missing());
        missing.addAll(others.missing());
        JsonNode sbom = Listed.document(scanned.sbom(), notes, "bill of materials");
        JsonNode licences = Listed.document(scanned.licences(), notes, "list of licences");
        notScanned.retainAll(wanted.scans());
        Assessment.Gathered gathered = new Assessment.Gathered(
                both(scanned.findings(), others.findings()),
                both(scanned.plan(), others.plan()),
                missing,
                Bounded.notes(notes, MOST_NOTES),
                notScanned);
        return new Result(
                Assessment.of(gathered, wanted.baseline(), wanted.minimum(), wanted.threshold()),
                sbom,
                scanned.freshness(),
                licences);
    }

    /** How many there are; -1 if that is not known. */
    private static int components(@Nullable JsonNode sbom) {
        return sbom == null ? -1 : sbom.path("components").size();
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
