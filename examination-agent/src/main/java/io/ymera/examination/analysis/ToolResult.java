package io.ymera.examination.analysis;

import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.examination.report.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one tool said, gathered over its runs, and which files it could not read: that is said, never passed over. Not thread-safe. */
final class ToolResult {

    private final String tool;
    private final String neededFor;
    private final int files;
    private final Set<Finding> findings = new TreeSet<>();
    private final Map<String, String> unread = new TreeMap<>();

    ToolResult(String tool, String neededFor, int files) {
        this.tool = tool;
        this.neededFor = neededFor;
        this.files = files;
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    void tooLarge(List<String> paths) {
        paths.forEach(path -> unread.putIfAbsent(path, "it is too large"));
    }

    /** The tool gave up on this file, or on a part of it. */
    void partlyRead(String path, String why) {
        unread.putIfAbsent(path, why);
    }

    Analysis analysis(PlanStep step, Batches batches) {
        List<String> notes = new ArrayList<>();
        Map<String, List<String>> byReason = new TreeMap<>();
        unread.forEach((path, why) ->
                byReason.computeIfAbsent(why, any -> new ArrayList<>()).add(path));
        byReason.forEach(
                (why, paths) -> notes.add(tool + " did not read " + Listing.of(paths) + " to the end: " + why));
        List<MissingTool> missing = new ArrayList<>();
        if (!batches.unread().isEmpty()) {
            String which = batches.unread().size() + " of " + Listing.count(files, "file") + ": "
                    + Listing.of(batches.unread());
            missing.add(new MissingTool(
                    tool, neededFor + ", for " + which, "It broke on what it was given: " + batches.reason()));
        }
        return new Analysis(List.of(step), List.copyOf(findings), missing, notes);
    }
}
