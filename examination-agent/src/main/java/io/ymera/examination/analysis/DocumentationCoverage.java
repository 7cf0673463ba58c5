package io.ymera.examination.analysis;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.Bounded;
import io.ymera.codebase.lab.Workbench;
import io.ymera.examination.analysis.DocumentationReport.Share;
import io.ymera.examination.analysis.DocumentationReport.Undocumented;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of what is exported is documented, from what {@link CodeFacts} reads. */
@Singleton
public class DocumentationCoverage {

    private static final int MOST = 10_000;
    private static final int MOST_BYTES = 2 << 20;
    private static final int MOST_NOTES = 50;

    private final CodeFacts facts;

    /** On these. */
    public DocumentationCoverage(CodeFacts facts) {
        this.facts = facts;
    }

    /** Reads the code and reports. */
    public DocumentationReport examine(Project project, Workbench bench)
            throws TaskFailedException, InterruptedException {
        return report(facts.read(project, bench));
    }

    /** From facts that were read already. */
    public DocumentationReport report(Facts read) {
        List<CodeUnit> exported =
                read.units().stream().filter(CodeUnit::exported).toList();
        List<Undocumented> undocumented = exported.stream()
                .filter(unit -> !unit.documented())
                .map(unit -> new Undocumented(unit.kind(), unit.name(), unit.path(), unit.line()))
                .toList();
        List<Undocumented> listed = Bounded.list(undocumented, MOST, MOST_BYTES);
        int documented = exported.size() - undocumented.size();
        return new DocumentationReport(
                StaticAnalysisReport.BUILTIN,
                exported.size(),
                documented,
                percent(documented, exported.size()),
                Arrays.stream(CodeUnit.Kind.values())
                        .map(kind -> share(kind, exported))
                        .toList(),
                listed,
                undocumented.size() - listed.size(),
                read.plan(),
                read.missing(),
                Bounded.notes(read.notes(), MOST_NOTES));
    }

    private static Share share(CodeUnit.Kind kind, List<CodeUnit> exported) {
        List<CodeUnit> all =
                exported.stream().filter(unit -> unit.kind() == kind).toList();
        int documented =
                Math.toIntExact(all.stream().filter(CodeUnit::documented).count());
        return new Share(kind, all.size(), documented, percent(documented, all.size()));
    }

    private static @Nullable Double percent(int part, int all) {
        return all == 0 ? null : Math.round(10_000.0 * part / all) / 100.0;
    }
}
