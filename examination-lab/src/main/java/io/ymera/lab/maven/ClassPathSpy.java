package io.ymera.lab.maven;

import io.ymera.lab.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.eventspy.AbstractEventSpy;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Writes, for each module whose tests have been compiled, a line of JSON into the file that the system property
 * {@code ymera.lab.modules} names: its folder, class path, folders of classes and sources, and which classes Surefire would
 * take. It works without any plugin besides those of the project.
 */
public final class ClassPathSpy extends AbstractEventSpy {

    private static final String FILE = "ymera.lab.modules";
    private static final String SUREFIRE = "org.apache.maven.plugins:maven-surefire-plugin";

    @Override
    public void onEvent(Object event) throws Exception {
        String file = System.getProperty(FILE);
        if (file != null
                && event instanceof ExecutionEvent execution
                && execution.getType() == ExecutionEvent.Type.ProjectSucceeded
                && !execution.getProject().getPackaging().equals("pom")) {
            write(Path.of(file), execution.getProject());
        }
    }

    private static void write(Path file, MavenProject project) throws Exception {
        Map<String, @Nullable Object> module = new LinkedHashMap<>();
        module.put("name", project.getArtifactId());
        module.put("folder", project.getBasedir().toString());
        module.put("class_path", project.getTestClasspathElements());
        module.put("tests", project.getBuild().getTestOutputDirectory());
        module.put("product", project.getBuild().getOutputDirectory());
        module.put("sources", project.getCompileSourceRoots());
        module.put("include", patterns(project, "includes", "include"));
        module.put("exclude", patterns(project, "excludes", "exclude"));
        append(file, Json.write(module) + "\n");
    }

    private static synchronized void append(Path file, String line) throws IOException {
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static List<String> patterns(MavenProject project, String list, String element) {
        Plugin surefire = project.getPlugin(SUREFIRE);
        if (surefire == null || !(surefire.getConfiguration() instanceof Xpp3Dom configuration)) {
            return List.of();
        }
        Xpp3Dom patterns = configuration.getChild(list);
        return patterns == null
                ? List.of()
                : Stream.of(patterns.getChildren(element))
                        .map(Xpp3Dom::getValue)
                        .toList();
    }
}
