package io.ymera.lab.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs tests with the JUnit Platform.
 *
 * <pre>java ... -cp FRAMEWORK:PROJECT -m io.ymera.lab/io.ymera.lab.tests.RunTests SUITE.json &lt; JOB.json 3&gt; REPORT</pre>
 *
 * It starts in the project's folder. The project's own listeners and engines are used, as any runner does; its filters are
 * not, because they could drop tests that fail.
 */
public final class RunTests {

    private static final String JUPITER = "[engine:junit-jupiter]";
    private static final String VINTAGE = "[engine:junit-vintage]";

    private final Job job;
    private final Suite suite;
    private final Channel channel;
    private final TestIds ids = new TestIds();

    private RunTests(Job job, Suite suite, Channel channel) {
        this.job = job;
        this.suite = suite;
        this.channel = channel;
    }

    /** Never returns: threads that tests left behind must not keep the process, and nothing may follow the last line. */
    public static void main(String[] args) throws Exception {
        int status = 1;
        try {
            Job job = Job.parse(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
            System.in.close();
            new RunTests(job, Suite.read(Path.of(args[0])), Channel.open(job.key())).run();
            status = 0;
        } catch (Throwable e) {
            e.printStackTrace();
        } finally {
            System.err.flush();
            Runtime.getRuntime().halt(status);
        }
    }

    private void run() throws IOException, ReflectiveOperationException {
        checkFramework();
        List<String> names = part(TestClasses.of(suite));
        LauncherConfig config = LauncherConfig.builder()
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build();
        try (LauncherSession session = LauncherFactory.openSession(config)) {
            execute(session.getLauncher(), names);
        }
    }

    private void execute(Launcher launcher, List<String> names) throws IOException, ReflectiveOperationException {
        List<DiscoverySelector> project = new ArrayList<>();
        names.forEach(name -> project.add(DiscoverySelectors.selectClass(name)));
        TestPlan whole = launcher.discover(request(project));
        List<DiscoverySelector> selected = job.all() ? project : new Selection(job, ids).of(whole);
        boolean vintage = has(whole, VINTAGE);
        Controls controls = Controls.create(job.controls(), withTests(whole), has(whole, JUPITER) || !vintage, vintage);
        List<DiscoverySelector> selectors = new ArrayList<>();
        controls.first().forEach(control -> selectors.add(DiscoverySelectors.selectClass(control)));
        selectors.addAll(selected);
        controls.last().forEach(control -> selectors.add(DiscoverySelectors.selectClass(control)));
        TestPlan plan = launcher.discover(request(selectors));
        SecondWitness witness = SecondWitness.of(suite);
        Reports reports = new Reports(channel, job, ids, controls, witness);
        channel.send("start", "framework", "junit", "expected", reports.expect(plan));
        long began = System.nanoTime();
        launcher.execute(plan, reports);
        double seconds = (System.nanoTime() - began) / 1e9;
        reports.tellChanges(null);
        witness.gaps(has(plan, JUPITER), has(plan, VINTAGE)).forEach(gap -> channel.send("note", "text", gap));
        controls.outcomes().forEach((id, outcome) -> channel.send("control", "id", id, "outcome", outcome));
        if (job.coverage()) {
            Coverage.tell(suite, channel);
        }
        Map<String, @Nullable Object> totals = new LinkedHashMap<>(reports.counts());
        totals.put("seconds", seconds);
        channel.send("end", "totals", totals);
    }

    private void checkFramework() throws IOException {
        List<Path> entries = new ArrayList<>(suite.tests());
        entries.addAll(suite.product());
        entries.addAll(suite.foreign());
        for (Path entry : entries) {
            if (Files.isDirectory(entry)) {
                // What such code does for some tests only, no control can tell
                for (String hook : Framework.hooksIn(entry)) {
                    channel.send("note", "text", "Code of the project takes part in every test, as " + hook);
                }
                Framework.pretenderIn(entry)
                        .ifPresent(path -> channel.send(
                                "incident",
                                "kind",
                                "altered_framework",
                                "id",
                                null,
                                "text",
                                "The project has a class of the test framework of its own: " + path));
            } else {
                Framework.copyIn(entry)
                        .ifPresent(path -> channel.send(
                                "note",
                                "text",
                                entry.getFileName() + " has a copy of the test framework (" + path
                                        + "), which is not used"));
            }
        }
    }

    private static LauncherDiscoveryRequest request(List<DiscoverySelector> selectors) {
        return LauncherDiscoveryRequestBuilder.request().selectors(selectors).build();
    }

    private static boolean has(TestPlan plan, String engine) {
        return plan.getRoots().stream()
                .anyMatch(root -> root.getUniqueId().equals(engine)
                        && !plan.getChildren(root).isEmpty());
    }

    /** Classes that have tests, by their names. */
    private List<String> withTests(TestPlan plan) {
        return plan.getRoots().stream()
                .flatMap(root -> plan.getChildren(root).stream())
                .map(ids::of)
                .sorted()
                .toList();
    }

    /** What of the classes this process runs; those of a file are run together. */
    private List<String> part(List<String> names) {
        List<String> part = new ArrayList<>();
        int file = -1;
        String before = "";
        for (String name : names) {
            int nested = name.indexOf('$');
            String top = nested < 0 ? name : name.substring(0, nested);
            file += top.equals(before) ? 0 : 1;
            before = top;
            if (file % job.shards() == job.shard()) {
                part.add(name);
            }
        }
        return part;
    }
}
