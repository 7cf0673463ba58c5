package io.ymera.examination.jvm;

import io.ymera.codebase.Project;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a Maven project's POMs say of its tests, read as text: what a build has told may be what code of the project made it tell. Where
 * something is left out and no POM says so, nothing explains it.
 */
final class Poms {

    private static final String NAME = "pom.xml";
    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern MODULE = Pattern.compile("<module>([^<]{1,500})</module>");
    private static final Pattern TEST_SOURCES = Pattern.compile(
            "<testSourceDirectory>(?:\\$\\{(?:project\\.)?basedir}/)?([^<$]{1,500})</testSourceDirectory>");
    private static final Pattern LEAVES_OUT =
            Pattern.compile("<(?:testExcludes?|testIncludes?|skipTests|skip)>|maven\\.test\\.skip");
    private static final String USUAL = "src/test/java";

    private final Map<String, String> texts = new TreeMap<>();
    private final List<JUnitRun> runs;
    private final String all;

    Poms(Project project, List<JUnitRun> runs) {
        this.runs = runs;
        for (String path : project.paths()) {
            if (path.equals(NAME) || path.endsWith("/" + NAME)) {
                texts.put(path.substring(0, Math.max(0, path.length() - NAME.length() - 1)), text(project, path));
            }
        }
        this.all = String.join("\n", texts.values());
    }

    /** The sources of tests among these, by module. */
    List<TestSources> testSources(List<String> sources) {
        Map<String, List<String>> byModule = new TreeMap<>();
        for (String source : sources) {
            String module = moduleOf(source);
            if (source.startsWith(inside(module, testFolder(module)) + "/")) {
                byModule.computeIfAbsent(module, any -> new ArrayList<>()).add(source);
            }
        }
        return byModule.entrySet().stream()
                .map(each -> testSources(each.getKey(), each.getValue()))
                .toList();
    }

    private TestSources testSources(String module, List<String> tests) {
        Optional<JUnitRun> run =
                runs.stream().filter(each -> each.folder().equals(module)).findFirst();
        if (run.isEmpty()) {
            return new TestSources(tests, null, null, null, whyNotBuilt(module));
        }
        JUnitRun.Suite suite = run.get().suite();
        String usual = SurefirePatterns.include(null);
        boolean said = (usual.equals(suite.include()) && suite.exclude() == null)
                || all.contains("surefire")
                || all.contains("<parent>");
        return new TestSources(
                tests,
                suite.include(),
                suite.exclude(),
                said ? "its class is none of those that Surefire takes" : null,
                LEAVES_OUT.matcher(all).find() ? "a pom.xml leaves tests out" : null);
    }

    private @Nullable String whyNotBuilt(String module) {
        if (!isPart(module)) {
            return "its folder is no module of the Maven project";
        }
        return LEAVES_OUT.matcher(all).find() ? "a pom.xml leaves tests out" : null;
    }

    /** Whether the POM above names it, and so on up to the project's own. */
    private boolean isPart(String module) {
        if (module.isEmpty()) {
            return true;
        }
        String above = moduleOf(module);
        String text = texts.getOrDefault(above, "").replaceAll("(?s)<profiles>.*?</profiles>", "");
        Matcher named = MODULE.matcher(text);
        while (named.find()) {
            String name = named.group(1).strip().replaceFirst("/(?:pom\\.xml)?$", "");
            if (inside(above, name).equals(module)) {
                return isPart(above);
            }
        }
        return false;
    }

    /** The nearest folder above a path that has a POM. */
    private String moduleOf(String path) {
        String folder = path;
        do {
            folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
        } while (!folder.isEmpty() && !texts.containsKey(folder));
        return folder;
    }

    private String testFolder(String module) {
        Matcher own = TEST_SOURCES.matcher(texts.getOrDefault(module, ""));
        if (own.find()) {
            return own.group(1).strip().replaceFirst("/$", "");
        }
        return module.isEmpty() ? USUAL : testFolder(moduleOf(module));
    }

    private static String inside(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    private static String text(Project project, String path) {
        try (InputStream stream = Files.newInputStream(project.folder().resolve(path))) {
            return new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).replaceAll("(?s)<!--.*?-->", "");
        } catch (IOException e) {
            return "";
        }
    }
}
