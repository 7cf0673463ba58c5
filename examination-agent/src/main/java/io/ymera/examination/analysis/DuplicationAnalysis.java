package io.ymera.examination.analysis;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.Bounded;
import io.ymera.codebase.lab.JavaTools;
import io.ymera.codebase.lab.JavaTools.JavaTool;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.codebase.lab.Workbench;
import io.ymera.examination.analysis.Cpd.Dialect;
import io.ymera.examination.analysis.DuplicateBlock.Place;
import io.ymera.examination.analysis.DuplicationReport.Share;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds code of the product that is there more than once. Tests are left out: there, saying things again is no fault. */
@Singleton
public class DuplicationAnalysis {

    /** What CPD's documentation starts from. */
    public static final int USUAL_TOKENS = 100;

    private static final List<Dialect> DIALECTS = List.of(
            new Dialect(Language.PYTHON, "python", "py"),
            new Dialect(Language.JAVA, "java", "java"),
            new Dialect(Language.JAVASCRIPT, "ecmascript", "js"),
            new Dialect(Language.JAVASCRIPT, "typescript", "ts"));
    private static final int MOST_BLOCKS = 500;
    private static final int MOST_BYTES = 2 << 20;

    private final JavaTools tools;
    private final AnalysisConfig config;

    /** One with these tools. */
    public DuplicationAnalysis(JavaTools tools, AnalysisConfig config) {
        this.tools = tools;
        this.config = config;
    }

    /**
     * Compares all of the product's sources of each language with each other.
     *
     * @param minimumTokens how long a block must be to count
     */
    public DuplicationReport examine(Project project, Workbench bench, int minimumTokens)
            throws TaskFailedException, InterruptedException {
        Search search = new Search();
        Optional<JavaTool> tool = tools.find(Pmd.TOOL);
        for (Dialect dialect : DIALECTS) {
            List<String> sources = sources(project, dialect);
            if (sources.isEmpty()) {
                continue;
            }
            String neededFor = "comparing " + Listing.count(sources.size(), title(dialect) + " file");
            if (tool.isEmpty()) {
                search.missing.add(tools.missing(Pmd.TOOL, neededFor));
                continue;
            }
            JavaProgram program = new JavaProgram(tool.get(), "net.sourceforge.pmd.cli.PmdCli", config);
            search.plan.add(new PlanStep(
                    "compare " + title(dialect) + " with PMD's copy-paste detector",
                    "cpd",
                    program.version("pmd-core"),
                    Listing.count(sources.size(), "file")));
            Optional<String> broken =
                    compare(new Cpd(program, minimumTokens), dialect, sources, project, bench, search);
            broken.ifPresent(why ->
                    search.missing.add(new MissingTool("cpd", neededFor, "It broke on what it was given: " + why)));
        }
        return report(search, minimumTokens);
    }

    private Optional<String> compare(
            Cpd cpd, Dialect dialect, List<String> sources, Project project, Workbench bench, Search search)
            throws TaskFailedException, InterruptedException {
        List<String> repetitive = new ArrayList<>();
        List<String> compared = new ArrayList<>();
        for (String path : sources) {
            (Repetition.isExtreme(project.folder().resolve(path), config.fileBytes()) ? repetitive : compared)
                    .add(path);
        }
        search.note(repetitive, "it is one thing said over and over, as data is");
        StagedSources staged =
                StagedSources.copy(project, compared, dialect.extension(), config.fileBytes(), bench.folder("cpd"));
        search.note(staged.tooLarge(), "it is too large");
        if (staged.paths().isEmpty()) {
            return Optional.empty();
        }
        List<String> unread = new ArrayList<>();
        List<DuplicateBlock> blocks = new ArrayList<>();
        Map<String, BitSet> marked = new TreeMap<>();
        Optional<String> broken = cpd.compare(
                dialect,
                staged,
                bench,
                (block, places) -> {
                    blocks.add(block);
                    places.forEach(place -> mark(place, staged, marked));
                },
                (path, why) -> unread.add(path));
        if (broken.isEmpty()) {
            search.blocks.addAll(blocks);
            search.count(dialect.language(), staged, unread, marked);
            search.note(unread, "it can't be cut into tokens");
        }
        return broken;
    }

    private static void mark(Place place, StagedSources staged, Map<String, BitSet> marked) {
        int last = Math.min(place.endLine(), staged.lines().getOrDefault(place.path(), 0));
        if (place.line() <= last) {
            marked.computeIfAbsent(place.path(), any -> new BitSet()).set(place.line(), last + 1);
        }
    }

    private static DuplicationReport report(Search search, int minimumTokens) {
        List<Share> shares = new ArrayList<>();
        search.counts.forEach((language, counts) ->
                shares.add(new Share(language, counts[0], counts[1], counts[2], percent(counts[2], counts[1]))));
        int lines = shares.stream().mapToInt(Share::lines).sum();
        int duplicated = shares.stream().mapToInt(Share::duplicatedLines).sum();
        List<DuplicateBlock> sorted = search.blocks.stream().sorted().toList();
        List<DuplicateBlock> listed = Bounded.list(sorted, MOST_BLOCKS, MOST_BYTES);
        return new DuplicationReport(
                StaticAnalysisReport.BUILTIN,
                minimumTokens,
                lines == 0 ? null : percent(duplicated, lines),
                shares,
                listed,
                sorted.size() - listed.size(),
                search.plan,
                search.missing,
                search.notes);
    }

    private static double percent(int part, int all) {
        return all == 0 ? 0 : Math.round(10_000.0 * part / all) / 100.0;
    }

    private static List<String> sources(Project project, Dialect dialect) {
        return project.productSources(dialect.language()).stream()
                .filter(path -> dialect.language() != Language.JAVASCRIPT
                        || typescript(path) == dialect.extension().equals("ts"))
                .toList();
    }

    private static boolean typescript(String path) {
        return path.toLowerCase(Locale.ROOT).matches(".*\\.[cm]?tsx?");
    }

    private static String title(Dialect dialect) {
        return dialect.extension().equals("ts")
                ? "TypeScript"
                : dialect.language().title();
    }

    /** What came out so far. */
    private static final class Search {
        private final List<PlanStep> plan = new ArrayList<>();
        private final List<MissingTool> missing = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final List<DuplicateBlock> blocks = new ArrayList<>();
        /** Files, lines, duplicated lines. */
        private final Map<Language, int[]> counts = new TreeMap<>();

        void note(List<String> paths, String why) {
            if (!paths.isEmpty()) {
                notes.add("Not compared: " + Listing.of(paths) + ": " + why);
            }
        }

        void count(Language language, StagedSources staged, List<String> unread, Map<String, BitSet> marked) {
            int[] of = counts.computeIfAbsent(language, any -> new int[3]);
            staged.lines().forEach((path, lines) -> {
                if (!unread.contains(path)) {
                    of[0]++;
                    of[1] += lines;
                }
            });
            marked.values().forEach(lines -> of[2] += lines.cardinality());
        }
    }
}
