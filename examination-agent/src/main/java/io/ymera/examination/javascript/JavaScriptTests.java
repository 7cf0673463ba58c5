package io.ymera.examination.javascript;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Language;
import io.ymera.codebase.Project;
import io.ymera.codebase.SourceTree;
import io.ymera.codebase.lab.PlanStep;
import io.ymera.codebase.lab.Texts;
import io.ymera.codebase.lab.Workbench;
import io.ymera.codebase.node.Node;
import io.ymera.codebase.node.NodeRuntime;
import io.ymera.contracts.Json;
import io.ymera.examination.testing.Build;
import io.ymera.examination.testing.DeclaredTest;
import io.ymera.examination.testing.Inventory;
import io.ymera.examination.testing.TestPlan;
import io.ymera.examination.testing.TestRunner;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Limits;
import io.ymera.sandbox.Mount;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Runs tests of JavaScript and TypeScript with Node's own runner, jest, mocha, tap or vitest. Packages come from the project's own
 * {@code node_modules}, if it was handed in, or else from the configured ones.
 */
@Singleton
public class JavaScriptTests implements TestRunner {

    private static final String PLAN = "plan.json";
    /** From here on Node runs TypeScript whose types can be left out. */
    private static final int RUNS_TYPESCRIPT = 24;

    private static final String VITEST_NOTE =
            "vitest: its main process believes what its workers send, so outcomes of vitest are harder to vouch for"
                    + " than those of node, mocha and jest; added tests whose outcome is known were run in each file";
    private static final String TAP_NOTE = "tap: each assertion counts as a test, as tap itself counts";

    /** What this agent's runners put after a name: tests in a test, and a number where there are several. */
    private static final List<String> ENDS = List.of(" > ", " #");

    private static final int WHY = 300;

    private final Node node;

    /** With this Node.js. */
    public JavaScriptTests(Node node) {
        this.node = node;
    }

    @Override
    public Optional<TestPlan> plan(Project project, String framework) throws TaskFailedException, InterruptedException {
        Optional<Framework> asked = Framework.of(framework);
        boolean ours = asked.isPresent() || framework.equals("auto");
        if (!ours || project.sources(Language.JAVASCRIPT).isEmpty()) {
            return Optional.empty();
        }
        PackageJson packageJson = PackageJson.of(project);
        Optional<Choice> choice = Choice.of(project, packageJson, asked);
        if (choice.isEmpty()) {
            return Optional.empty();
        }
        NodeRuntime runtime = node.runtime()
                .orElseThrow(() -> TaskFailedException.permanent(
                        "node_not_found",
                        "There is no usable Node.js on the agent's machine: install Node.js 20 or newer, or"
                                + " name one by TEST_NODE"));
        requireWhatIsNeeded(project, packageJson, choice.get().framework(), runtime);
        return Optional.of(plan(project, choice.get(), runtime));
    }

    /** The runner is laid where tests can only read it. */
    @Override
    public Build build(TestPlan plan, Project project, Path built, Workbench bench) throws TaskFailedException {
        Scripts.RUN_TESTS.write(built);
        List<String> sources = project.productSources(Language.JAVASCRIPT).stream()
                .filter(path -> !TypeScript.isDeclaration(path))
                .filter(path -> !path.matches("(?:.*/)?(?:\\.[^/]*|[^/]+\\.config\\.[cm]?[jt]s)"))
                .toList();
        try {
            Files.writeString(
                    built.resolve(PLAN),
                    Json.mapper()
                            .writeValueAsString(
                                    Map.of("script", PackageJson.of(project).test(), "sources", sources)));
            return Build.NOT_NEEDED;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Strings can always be written", e);
        } catch (IOException e) {
            throw Scripts.unavailable(e);
        }
    }

    @Override
    public Inventory inventory(TestPlan plan, Project project, Path built, Workbench bench)
            throws TaskFailedException, InterruptedException {
        NodeRuntime runtime = known();
        if (!runtime.has("eslint")) {
            String without =
                    "Which tests the JavaScript sources have was not read, and so not compared with those that ran: "
                            + Node.howToGet("eslint");
            return new Inventory(List.of(), List.of(), List.of(without), null, List.of());
        }
        List<String> files = project.sources(Language.JAVASCRIPT);
        Map<String, String> more = Map.of(
                "framework", plan.framework(), "script", PackageJson.of(project).test());
        try {
            Declared declared = new SourceReader(
                            runtime, runtime.modulesInside().orElseThrow())
                    .read(Scripts.LIST_TESTS, project, files, more, Declared.class, bench);
            return declared.left() > 0
                    ? Inventory.unread("there are more than are listed")
                    : new Inventory(
                            declared.in(files),
                            ENDS,
                            List.of(),
                            null,
                            declared.rewritten().stream()
                                    .map(why -> Texts.bounded(why, WHY))
                                    .toList());
        } catch (TaskFailedException e) {
            if (!e.failure().code().equals(SourceReader.NOT_READ)) {
                throw e;
            }
            return Inventory.unread(Texts.bounded(String.valueOf(e.getMessage()), WHY));
        }
    }

