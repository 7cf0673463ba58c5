package io.ymera.examination.analysis;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.codebase.Language;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a code base is there more than once.
 *
 * @param engine what did the work: {@code builtin}, no model was asked
 * @param minimumTokens how long a block must be to count
 * @param percent of all lines that were compared, those that are in a block, each counted once; null if none were compared
 * @param languages the same for each language
 * @param blocks the longest first
 * @param blocksLeftOut how many are counted but not listed
 * @param plan what was run
 * @param missing what could not be run: what it would have compared is in no number here
 * @param notes what else a reader should know, for example which file could not be read
 */
@RegisterForReflection
public record DuplicationReport(
        String engine,
        int minimumTokens,
        @Nullable Double percent,
        List<Share> languages,
        List<DuplicateBlock> blocks,
        int blocksLeftOut,
        List<PlanStep> plan,
        List<MissingTool> missing,
        List<String> notes) {

    /** Copies the lists. */
    public DuplicationReport {
        languages = List.copyOf(languages);
        blocks = List.copyOf(blocks);
        plan = List.copyOf(plan);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }

    /**
     * How much of one language's code is there more than once.
     *
     * @param language the language
     * @param files how many were compared
     * @param lines how many they have together
     * @param duplicatedLines how many of these are in a block
     * @param percent 0 to 100, with two decimals
     */
    @RegisterForReflection
    public record Share(Language language, int files, int lines, int duplicatedLines, double percent) {}
}
