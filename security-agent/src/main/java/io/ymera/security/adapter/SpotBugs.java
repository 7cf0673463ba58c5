package io.ymera.security.adapter;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.JavaTools;
import io.ymera.codebase.lab.JavaTools.JavaTool;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.Workbench;
import io.ymera.sandbox.Mount;
import io.ymera.security.report.Scans;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** SpotBugs with FindSecBugs, for compiled Java: only where the code base brings class files. Both come with this agent. */
@Singleton
final class SpotBugs implements Adapter {

    private static final String TOOL = "spotbugs";
    private static final String NEEDED_FOR = "a second opinion on Java";
    private static final String PLUGIN = "findsecbugs-plugin-";
    private static final int MOST_FOLDERS = 500;

    private static final SarifReader.Kinds KINDS = new SarifReader.Kinds() {
        @Override
        public Optional<String> scan(SarifRule result) {
            return Optional.of(Scans.SECURITY);
        }

        @Override
        public List<Integer> weaknesses(String rule) {
            return List.of();
        }
    };

    private final JavaTools tools;
    private final AdapterConfig config;
    private final Confined confined;

    SpotBugs(JavaTools tools, AdapterConfig config, Confined confined) {
        this.tools = tools;
        this.config = config;
        this.confined = confined;
    }

    @Override
    public String tool() {
        return TOOL;
    }

    @Override
    public Set<String> scans() {
        return Set.of(Scans.SECURITY);
    }

    @Override
    public Adapted run(Project project, Set<String> wanted, Workbench bench)
            throws TaskFailedException, InterruptedException {
        List<String> classes = project.paths().stream()
                .filter(path -> path.endsWith(".class") && !path.contains("node_modules/"))
                .toList();
        if (classes.isEmpty()) {
            return project.sources(Language.JAVA).isEmpty()
                    ? Adapted.NOTHING
                    : Adapted.note(
                            "SpotBugs reads class files, and the code base brings none: Java is read as source only");
        }
        Optional<JavaTool> tool = tools.find(TOOL);
        Optional<Path> plugin = tool.flatMap(found -> plugin(found.folder()));
        if (tool.isEmpty() || plugin.isEmpty()) {
            MissingTool missing = tools.missing(TOOL, NEEDED_FOR);
            return new Adapted(List.of(), List.of(), List.of(missing), List.of());
        }
        List<String> argv = new ArrayList<>(tool.get().argv("edu.umd.cs.findbugs.FindBugs2"));
        argv.addAll(1, List.of("-Xmx" + config.memoryMib() * 2 / 3 + "m", "-Xss16m", "-Duser.home=/tmp"));
        argv.addAll(List.of(
                "-sarif",
                "-low",
                "-effort:default",
                "-pluginList",
                plugin.get().toString(),
                "-bugCategories",
                "SECURITY"));
        argv.addAll(folders(classes, project));
        Confined.Job job = new Confined.Job(
                argv, tool.get().readOnly().stream().map(Mount::new).toList(), Map.of(), Map.of(), Set.of(0), "");
        return new SarifTool(
                        TOOL,
                        "look for insecure Java with SpotBugs and FindSecBugs",
                        NEEDED_FOR,
                        "there are " + classes.size() + " class files",
                        KINDS)
                .run(confined, job, project, bench.folder(TOOL), bench);
    }

    /** The folders that have class files directly in them; no name in a code base can look like an option there. */
    private List<String> folders(List<String> classes, Project project) {
        Set<String> folders = new TreeSet<>();
        for (String path : classes) {
            folders.add(path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "");
        }
        // Of folders within each other the outer ones say it all
        List<String> outer = new ArrayList<>();
        for (String folder : folders) {
            if (outer.stream().noneMatch(other -> other.isEmpty() || folder.startsWith(other + "/"))) {
                outer.add(folder);
            }
        }
        return outer.stream()
                .limit(MOST_FOLDERS)
                .map(folder -> confined.code(project) + (folder.isEmpty() ? "" : "/" + folder))
                .toList();
    }

    private static Optional<Path> plugin(Path folder) {
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(PLUGIN))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
