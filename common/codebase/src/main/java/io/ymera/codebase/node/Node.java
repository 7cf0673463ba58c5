package io.ymera.codebase.node;

import io.quarkus.runtime.StartupEvent;
import io.ymera.codebase.lab.MissingTool;
import io.ymera.codebase.lab.Tail;
import io.ymera.codebase.lab.ToolsConfig;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Exit;
import io.ymera.sandbox.Limits;
import io.ymera.sandbox.OutputListener;
import io.ymera.sandbox.Sandbox;
import io.ymera.sandbox.SandboxMode;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Finds the Node.js that JavaScript runs on: the configured one, or the first on the path that is new enough and works in the
 * sandbox. As long as there is none it is looked for again, so that an operator who installs it need not restart anything.
 * Thread-safe.
 */
@Singleton
public class Node {

    private static final Logger LOG = Logger.getLogger(Node.class);
    private static final int OLDEST = 20;
    private static final Pattern VERSION =
            Pattern.compile("v(([0-9]{1,4})\\.[0-9]{1,6}\\.[0-9]{1,6}[0-9A-Za-z.+-]{0,40})\\s*");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Lock lock = new ReentrantLock();
    private final Sandbox sandbox;
    private final ToolsConfig config;
    private Optional<NodeRuntime> found = Optional.empty();

    /** That of a configuration. */
    public Node(Sandbox sandbox, ToolsConfig config) {
        this.sandbox = sandbox;
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) throws InterruptedException {
        if (runtime().isEmpty()) {
            LOG.warn("No usable Node.js 20 or newer was found: what needs it is left out until it is installed");
        }
    }

    /** It, if there is one. */
    public Optional<NodeRuntime> runtime() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (found.isEmpty()) {
                for (Path candidate : config.node().map(List::of).orElseGet(Node::candidates)) {
                    found = describe(candidate);
                    if (found.isPresent()) {
                        LOG.infof("What needs a Node.js is run with %s (%s)", found.get(), candidate);
                        break;
                    }
                }
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    /** Says that there is none. */
    public static MissingTool missing(String neededFor) {
        return new MissingTool("Node.js", neededFor, "install Node.js 20 or newer, or name it by TEST_NODE");
    }

    /** Says that a package is not among the tools. */
    public static MissingTool missingPackage(String name, String neededFor) {
        return new MissingTool(name, neededFor, howToGet(name));
    }

    /** What an operator can do about packages that are not among the tools. */
    public static String howToGet(String packages) {
        return "npm install " + packages
                + " and name the folder node_modules by TEST_NODE_MODULES (npm ci --ignore-scripts"
                + " in examination-agent/src/main/node installs what this agent knows)";
    }

    private static List<Path> candidates() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Arrays.stream(path.split(":")), Stream.of("/usr/local/bin", "/usr/bin"))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .distinct()
                .toList();
    }

    private Optional<NodeRuntime> describe(Path candidate) throws InterruptedException {
        try {
            Path executable = candidate.toRealPath();
            Matcher version = VERSION.matcher(version(executable));
            if (!version.matches() || Integer.parseInt(version.group(2)) < OLDEST) {
                throw new IOException("it is older than " + OLDEST + ", or no Node.js");
            }
            Optional<Path> modules = config.nodeModules()
                    .map(Path::toAbsolutePath)
                    .map(Path::normalize)
                    .filter(Files::isDirectory);
            boolean confined = sandbox.mode() != SandboxMode.NONE;
            return Optional.of(new NodeRuntime(executable, version.group(1), modules, confined));
        } catch (IOException | IllegalArgumentException e) {
            LOG.infof("%s can't be used to run JavaScript: %s", candidate, e.getMessage());
            return Optional.empty();
        }
    }

    private String version(Path executable) throws IOException, InterruptedException {
        Path workspace = Files.createTempDirectory("ymera-node");
        try {
            Tail stdout = new Tail(200);
            Limits limits = Limits.defaults().withWallTime(PATIENCE).withAddressSpaceBytes(Limits.UNLIMITED);
            Exit exit = sandbox.run(
                    new Command(
                            List.of(executable.toString(), "--version"),
                            workspace,
                            List.of(executable),
                            Map.of(),
                            limits),
                    new OutputListener() {
                        @Override
                        public void stdout(byte[] bytes) {
                            stdout.append(bytes);
                        }

                        @Override
                        public void stderr(byte[] bytes) {}
                    });
            if (!exit.success()) {
                throw new IOException("in the sandbox it ended with " + exit);
            }
            return stdout.toString();
        } finally {
            Files.deleteIfExists(workspace);
        }
    }
}