    @Override
    public Path workspace(TestPlan plan, Project project, Path built, Workbench bench)
            throws TaskFailedException, InterruptedException {
        Path folder = bench.folder("javascript-tests");
        Path workspace = folder.resolve("project");
        try {
            Files.createDirectory(workspace);
            Optional<NodeRuntime> runtime = node.runtime().filter(each -> !each.confined());
            if (runtime.flatMap(NodeRuntime::modules).isPresent()) {
                // Not confined, nothing can be mounted: found the same way, above the project
                Files.createSymbolicLink(
                        folder.resolve("node_modules"),
                        runtime.flatMap(NodeRuntime::modules).orElseThrow());
            }
        } catch (IOException e) {
            throw Scripts.unavailable(e);
        }
        SourceTree.copy(project, workspace);
        return workspace;
    }

    @Override
    public Command command(TestPlan plan, Path workspace, Path built, String job, Limits limits) {
        return known().command(
                        built.resolve(Scripts.RUN_TESTS.program()), workspace, List.of(new Mount(built)), job, limits);
    }

    private static void requireWhatIsNeeded(
            Project project, PackageJson packageJson, Framework framework, NodeRuntime runtime)
            throws TaskFailedException {
        if (framework != Framework.NODE && !installed(framework.title(), project, runtime)) {
            throw TaskFailedException.permanent(
                    framework.title() + "_not_found",
                    framework.title() + " is not installed on the agent's machine: "
                            + Node.howToGet(framework.title()));
        }
        List<String> tests = Choice.tests(project);
        Set<String> missing = new TreeSet<>();
        // What only benchmarks, checks of types or configuration import is of no use to the tests
        for (String imported : Choice.imports(
                project, tests.stream().filter(Project::isExecutable).toList())) {
            String name = packageOf(imported);
            if (packageJson.dependencies().contains(name) && !installed(name, project, runtime)) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            throw TaskFailedException.permanent(
                    "packages_not_found",
                    "The code needs packages that are not installed on the agent's machine: "
                            + Node.howToGet(String.join(" ", missing)));
        }
        boolean typescript = tests.stream().anyMatch(TypeScript::is);
        if (framework == Framework.NODE && typescript && runtime.major() < RUNS_TYPESCRIPT) {
            throw TaskFailedException.permanent(
                    "typescript_not_supported",
                    "The tests are TypeScript, which " + runtime + " can't run: install Node.js " + RUNS_TYPESCRIPT
                            + " or newer and name it by TEST_NODE, or run them with vitest");
        }
    }

    private static TestPlan plan(Project project, Choice choice, NodeRuntime runtime) {
        Framework framework = choice.framework();
        PlanStep step = new PlanStep(
                "run the tests with " + (framework == Framework.NODE ? "node --test" : framework.title()),
                framework.title(),
                framework == Framework.NODE ? runtime.version() : version(framework.title(), project, runtime),
                choice.why());
        List<String> notes = new ArrayList<>();
        if (framework == Framework.VITEST) {
            notes.add(VITEST_NOTE);
        }
        if (framework == Framework.TAP) {
            notes.add(TAP_NOTE);
        }
        return new TestPlan(Language.JAVASCRIPT, framework.title(), runtime.toString(), List.of(step), notes);
    }

    private static String packageOf(String imported) {
        String[] segments = imported.split("/");
        return imported.startsWith("@") && segments.length > 1 ? segments[0] + "/" + segments[1] : segments[0];
    }

    private static boolean installed(String name, Project project, NodeRuntime runtime) {
        return project.has("node_modules/" + name + "/package.json") || runtime.has(name);
    }

    private static String version(String name, Project project, NodeRuntime runtime) {
        Path own = project.folder().resolve("node_modules").resolve(name).resolve(PackageJson.NAME);
        Path file = project.has("node_modules/" + name + "/package.json")
                ? own
                : runtime.modules().orElseThrow().resolve(name).resolve(PackageJson.NAME);
        try {
            return Json.mapper()
                    .readTree(Files.readAllBytes(file))
                    .path("version")
                    .asText("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** There was one when the plan was made, and it is kept. */
    private NodeRuntime known() {
        try {
            return node.runtime().orElseThrow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for a Node.js that is known", e);
        }
    }

    /** What the script says. */
    @RegisterForReflection
    record Declared(
            @JsonProperty(required = true) List<Said> tests,
            int left,
            @JsonProperty(required = true) List<String> rewritten) {

        List<DeclaredTest> in(List<String> files) {
            Set<String> known = new HashSet<>(files);
            return tests.stream()
                    .filter(test -> known.contains(test.path()))
                    .map(Said::test)
                    .toList();
        }
    }

    /** One of the tests. */
    @RegisterForReflection
    record Said(
            @JsonProperty(required = true) String path,
            int line,
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) List<String> also,
            boolean overshadowed,
            @Nullable String why) {

        DeclaredTest test() {
            return new DeclaredTest(
                    path,
                    Math.max(1, line),
                    id,
                    also,
                    List.of(),
                    overshadowed,
                    why == null ? null : Texts.bounded(why, WHY));
        }
    }
}
