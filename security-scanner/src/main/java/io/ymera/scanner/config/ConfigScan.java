package io.ymera.scanner.config;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.source.SourceFile;
import io.ymera.scanner.source.SourceTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The scan {@code config_scan}: insecure settings of Dockerfiles, Kubernetes manifests, compose files and GitHub workflows. In goes a tree; out
 * come findings in the order of paths and lines. What can't be read is said in a note; nothing is thrown for what a file has in it. Not
 * thread-safe.
 */
public final class ConfigScan {

    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::location).thenComparing(Finding::rule).thenComparing(Finding::anchor);

    private final Report report = new Report();
    private final Cluster cluster = new Cluster(report);

    private ConfigScan() {}

    /** Looks at all files of {@code tree} whose names or contents say that they are such settings. */
    public static Findings scan(SourceTree tree) {
        ConfigScan scan = new ConfigScan();
        for (String path : tree.paths()) {
            if (dockerfile(path) || yaml(path)) {
                tree.read(path).ifPresent(scan::file);
            }
        }
        scan.cluster.finish();
        List<Finding> findings = new ArrayList<>(scan.report.findings());
        findings.sort(ORDER);
        return new Findings(findings, scan.report.notes());
    }

    private void file(SourceFile file) {
        if (dockerfile(file.path())) {
            DockerfileRules.check(file.path(), Dockerfile.parse(file.text()), report);
            return;
        }
        boolean workflow = workflow(file.path());
        boolean compose = !workflow && compose(file);
        boolean manifest = file.text().contains("apiVersion") && file.text().contains("kind");
        if (!workflow && !compose && !manifest) {
            return;
        }
        List<Yaml> documents;
        try {
            documents = Yaml.documents(file.text());
        } catch (YamlEngineException e) {
            boolean template = file.text().contains("{{");
            report.note(
                    file.path(),
                    template
                            ? "Is a template, not YAML, and was not looked at; scan what it renders"
                            : "Is no YAML that can be read within bounds, and was not looked at");
            return;
        }
        for (Yaml document : documents) {
            if (workflow) {
                WorkflowRules.check(file.path(), document, report);
            } else if (compose) {
                ComposeRules.check(file.path(), document, report);
            } else {
                cluster.document(file.path(), document);
            }
        }
    }

    private static boolean dockerfile(String path) {
        String name = name(path);
        boolean named = name.equals("dockerfile") || name.equals("containerfile");
        boolean parts = name.startsWith("dockerfile.")
                || name.startsWith("containerfile.")
                || name.endsWith(".dockerfile")
                || name.endsWith(".containerfile");
        boolean other = name.endsWith(".dockerignore")
                || name.endsWith(".md")
                || name.endsWith(".j2")
                || name.endsWith(".tmpl");
        return named || parts && !other;
    }

    private static boolean yaml(String path) {
        String name = name(path);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static boolean workflow(String path) {
        return ("/" + path).contains("/.github/workflows/")
                || name(path).equals("action.yml")
                || name(path).equals("action.yaml");
    }

    private static boolean compose(SourceFile file) {
        String name = name(file.path());
        boolean named = name.startsWith("docker-compose")
                || name.startsWith("compose.")
                || name.startsWith("compose-")
                || name.contains("-compose.");
        return named && file.text().contains("services");
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
