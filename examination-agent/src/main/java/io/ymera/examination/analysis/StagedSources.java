package io.ymera.examination.analysis;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Copies of the files that a tool is to read, {@code 00001/Name.java} and so on: no name that a submitter chose reaches a command
 * line or a report's format, and nothing but these files is read.
 *
 * @param workspace the folder of one tool; the copies are in {@link #FOLDER} in it
 * @param paths the path in the code base of each copy, in the order of the code base
 * @param lines how many lines each path has
 * @param tooLarge paths that were left out
 */
record StagedSources(Path workspace, Map<String, String> paths, Map<String, Integer> lines, List<String> tooLarge) {

    static final String FOLDER = "sources";

    private static final Pattern STAGED = Pattern.compile("(?:^|/)(\\d{5}/[^/]+)$");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");

    /**
     * Copies.
     *
     * @param extension what all copies' names end with: tools pass over what they don't know
     * @param maxBytes larger files are left out
     * @throws TaskFailedException retryable, if that can't be done
     */
    static StagedSources copy(Project project, List<String> sources, String extension, int maxBytes, Path workspace)
            throws TaskFailedException {
        Map<String, String> paths = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        List<String> tooLarge = new ArrayList<>();
        try {
            for (String path : sources) {
                Path source = project.folder().resolve(path);
                if (!Files.isRegularFile(source, LinkOption.NOFOLLOW_LINKS) || Files.size(source) > maxBytes) {
                    tooLarge.add(path);
                    continue;
                }
                String staged = "%05d/%s.%s".formatted(paths.size() + 1, plainName(path), extension);
                Path target = workspace.resolve(FOLDER).resolve(staged);
                byte[] content = Files.readAllBytes(source);
                Files.createDirectories(target.resolveSibling(""));
                Files.write(target, content);
                paths.put(staged, path);
                lines.put(path, count(content));
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
        return new StagedSources(workspace, paths, lines, tooLarge);
    }

    /** Puts a file of ours beside them, a tool's configuration for example. */
    void write(String name, String content) throws TaskFailedException {
        try {
            Files.writeString(workspace.resolve(name), content);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Which file of the code base a tool means; empty if it is none that it was given. */
    Optional<String> path(String named) {
        Matcher staged = STAGED.matcher(named);
        return staged.find() ? Optional.ofNullable(paths.get(staged.group(1))) : Optional.empty();
    }

    private static TaskFailedException unwritable(IOException e) {
        return TaskFailedException.retryable("workspace_unavailable", "Can't write the workspace: " + e.getMessage());
    }

    private static String plainName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        return PLAIN.matcher(stem).matches() ? stem : "file";
    }

    private static int count(byte[] content) {
        int lines = content.length == 0 || content[content.length - 1] == '\n' ? 0 : 1;
        for (byte each : content) {
            lines += each == '\n' ? 1 : 0;
        }
        return lines;
    }
}
