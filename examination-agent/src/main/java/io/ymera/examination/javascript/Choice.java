package io.ymera.examination.javascript;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which framework a project's tests are written for, and why.
 *
 * @param framework it
 * @param why what led to it, for people
 */
record Choice(Framework framework, String why) {

    private static final int READ = 256 * 1024;
    private static final Pattern IMPORT =
            Pattern.compile("(?:\\bfrom\\s*|\\bimport\\s*|\\brequire\\s*\\(\\s*)([\"'])([^\"'\\s]{1,200})\\1");

    /**
     * Looks at what was asked for, the script of {@code npm test}, what the project depends on and what its tests import, in this order.
     *
     * @return empty if there is no test
     * @throws TaskFailedException permanent, if the script starts something that can't be run here
     */
    static Optional<Choice> of(Project project, PackageJson packageJson, Optional<Framework> asked)
            throws TaskFailedException {
        if (asked.isPresent()) {
            return Optional.of(new Choice(asked.get(), "the request asks for it"));
        }
        for (Framework framework : Framework.values()) {
            if (framework.isStartedBy(packageJson)) {
                return Optional.of(new Choice(framework, "the test script of package.json starts it"));
            }
        }
        for (String unknown : Framework.UNKNOWN) {
            if (packageJson.starts(unknown)) {
                throw TaskFailedException.permanent(
                        "framework_not_supported",
                        "The test script of package.json starts " + unknown
                                + "; what can be run is node --test, jest, mocha, tap and vitest");
            }
        }
        List<String> tests = tests(project);
        Set<String> imports = imports(project, tests);
        for (Framework framework : Framework.values()) {
            if (imports.contains(framework.imported())) {
                return Optional.of(new Choice(framework, "the tests import " + framework.imported()));
            }
        }
        for (Framework framework : Framework.values()) {
            if (packageJson.dependencies().contains(framework.title())) {
                return Optional.of(new Choice(framework, "package.json depends on it"));
            }
        }
        return tests.isEmpty()
                ? Optional.empty()
                : Optional.of(new Choice(Framework.NODE, "nothing in the project names another framework"));
    }

    /** Files that hold tests, by their names. */
    static List<String> tests(Project project) {
        return project.sources(Language.JAVASCRIPT).stream()
                .filter(Project::isTest)
                .filter(path -> !Project.isBenchmark(path))
                .filter(path -> !TypeScript.isDeclaration(path))
                .toList();
    }

    /** What files import, as it is written. */
    static Set<String> imports(Project project, List<String> files) throws TaskFailedException {
        Set<String> imports = new TreeSet<>();
        for (String file : files) {
            try (InputStream stream = Files.newInputStream(project.folder().resolve(file))) {
                Matcher matcher = IMPORT.matcher(new String(stream.readNBytes(READ), StandardCharsets.UTF_8));
                while (matcher.find()) {
                    imports.add(matcher.group(2));
                }
            } catch (IOException e) {
                throw Scripts.unavailable(e);
            }
        }
        return imports;
    }
}
